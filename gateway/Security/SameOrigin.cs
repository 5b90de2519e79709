namespace Platform.Gateway.Security;

/// <summary>
/// Refuses what another website makes a browser send: a request that could change something must come from one of our own pages, signed in
/// or not. This replaces antiforgery tokens, which go stale while somebody types (docs/decisions 5).
/// </summary>
internal sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (IsSafe(http.Request.Method) || IsProgram(http.Request) || IsOwn(http.Request))
            return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        StockPages.Explain(http, StockPage.FromElsewhere);
        return Task.CompletedTask;
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // A browser adds cookies by itself, and never a bearer token: a program's request cannot be forged by another site. One that has
    // forgotten its token is told so by the API.
    private static bool IsProgram(HttpRequest request) =>
        request.Path.StartsWithSegments(TokensApi.Path)
        || (!request.Headers.ContainsKey("Cookie") && (Sessions.HasBearer(request) || request.Path.StartsWithSegments("/api")));

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && Uri.TryCreate($"{origin.Scheme}://{request.Host}", UriKind.Absolute, out var own)
            && HostString.FromUriComponent(origin).Value == HostString.FromUriComponent(own).Value;
    }
}
