using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing.Patterns;
using Platform.ServiceDefaults.Hosting;
using Scalar.AspNetCore;

namespace Platform.Gateway.Reference;

/// <summary>The description of the API for programs and for people: the document, and a page that sends its requests.</summary>
internal static class ApiReference
{
    public const string Document = "/api/openapi.json";

    public const string Interactive = "/api/reference";

    // No option removes these links.
    private const string NoLinksToTheMaker = "a[href*='scalar.com'] { display: none !important }";

    public static void MapApiReference(this WebApplication app)
    {
        app.MapGet(Document, async (ReadersDocument readers) => Results.Text(await readers.JsonAsync(), "application/json"))
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapScalarApiReference(
                Interactive,
                options =>
                    options
                        .WithTitle("Interactive API reference - Community safety funding")
                        .WithOpenApiRoutePattern(Document)
                        .WithNonce()
                        .DisableDefaultFonts()
                        .DisableAgent()
                        .DisableMcp()
                        .DisableTelemetry()
                        .HideDeveloperTools()
                        .HideClientButton()
                        .WithCustomCss(NoLinksToTheMaker)
                        .AddPreferredSecuritySchemes([ApiDescription.Token])
                        .AddHeaderContent(
                            """<noscript><p>This page needs JavaScript. <a href="/api">The API page</a> does not.</p></noscript>"""
                        )
            )
            .AllowAnonymous()
            .AddEndpointFilter(InBritishEnglishAsync)
            // The package's own pattern would show this page for addresses that do not exist: there is only one document.
            .Add(endpoint =>
            {
                if (endpoint is RouteEndpointBuilder { RoutePattern.Parameters.Count: > 0 } page)
                    page.RoutePattern = RoutePatternFactory.Parse(Interactive);
            });
    }

    // The package sets no language.
    private static async ValueTask<object?> InBritishEnglishAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await next(context) is var answer && answer is ContentHttpResult { ResponseContent: { } html }
            ? Results.Content(html.Replace("<html>", "<html lang=\"en-GB\">", StringComparison.Ordinal), "text/html; charset=utf-8")
            : answer;
}
