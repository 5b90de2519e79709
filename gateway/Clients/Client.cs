using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Gateway.Clients;

/// <summary>
/// A program that calls the API by itself (OAuth 2, RFC 6749: a confidential client). It reads, or also writes, as an editor of one
/// partnership or as an officer; it never signs, certifies or submits, because that takes a person.
/// </summary>
internal sealed class Client : Aggregate
{
    private Client() { }

    /// <summary>What people call it: the name that its changes are under.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The partnership whose things it sees; null for the commissioner's office.</summary>
    public Partnership? Partnership { get; private init; }

    /// <summary>Whether it may also change things.</summary>
    public bool MayWrite { get; private init; }

    /// <summary>The hash of its secret, which is 256 bits at random.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>When it was registered (UTC).</summary>
    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>The name of the administrator who registered it.</summary>
    public string MadeBy { get; private init; } = "";

    /// <summary>The instant from which it is refused (UTC).</summary>
    public DateTimeOffset Until { get; private init; }

    /// <summary>When it last called, to the minute (UTC); null before that.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    /// <summary>When it was revoked (UTC); null until then.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>What it may do is what people of that role may.</summary>
    public string Role => Partnership is null ? Roles.Officer : Roles.PartnerEditor;

    public static Client Register(
        Guid id,
        string name,
        Partnership? partnership,
        bool mayWrite,
        DateTimeOffset until,
        string secret,
        Person by,
        DateTimeOffset at
    )
    {
        var client = new Client
        {
            Id = id,
            Name = name,
            Partnership = partnership,
            MayWrite = mayWrite,
            SecretHash = HashOf(secret),
            MadeAt = at,
            MadeBy = by.Name,
            Until = until,
        };
        client.Raise(v => new ClientChanged(id, v, at, by, client.Details));
        return client;
    }

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Whether that is its secret, and it may still call.</summary>
    public bool Knows(string? secret, DateTimeOffset now) =>
        IsOpenAt(now)
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(secret ?? "")), Encoding.ASCII.GetBytes(SecretHash));

    public bool IsOpenAt(DateTimeOffset now) => RevokedAt is null && now < Until;

    /// <summary>Refuses it from now on. A second time changes nothing.</summary>
    public void Revoke(Person by, DateTimeOffset at)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = at;
        Raise(v => new ClientChanged(Id, v, at, by, Details));
    }

    private ClientDetails Details => new(Name, Partnership, MayWrite, Until, RevokedAt);

    private static string HashOf(string secret) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
