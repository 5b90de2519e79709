using Scalar.AspNetCore;

namespace Platform.Gateway.Security;

/// <summary>Tells the browser, with every answer, what to refuse. A service's own headers are overwritten.</summary>
internal sealed class SecurityHeaders(
    RequestDelegate next,
    IHostEnvironment environment,
    SessionSettings settings,
    IConfiguration configuration
)
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action "
        + "'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";

    /// <summary>For downloads: whatever is in them, none of it runs.</summary>
    public const string OfDownloads = "sandbox; default-src 'none'";

    // Chromium asks it of the address too that a form's answer sends on to: that of the office's own sign-in.
    private readonly string policy = OfficeSignIn.Origin(configuration) is { } office
        ? ContentSecurityPolicy.Replace("form-action 'self'", $"form-action 'self' {office}", StringComparison.Ordinal)
        : ContentSecurityPolicy;

    // Only for the interactive reference: its own scripts write styles into it.
    private string OfReference(string nonce) =>
        policy
            .Replace("script-src 'self'", $"script-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal)
            .Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal);

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            Write(http);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) ? OfDownloads
            : http.Items[ScalarOptions.NonceHttpContextItemKey] is string nonce ? OfReference(nonce)
            : policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (!environment.IsDevelopment())
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers.Remove("Server");
        headers.Remove("X-Powered-By");
        var isPrivate =
            http.User.Identity?.IsAuthenticated == true
            || http.Request.Cookies.ContainsKey(settings.SessionCookie)
            || http.Request.Path.StartsWithSegments("/account");
        if (isPrivate && (IsHtml(http.Response) || headers.CacheControl.Count == 0))
            headers.CacheControl = "no-store, private";
    }

    private static bool IsHtml(HttpResponse response) =>
        response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
}
