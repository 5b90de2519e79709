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
    private readonly Lazy<Task<string>> json = new(() => WriteAsync(own));

    public Task<string> JsonAsync() => json.Value;

    private static async Task<string> WriteAsync(IOpenApiDocumentProvider own)
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
                    "POST /api/tokens gives a token. What is saved takes If-Match with the ETag of what was read; what is handed in "
                    + "takes an Idempotency-Key.",
            },
            Paths = [],
            Components = new() { Schemas = schemas, SecuritySchemes = schemes },
            Tags = new HashSet<OpenApiTag>(),
        };
        foreach (var part in (OpenApiDocument[])[await own.GetOpenApiDocumentAsync(), .. await Task.WhenAll(Services().Select(ReadAsync))])
        {
            foreach (var (address, operations) in part.Paths)
                all.Paths.Add(address, operations);
            // Where two programs name a schema alike, it is the same schema (a test says so), but not each of them describes it.
            foreach (var (name, schema) in part.Components!.Schemas!)
                if (!schemas.TryGetValue(name, out var other) || other.Description is null)
                    schemas[name] = schema;
            foreach (var (name, scheme) in part.Components.SecuritySchemes!)
                schemes[name] = scheme;
            all.Tags.UnionWith(part.Tags!.Where(t => all.Tags.All(other => other.Name != t.Name)));
        }
        return await all.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
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
