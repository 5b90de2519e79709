using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Platform.Gateway.Security;

/// <summary>
/// The proxies in front of the gateway, whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed: <c>Proxies:Known</c>,
/// addresses and networks with commas between. Whoever else sends such a header says nothing by it.
/// </summary>
internal static class KnownProxies
{
    /// <exception cref="InvalidOperationException">One is neither an address nor a network.</exception>
    public static void UseKnownProxies(this WebApplication app)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As many as are known stand in a row; the first that is not is the client.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        const StringSplitOptions tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (var known in (app.Configuration["Proxies:Known"] ?? "").Split(',', tidy))
            if (IPAddress.TryParse(known, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(known, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new InvalidOperationException(
                    $"Proxies:Known has '{known}', which is neither an address (192.0.2.1) nor a network (10.0.0.0/8)."
                );
        if (options.KnownProxies.Count + options.KnownIPNetworks.Count > 0)
            app.UseForwardedHeaders(options);
    }
}
