using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Testing;

/// <summary>The keys of one run of tests.</summary>
public static class TestKeys
{
    /// <summary>The gateway's private key.</summary>
    public static readonly string CallerKey = CallerSigner.NewKey();

    /// <summary>Signs as the gateway does.</summary>
    public static readonly CallerSigner Callers = new(CallerKey, []);

    /// <summary>The certificate that the keys of sessions are encrypted for.</summary>
    public static readonly string Session = NewCertificate();

    /// <summary>A caller token for a service, of now.</summary>
    public static string CallerToken(string service, Person person, Partnership? partnership, params string[] roles) =>
        Callers.Issue(service, person, roles, partnership, TimeProvider.System.GetUtcNow());

    /// <summary>A certificate with its private key, as PEM.</summary>
    public static string NewCertificate()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var made = new CertificateRequest("CN=tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            now.AddDays(-1),
            now.AddDays(1)
        );
        return $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}";
    }
}
