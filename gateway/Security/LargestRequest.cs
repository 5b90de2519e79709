using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Platform.Gateway.Security;

/// <summary>
/// Refuses requests longer than the server takes (30 MB; a service says which file is too large). A browser that is still sending when the
/// answer comes shows an error of its own, so a request of up to 200 MB is read to its end and dropped.
/// </summary>
internal sealed class LargestRequest(RequestDelegate next)
{
    private const long MostDropped = 200_000_000;

    private static readonly long? Most = new KestrelServerLimits().MaxRequestBodySize;

    public async Task InvokeAsync(HttpContext http)
    {
        if (!(http.Request.ContentLength > Most) || StockPages.IsShowing(http))
        {
            await next(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        if (
            http.Request.ContentLength > MostDropped
            || http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } limit
        )
            return;
        limit.MaxRequestBodySize = MostDropped;
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
    }
}
