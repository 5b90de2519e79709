using Microsoft.AspNetCore.OpenApi;

namespace Platform.Gateway.People;

/// <summary>The OpenAPI document of accounts: the same wherever it is served, and kept in <c>gateway/openapi.json</c>.</summary>
internal static class AccountsDocument
{
    public static void Describe(OpenApiOptions options) =>
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "Accounts",
                    Version = "1",
                    Description = "Signing in programs, and the accounts of people.",
                };
                document.Servers?.Clear();
                return Task.CompletedTask;
            }
        );
}
