using System.Security.Cryptography;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Notifications.Delivery;

/// <summary>
/// The private keys of RSA that the codes of one-time links are opened with: <c>Links:PrivateKey</c>, and <c>Links:PreviousPrivateKey</c>
/// while links are under way that were sealed for it.
/// </summary>
internal sealed record CodeKeys(IReadOnlyList<string> Keys)
{
    /// <exception cref="InvalidOperationException">There is none, or it cannot be used; the message names the setting.</exception>
    public static CodeKeys Read(IConfiguration configuration)
    {
        const string own = "Links:PrivateKey",
            before = "Links:PreviousPrivateKey";
        List<string> keys = [Usable(own, configuration.Required(own))];
        if (configuration[before] is { Length: > 0 } previous)
            keys.Add(Usable(before, previous));
        return new(keys);
    }

    private static string Usable(string setting, string key)
    {
        try
        {
            SealedCode.Open([key], SealedCode.Seal(key, "code"));
            return key;
        }
        catch (CryptographicException e)
        {
            throw new InvalidOperationException($"{setting} must be a private key of RSA, as PEM: {e.Message}", e);
        }
    }
}
