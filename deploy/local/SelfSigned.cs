using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Platform.Local;

/// <summary>Certificates and keys for a developer's machine and for tests: nobody else vouches for them.</summary>
public static class SelfSigned
{
    // The least that is taken.
    private const int Bits = 3072;

    /// <summary>A new certificate and its RSA private key, one after the other, as PEM.</summary>
    public static string NewPem()
    {
        using var key = RSA.Create(Bits);
        var now = TimeProvider.System.GetUtcNow();
        using var made = new CertificateRequest(
            "CN=platform-session",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(now.AddDays(-1), now.AddYears(10));
        return $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}";
    }

    /// <summary>A new private key of RSA, as PEM.</summary>
    public static string NewKey()
    {
        using var key = RSA.Create(Bits);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
