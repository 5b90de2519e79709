using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Platform.Gateway.SignIn;

/// <summary>The codes of authenticator apps: RFC 6238 with SHA-1, six digits and 30 seconds, which every app knows.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Seconds = 30;

    /// <summary>A new key: 160 bits in base 32, as RFC 4226 asks for.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Base32, 32);

    /// <summary>The step of time that an instant is in.</summary>
    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    /// <summary>The code of a step.</summary>
    /// <param name="key">In base 32.</param>
    /// <param name="step">As <see cref="StepOf"/> counts.</param>
    public static string CodeOf(string key, long step)
    {
        Span<byte> message = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, step);
        // What the apps know: collisions of SHA-1 do not weaken an HMAC.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(Bytes(key), message);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code that is, of the present one and the two beside it: clocks differ.</summary>
    /// <param name="key">In base 32.</param>
    /// <param name="typed">As it was typed.</param>
    /// <param name="now">Now.</param>
    /// <param name="after">The last step whose code was used: none up to it counts.</param>
    /// <returns>Null for no such code.</returns>
    public static long? Match(string key, string? typed, DateTimeOffset now, long after)
    {
        var code = Digits(typed);
        var step = StepOf(now);
        return new[] { step, step - 1, step + 1 }.Where(s => s > after && IsSame(CodeOf(key, s), code)).Cast<long?>().FirstOrDefault();
    }

    /// <summary>What an authenticator app reads from the picture.</summary>
    public static string Address(string key, string account, string issuer) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}";

    /// <summary>Whether that is six digits, however they are spaced.</summary>
    public static bool IsCode(string? typed) => Digits(typed) is { Length: 6 } digits && digits.All(char.IsAsciiDigit);

    private static string Digits(string? typed) => string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-'));

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(one), System.Text.Encoding.UTF8.GetBytes(other));

    private static byte[] Bytes(string key)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in key)
        {
            bits = bits << 5 | Base32.IndexOf(letter, StringComparison.Ordinal);
            count += 5;
            if (count < 8)
                continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
            bits &= (1 << count) - 1;
        }
        return [.. bytes];
    }
}
