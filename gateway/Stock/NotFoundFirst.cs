namespace Platform.Gateway.Stock;

/// <summary>Answers 404 to an address that does not exist, signed in or not: nobody is asked to sign in for it.</summary>
internal sealed class NotFoundFirst(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not null)
            return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
