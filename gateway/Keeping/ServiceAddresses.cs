using Platform.ServiceDefaults.Hosting;

namespace Platform.Gateway.Keeping;

/// <summary>Where the services are, for the gateway's own questions.</summary>
internal sealed class ServiceAddresses(IConfiguration configuration) : IDisposable
{
    /// <summary>What asks them, as securely as requests are forwarded.</summary>
    public HttpClient Client { get; } =
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                SslOptions = { RemoteCertificateValidationCallback = Tls.Check(configuration) },
            }
        )
        {
            Timeout = TimeSpan.FromSeconds(30),
        };

    /// <summary>A service's replicas.</summary>
    public IReadOnlyList<Uri> Of(string service) =>
        [
            .. configuration
                .GetSection($"ReverseProxy:Clusters:{service}:Destinations")
                .GetChildren()
                .Select(destination => new Uri(destination["Address"]!)),
        ];

    public void Dispose() => Client.Dispose();
}
