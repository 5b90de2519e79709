using QRCoder;

namespace Platform.Gateway.SignIn;

/// <summary>The key of an authenticator app on the page that sets it up. It counts once a code of it is given.</summary>
/// <param name="Key">In base 32.</param>
/// <param name="Encrypted">The same, as the form carries it.</param>
/// <param name="Account">Whose.</param>
internal sealed record AuthenticatorOffer(string Key, string Encrypted, string Account)
{
    /// <summary>As people type it, in fours.</summary>
    public string Spaced => string.Join(' ', Key.Chunk(4).Select(four => new string(four)));

    /// <summary>As apps scan it.</summary>
    public string Picture
    {
        get
        {
            using var code = QRCodeGenerator.GenerateQrCode(
                Totp.Address(Key, Account, "Community safety funding"),
                QRCodeGenerator.ECCLevel.M
            );
            using var png = new PngByteQRCode(code);
            return "data:image/png;base64," + Convert.ToBase64String(png.GetGraphic(6));
        }
    }

    /// <summary>A new one, or the one that a form brings back.</summary>
    public static AuthenticatorOffer For(User user, SecondFactors factors, string? encrypted = null)
    {
        var key = factors.KeyOf(encrypted) ?? Totp.NewKey();
        return new(key, factors.Encrypt(key), user.Email!);
    }
}
