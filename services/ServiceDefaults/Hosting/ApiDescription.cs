using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>How each program describes its API (OpenAPI): the part of the one document that the gateway gives to readers.</summary>
public static class ApiDescription
{
    /// <summary>What ASP.NET Core calls a program's only document.</summary>
    public const string Document = "v1";

    /// <summary>The token with which a program calls, by its name in the document.</summary>
    public const string Token = "token";

    /// <summary>Names the document, and adds what is the same for all operations and schemas.</summary>
    public static void Describe(OpenApiOptions options, string title)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new() { Title = title, Version = "1" };
                // It would be the address of this run.
                document.Servers?.Clear();
                document.AddComponent<IOpenApiSecurityScheme>(
                    Token,
                    new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        Description = "The access token that POST /api/tokens gives a program for its client id and secret.",
                    }
                );
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(ApiOperations.DescribeAsync);
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                ApiSchemas.Describe(schema, context);
                return Task.CompletedTask;
            }
        );
    }
}
