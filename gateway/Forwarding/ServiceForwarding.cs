using System.Net.Http.Headers;
using Microsoft.Net.Http.Headers;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Yarp.ReverseProxy.Transforms;

namespace Platform.Gateway.Forwarding;

/// <summary>
/// Forwards requests to the services, with a caller token in place of the session. <c>appsettings.json</c>, section ReverseProxy, says
/// where they are.
/// </summary>
internal static class ServiceForwarding
{
    /// <summary>The metadata of a route: the header in which its own bearer token is passed on.</summary>
    public const string TokenHeader = "TokenHeader";

    public static void AddServiceForwarding(this WebApplicationBuilder builder)
    {
        var (configuration, check) = (builder.Configuration, Tls.Check(builder.Configuration));
        foreach (var cluster in configuration.GetSection("ReverseProxy:Clusters").GetChildren())
        foreach (var destination in cluster.GetSection("Destinations").GetChildren())
            if (Uri.TryCreate(destination["Address"], UriKind.Absolute, out var address))
                Tls.Require(
                    configuration,
                    $"{destination.Path}:Address",
                    address.Host,
                    address.Scheme == Uri.UriSchemeHttps,
                    "Use https, and set Tls:Ca where the authority is your own"
                );
        builder
            .Services.AddReverseProxy()
            .LoadFromConfig(configuration.GetSection("ReverseProxy"))
            .ConfigureHttpClient((_, handler) => handler.SslOptions.RemoteCertificateValidationCallback = check)
            .LoadFromMemory(ServiceRoutes.All, [])
            .AddTransforms(context =>
            {
                context.AddOriginalHost();
                context.AddXForwarded(ForwardedTransformActions.Remove);
                context.AddRequestTransform(SwapSession);
                context.AddResponseTransform(PrepareAnswer);
            });
    }

    private static ValueTask SwapSession(RequestTransformContext context)
    {
        var headers = context.ProxyRequest.Headers;
        headers.Remove(HeaderNames.Cookie);
        headers.Remove(HeaderNames.Authorization);
        var http = context.HttpContext;
        var route = http.GetReverseProxyFeature().Route.Config;
        // Authorization carries caller tokens and nothing else.
        if (route.Metadata?.GetValueOrDefault(TokenHeader) is { } own)
            headers.TryAddWithoutValidation(own, http.Request.Headers.Authorization.ToString());
        else if (http.RequestServices.GetRequiredService<SessionTokens>().For(http.User, route.ClusterId!) is { } token)
            headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return ValueTask.CompletedTask;
    }

    // The answer becomes a stock page: a service's problem details are for programs.
    private static ValueTask PrepareAnswer(ResponseTransformContext context)
    {
        var (http, headers) = (context.HttpContext, context.HttpContext.Response.Headers);
        // Services get no cookies, so there is no use for any that they set.
        if (context.ProxyResponse is not null)
            headers.Remove(HeaderNames.SetCookie);
        if (context.ProxyResponse is not { } answer || (int)answer.StatusCode < 400)
            return ValueTask.CompletedTask;
        var isPerson = StockPages.WantsPage(http.Request);
        var isForPrograms =
            answer.Content.Headers.ContentType?.MediaType is "application/problem+json" or "application/json"
            || (int)answer.StatusCode == 401;
        if (answer.Content.Headers.ContentLength != 0 && !(isPerson && isForPrograms))
            return ValueTask.CompletedTask;
        context.SuppressResponseBody = true;
        headers.Remove(HeaderNames.ContentLength);
        headers.Remove(HeaderNames.ContentType);
        headers.Remove(HeaderNames.ContentEncoding);
        if (!Confirmation.IsAsked(context.HttpContext.Response))
            headers.Remove(HeaderNames.WWWAuthenticate);
        return ValueTask.CompletedTask;
    }
}
