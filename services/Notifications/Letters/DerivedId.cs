using System.Security.Cryptography;
using System.Text;

namespace Platform.Notifications.Letters;

/// <summary>
/// Ids derived from what a thing is for: the same letter gets the same id, however often it is asked for (RFC 9562, version 8).
/// </summary>
internal static class DerivedId
{
    public static Guid Of(Guid about, string occasion, string recipient)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{about:N}/{occasion}/{recipient}")).AsSpan(0, 16);
        bytes[6] = (byte)(bytes[6] & 0x0f | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3f | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
