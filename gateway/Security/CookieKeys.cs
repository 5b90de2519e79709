using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Gateway.Security;

/// <summary>
/// The keys that protect sessions, bearer tokens and links: in the gateway's own database, so that they survive restarts and replicas,
/// and encrypted for a certificate, so that whoever reads the database has none.
/// </summary>
internal static class CookieKeys
{
    /// <summary>
    /// Encrypts for <c>Session:Certificate</c>; reads also what was encrypted for <c>Session:PreviousCertificate</c>. Each is a certificate
    /// of RSA and its private key, as PEM.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is none, or it cannot be read; the message names the setting.</exception>
    public static void AddCookieKeys(this ServiceBuilder service)
    {
        var own = Read(service.Configuration, "Session:Certificate");
        var all = string.IsNullOrEmpty(service.Configuration["Session:PreviousCertificate"])
            ? [own]
            : new[] { own, Read(service.Configuration, "Session:PreviousCertificate") };
        service
            .Services.AddDataProtection()
            .SetApplicationName("platform")
            .PersistKeysToDbContext<AccountsContext>()
            .ProtectKeysWithCertificate(own)
            .UnprotectKeysWithAnyCertificate(all);
        // The first use makes the first key: once, before several replicas can each make one.
        service.AfterMigration(provider => provider.GetRequiredService<IDataProtectionProvider>().CreateProtector("first").Protect([]));
    }

    private static X509Certificate2 Read(IConfiguration configuration, string key)
    {
        var pem = configuration.Required(key);
        try
        {
            var read = X509Certificate2.CreateFromPem(pem, pem);
            return read.GetRSAPrivateKey() is { KeySize: >= SealedCode.LeastBits }
                ? read
                : throw new CryptographicException($"Its key is not an RSA key of {SealedCode.LeastBits} bits or more");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new InvalidOperationException(
                $"{key} must be a certificate and its RSA private key, one after the other, as PEM: {e.Message}",
                e
            );
        }
    }
}
