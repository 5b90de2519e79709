using Platform.Contracts;
using Yarp.ReverseProxy.Configuration;

namespace Platform.Gateway.Forwarding;

/// <summary>The routes to each thing's pages and API, and to the home page. The services themselves decide who may use them.</summary>
internal static class ServiceRoutes
{
    public static IReadOnlyList<RouteConfig> All { get; } =
    [
        Route("home", ServiceNames.Reporting, "/"),
        .. from served in ServedThings.Of
        from thing in served.Value
        from route in (RouteConfig[])
            [Route(thing, served.Key, $"/{thing}/{{**rest}}"), Route($"{thing}-api", served.Key, $"/api/{thing}/{{**rest}}")]
        select route with
        {
            // A mail provider sends its own token, not a caller's.
            Metadata =
                route.RouteId == "receipts-api"
                    ? new Dictionary<string, string> { [ServiceForwarding.TokenHeader] = "Platform-Receipt-Token" }
                    : null,
        },
    ];

    private static RouteConfig Route(string id, string service, string path) =>
        new()
        {
            RouteId = id,
            ClusterId = service,
            AuthorizationPolicy = "anonymous",
            Match = new() { Path = path },
        };
}
