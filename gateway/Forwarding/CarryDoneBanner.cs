using Platform.Contracts;

namespace Platform.Gateway.Forwarding;

/// <summary>
/// Carries what an act has done to the page that the browser comes to next, in a cookie of a minute: an address that said it could be sent
/// to anybody.
/// </summary>
internal sealed class CarryDoneBanner(RequestDelegate next, SessionSettings settings)
{
    public Task InvokeAsync(HttpContext http)
    {
        var said =
            HttpMethods.IsGet(http.Request.Method) && StockPages.WantsPage(http.Request) ? http.Request.Cookies[settings.DoneCookie] : null;
        if (said is not null)
            http.Request.Headers[DoneBanner.Header] = Uri.EscapeDataString(said);
        http.Response.OnStarting(() =>
        {
            var response = http.Response;
            if (response.Headers.Remove(DoneBanner.Header, out var done))
                response.Cookies.Append(settings.DoneCookie, Uri.UnescapeDataString(done.ToString()), Options(TimeSpan.FromMinutes(1)));
            else if (said is not null && response.StatusCode == StatusCodes.Status200OK)
                response.Cookies.Delete(settings.DoneCookie, Options(null));
            return Task.CompletedTask;
        });
        return next(http);
    }

    private CookieOptions Options(TimeSpan? age) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = age,
            SameSite = SameSiteMode.Lax,
            Secure = !settings.AllowHttp,
        };
}
