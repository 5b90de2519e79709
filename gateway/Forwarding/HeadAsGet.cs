namespace Platform.Gateway.Forwarding;

/// <summary>
/// Answers HEAD as GET: pages know HEAD, downloads and operations of the API do not. The server sends no body to whoever asked for the
/// head alone.
/// </summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsHead(http.Request.Method))
            http.Request.Method = HttpMethods.Get;
        return next(http);
    }
}
