using System.Text;
using Microsoft.Net.Http.Headers;

namespace Platform.Gateway.Security;

/// <summary>
/// Refuses a request with a header that could not be sent on (RFC 9110, 5.5): a client's fault is answered as one, and does not count
/// against the service that it was for. Cookies go no further, so those of other programs on the same host may be anything.
/// </summary>
internal sealed class AsciiHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Headers.All(h => h.Key == HeaderNames.Cookie || h.Value.All(value => value is null || Ascii.IsValid(value))))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
