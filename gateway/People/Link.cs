using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Platform.Contracts;

namespace Platform.Gateway.People;

/// <summary>A one-time link in a letter. Its code is not kept, but the code's hash.</summary>
internal sealed class Link
{
    private Link() { }

    /// <summary>The hash of the code: nobody can use it.</summary>
    public string Id { get; private init; } = "";

    /// <summary>Whose account it is about.</summary>
    public Guid UserId { get; private init; }

    /// <summary>What it is for.</summary>
    public LinkPurpose Purpose { get; private init; }

    /// <summary>The address that the account gets; the account's own where it gets no other.</summary>
    public string Address { get; private init; } = "";

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset IssuedAt { get; private init; }

    /// <summary>The instant from which it cannot be used (UTC).</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>When it was used (UTC); null until then.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    public static Link Make(Guid userId, LinkPurpose purpose, string address, string code, DateTimeOffset now) =>
        new()
        {
            Id = IdOf(code),
            UserId = userId,
            Purpose = purpose,
            Address = address,
            IssuedAt = now,
            Until = now + (purpose == LinkPurpose.PasswordReset ? TimeSpan.FromMinutes(60) : TimeSpan.FromHours(72)),
        };

    /// <summary>A new code: 256 bits that nobody can guess.</summary>
    public static string NewCode() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string IdOf(string code) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    public void Use(DateTimeOffset now) => UsedAt = now;

    /// <summary>Another takes its place.</summary>
    public void End(DateTimeOffset now) => Until = now;
}
