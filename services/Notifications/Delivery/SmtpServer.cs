using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Notifications.Delivery;

/// <summary>The mail server of <c>Mail:Smtp</c>.</summary>
internal sealed record SmtpServer(string Host, int Port, string? User, string? Password, bool StartTls)
{
    /// <summary>A PEM file with the authority that signed the server's certificate, where the machine does not know it.</summary>
    public string? Authority { get; init; }

    /// <summary>The name in the greeting: the platform's domain, which mail servers can look up.</summary>
    public string Greeting { get; init; } = Environment.MachineName;

    public static SmtpServer Read(IConfiguration configuration)
    {
        var smtp = configuration.GetSection("Mail:Smtp");
        var user = smtp["User"];
        return new(
            configuration.Required("Mail:Smtp:Host"),
            smtp.GetValue("Port", 587),
            user,
            user is { Length: > 0 } ? configuration.Required("Mail:Smtp:Password") : null,
            smtp.GetValue("StartTls", true)
        )
        {
            Greeting = Uri.TryCreate(configuration["Platform:PublicAddress"], UriKind.Absolute, out var own)
                ? own.IdnHost
                : Environment.MachineName,
            Authority = smtp["Authority"] is { Length: > 0 } file ? file : null,
        };
    }

    /// <summary>Whether the <see cref="Authority"/> signed this certificate, and nothing else is wrong with it.</summary>
    public bool Trusts(X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (certificate is null || Authority is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
            return false;
        using var chain = new X509Chain
        {
            ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck },
        };
        chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(Authority);
        // The certificates between the two, as the server sent them.
        chain.ChainPolicy.ExtraStore.AddRange(sent?.ChainElements.Select(e => e.Certificate).ToArray() ?? []);
        using var own = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(own);
    }
}
