using System.Security.Cryptography;
using System.Text;

namespace Platform.Contracts;

/// <summary>
/// The code of a one-time link on its way from the gateway to the letter: whoever reads a log, a queue or a table in between cannot use it.
/// RSA-OAEP with SHA-256; the gateway has the public key alone.
/// </summary>
public static class SealedCode
{
    /// <summary>What stands in a letter in the code's place until it is sent, and in the copy that the office keeps.</summary>
    public const string Place = "only-in-the-letter";

    /// <summary>The least size of a key of RSA here: as strong as 128 bits (NIST SP 800-57).</summary>
    public const int LeastBits = 3072;

    /// <summary>Seals a code.</summary>
    /// <param name="key">The public key, as PEM; a private one will do.</param>
    /// <param name="code">The code, 100 characters of ASCII at most.</param>
    /// <exception cref="CryptographicException">The key is not one of RSA, is too short, or the code is too long.</exception>
    public static string Seal(string key, string code)
    {
        using var rsa = Read(key);
        return Convert.ToBase64String(rsa.Encrypt(Encoding.ASCII.GetBytes(code), RSAEncryptionPadding.OaepSHA256));
    }

    /// <summary>Opens a sealed code.</summary>
    /// <param name="keys">The private keys that it may have been sealed for, as PEM: the present one, the one before.</param>
    /// <param name="sealedCode">As <see cref="Seal"/> made it.</param>
    /// <exception cref="CryptographicException">It was sealed for none of them.</exception>
    public static string Open(IReadOnlyList<string> keys, string sealedCode)
    {
        var bytes = Convert.FromBase64String(sealedCode);
        foreach (var key in keys)
        {
            using var rsa = Read(key);
            try
            {
                return Encoding.ASCII.GetString(rsa.Decrypt(bytes, RSAEncryptionPadding.OaepSHA256));
            }
            catch (CryptographicException)
            {
                // Sealed for another key.
            }
        }
        throw new CryptographicException("The code was sealed for none of the keys.");
    }

    private static RSA Read(string pem)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            if (rsa.KeySize >= LeastBits)
                return rsa;
        }
        catch (ArgumentException e)
        {
            rsa.Dispose();
            throw new CryptographicException("It is not a key of RSA.", e);
        }
        rsa.Dispose();
        throw new CryptographicException($"It is shorter than {LeastBits} bits.");
    }
}
