using Microsoft.AspNetCore.Routing.Patterns;
using Platform.ServiceDefaults.Hosting;
using Scalar.AspNetCore;

namespace Platform.Gateway.Reference;

/// <summary>The description of the API for programs and for people: the document, and a page that shows it.</summary>
internal static class ApiReference
{
    private const string Document = "/api/openapi.json";

    public static void MapApiReference(this WebApplication app)
    {
        app.MapGet(Document, async (ReadersDocument readers) => Results.Text(await readers.JsonAsync(), "application/json"))
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapScalarApiReference(
                "/api",
                options =>
                    options
                        .WithTitle("API - Community safety funding")
                        .WithOpenApiRoutePattern(Document)
                        .WithNonce()
                        .DisableDefaultFonts()
                        .DisableAgent()
                        .DisableMcp()
                        .DisableTelemetry()
                        .HideDeveloperTools()
                        .AddPreferredSecuritySchemes([ApiDescription.Token])
                        .AddHeaderContent(
                            $"""
                            <noscript>
                                <p>This page needs JavaScript. <a href="{Document}">An OpenAPI document</a> describes the API.</p>
                            </noscript>
                            """
                        )
            )
            .AllowAnonymous()
            // The package's own pattern would show this page in place of what is not found: there is one document alone.
            .Add(endpoint =>
            {
                if (endpoint is RouteEndpointBuilder { RoutePattern.Parameters.Count: > 0 } page)
                    page.RoutePattern = RoutePatternFactory.Parse("/api");
            });
    }
}
