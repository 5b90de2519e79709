using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Gateway.Reference;

/// <summary>
/// The one OpenAPI document for readers: the gateway's own operations and those of the services, from their <c>openapi.json</c> as it is
/// checked in. A test of each service holds that file to what it serves, so the document is whole while a service is away.
/// </summary>
internal sealed class ReadersDocument([FromKeyedServices(ApiDescription.Document)] IOpenApiDocumentProvider own)
{
    private readonly Lazy<Task<OpenApiDocument>> document = new(() => JoinAsync(own));

    public Task<OpenApiDocument> DocumentAsync() => document.Value;

    public async Task<string> JsonAsync() => await (await document.Value).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);

    private static async Task<OpenApiDocument> JoinAsync(IOpenApiDocumentProvider own)
    {
        var schemas = new Dictionary<string, IOpenApiSchema>();
        var schemes = new Dictionary<string, IOpenApiSecurityScheme>();
        var all = new OpenApiDocument
        {
            Info = new()
            {
                Title = "Community safety funding",
                Version = "1",
                Description =
                    "POST /api/tokens gives an access token. Send the ETag of what you read as If-Match with what you save, and an "
                    + "Idempotency-Key with what you may have to send again. Problems are answered as problem details (RFC 9457).",
            },
            Paths = [],
            Components = new() { Schemas = schemas, SecuritySchemes = schemes },
            Tags = new HashSet<OpenApiTag>(),
        };
        foreach (var part in (OpenApiDocument[])[await own.GetOpenApiDocumentAsync(), .. await Task.WhenAll(Services().Select(ReadAsync))])
        {
            foreach (var (address, operations) in part.Paths)
                all.Paths.Add(address, operations);
            // Two programs' schemas of one name are the same: a test makes sure.
            foreach (var (name, schema) in part.Components!.Schemas!)
                schemas[name] = schema;
            foreach (var (name, scheme) in part.Components.SecuritySchemes!)
                schemes[name] = scheme;
            all.Tags.UnionWith(part.Tags!.Where(t => all.Tags.All(other => other.Name != t.Name)));
        }
        return all;
    }

    private static IEnumerable<string> Services() =>
        typeof(ReadersDocument)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith("openapi.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static async Task<OpenApiDocument> ReadAsync(string resource)
    {
        await using var stream = typeof(ReadersDocument).Assembly.GetManifestResourceStream(resource)!;
        return (await OpenApiDocument.LoadAsync(stream, "json")).Document!;
    }
}
