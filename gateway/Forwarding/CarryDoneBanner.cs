using Platform.Contracts;

namespace Platform.Gateway.Forwarding;

/// <summary>
/// Carries what an act has done to the page that the browser comes to next, in a cookie of a minute: an address that said it could be sent
/// to anybody.
/// </summary>
internal sealed class CarryDoneBanner(RequestDelegate next)
{
    public const string CookieName = "platform-done";

    public Task InvokeAsync(HttpContext http)
    {
        var said = HttpMethods.IsGet(http.Request.Method) && StockPages.WantsPage(http.Request) ? http.Request.Cookies[CookieName] : null;
        if (said is not null)
            http.Request.Headers[DoneBanner.Header] = Uri.EscapeDataString(said);
        http.Response.OnStarting(() =>
        {
            var response = http.Response;
            if (response.Headers.Remove(DoneBanner.Header, out var done))
                response.Cookies.Append(
                    CookieName,
                    Uri.UnescapeDataString(done.ToString()),
                    Options(http.Request, TimeSpan.FromMinutes(1))
                );
            else if (said is not null && response.StatusCode == StatusCodes.Status200OK)
                response.Cookies.Delete(CookieName, Options(http.Request, null));
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static CookieOptions Options(HttpRequest request, TimeSpan? age) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = age,
            SameSite = SameSiteMode.Lax,
            Secure = request.IsHttps,
        };
}
