using Microsoft.AspNetCore.Authorization;
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

    /// <summary>Names the document, and says which operations take a token.</summary>
    public static void Describe(OpenApiOptions options, string title)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new() { Title = title, Version = "1" };
                // The address of one run.
                document.Servers?.Clear();
                document.AddComponent<IOpenApiSecurityScheme>(
                    Token,
                    new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        Description = "The access token that POST /api/tokens gives.",
                    }
                );
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
                    operation.Security = [new() { [new(Token, context.Document)] = [] }];
                return Task.CompletedTask;
            }
        );
        // A property that may be null says so itself.
        options.AddSchemaTransformer(
            (schema, _, _) =>
            {
                if (schema.Enum is { } values)
                    schema.Enum = [.. values.Where(v => v?.IsJsonNullSentinel() == false)];
                return Task.CompletedTask;
            }
        );
    }
}
