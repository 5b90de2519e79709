using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Platform.ServiceDefaults.Telemetry;

/// <summary>Gives ASP.NET Core's server span its route and status, by OpenTelemetry's semantic conventions for HTTP.</summary>
internal sealed class ServerSpan(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var span = http.Features.Get<IHttpActivityFeature>()?.Activity;
        try
        {
            await next(http);
        }
        finally
        {
            if (span is { IsAllDataRequested: true })
            {
                var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                if (route is not null) span.SetTag("http.route", route);
                span.DisplayName = $"{http.Request.Method} {route ?? "(no route)"}";
                span.SetTag("http.request.method", http.Request.Method);
                span.SetTag("url.path", http.Request.Path.Value);
                span.SetTag("http.response.status_code", http.Response.StatusCode);
                if (http.Response.StatusCode >= 500) span.SetStatus(ActivityStatusCode.Error);
            }
        }
    }
}
