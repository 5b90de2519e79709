using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>
/// How the programs of the platform talk to each other, to their databases and to the broker: encrypted, with whom they mean. The authority
/// that they trust for it is <c>Tls:Ca</c>, as PEM; without one, those of the machine.
/// </summary>
public static class Tls
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>Checks the certificate of another program; null for the machine's way.</summary>
    /// <exception cref="InvalidOperationException"><c>Tls:Ca</c> is no certificate.</exception>
    public static RemoteCertificateValidationCallback? Check(IConfiguration configuration) =>
        Authorities(configuration) is { } known
            ? (_, certificate, sent, errors) =>
                certificate is X509Certificate2 shown
                && !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
                && IsOf(known, shown, sent)
            : null;

    /// <summary>Refuses to start where something that is not on this machine would be asked in plain text.</summary>
    /// <param name="configuration">Its <c>Tls:AllowPlainText</c> allows that, for a network that nobody else is on.</param>
    /// <param name="key">The key that says where it is.</param>
    /// <param name="host">Where it is.</param>
    /// <param name="isSafe">Whether it is asked over TLS, and its name is checked.</param>
    /// <param name="instead">What to set.</param>
    /// <exception cref="InvalidOperationException">It is far and not safe; the message says what to set.</exception>
    public static void Require(IConfiguration configuration, string key, string host, bool isSafe, string instead)
    {
        if (!isSafe && !IsThisMachine(host) && !configuration.GetValue<bool>("Tls:AllowPlainText"))
            throw new InvalidOperationException(
                $"{key} leads to {host} without TLS, or without checking whose certificate it is. {instead}. "
                    + "Tls:AllowPlainText=true allows it, on a network that nobody else is on."
            );
    }

    internal static NpgsqlDataSourceBuilder Database(IConfiguration configuration, NpgsqlConnectionStringBuilder connection)
    {
        foreach (var host in (connection.Host ?? "").Split(','))
            Require(
                configuration,
                "ConnectionStrings:Database",
                host,
                connection.SslMode == SslMode.VerifyFull,
                "Add SSL Mode=VerifyFull to it, and set Tls:Ca where the server's certificate is of an authority of your own"
            );
        var source = new NpgsqlDataSourceBuilder(connection.ConnectionString);
        if (connection.RootCertificate is null && Authorities(configuration) is { } known)
            source.UseRootCertificates(known);
        return source;
    }

    private static bool IsOf(X509Certificate2Collection known, X509Certificate2 shown, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(known);
        // An authority of one's own publishes no list of what it has revoked.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        foreach (var between in sent?.ChainPolicy.ExtraStore ?? [])
            chain.ChainPolicy.ExtraStore.Add(between);
        return chain.Build(shown);
    }

    private static bool IsThisMachine(string host) =>
        host.StartsWith('/') || host is "localhost" or "" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static X509Certificate2Collection? Authorities(IConfiguration configuration)
    {
        if (configuration["Tls:Ca"] is not { Length: > 0 } pem)
            return null;
        var known = new X509Certificate2Collection();
        try
        {
            known.ImportFromPem(pem);
        }
        catch (CryptographicException e)
        {
            throw new InvalidOperationException($"Tls:Ca must be certificates as PEM: {e.Message}", e);
        }
        return known.Count > 0 ? known : throw new InvalidOperationException("Tls:Ca has no certificate in it.");
    }
}
