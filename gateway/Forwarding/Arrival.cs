using System.Globalization;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.Forwarding;

/// <summary>
/// Stamps the instant at which a request reached the platform, which decides deadlines, and where it came from; drops the headers that only
/// the gateway may send to a service.
/// </summary>
internal sealed class Arrival(RequestDelegate next, TimeProvider time)
{
    private static readonly string[] OursAlone = ["Platform-", "X-Forwarded", "X-Original-", "Forwarded", "X-Real-IP"];

    public Task InvokeAsync(HttpContext http)
    {
        var arrived = time.GetUtcNow();
        var headers = http.Request.Headers;
        foreach (var name in headers.Keys.Where(IsOursAlone).ToList())
            headers.Remove(name);
        headers[CallerTokens.ArrivedAtHeader] = arrived.UtcTicks.ToString(CultureInfo.InvariantCulture);
        headers[CallerTokens.SourceHeader] = http.Connection.RemoteIpAddress?.ToString();
        return next(http);
    }

    private static bool IsOursAlone(string header) => OursAlone.Any(ours => header.StartsWith(ours, StringComparison.OrdinalIgnoreCase));
}
