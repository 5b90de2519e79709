using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Gateway.SignIn;

/// <summary>Why a session was ended before it ran out.</summary>
internal enum SessionEnd
{
    SignedOut,
    SignedInAnew,
    EndedByOwner,
    EndedByAdministrator,
    PasswordChanged,
    AccountChanged,
    AccountDisabled,
}

/// <summary>
/// One sign-in, on one device. A browser's cookie holds a reference to it; the reference itself is not kept.
/// </summary>
internal sealed class Session
{
    private static readonly TimeSpan Noticed = TimeSpan.FromMinutes(1);

    private Session() { }

    /// <summary>The hash of the reference: nobody can sign in with it.</summary>
    public string Id { get; private set; } = "";

    /// <summary>Who signed in.</summary>
    public Guid UserId { get; private set; }

    /// <summary>The account's security stamp at the time: once that is another, the session is over.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>The device in plain words: "Chrome on Windows".</summary>
    public string Device { get; private set; } = "";

    /// <summary>When the person signed in.</summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>When it was last used, to the minute.</summary>
    public DateTimeOffset LastUsedAt { get; private set; }

    /// <summary>When it ends, however much it is used.</summary>
    public DateTimeOffset LastsUntil { get; private set; }

    /// <summary>When the person last gave their password or a second factor again (UTC); null where they have not.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When it was ended; null while it goes on, and where it ran out.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was ended.</summary>
    public SessionEnd? EndedBecause { get; private set; }

    /// <summary>A new reference: 256 bits that nobody can guess.</summary>
    public static string NewReference() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The id of the session that a reference is to.</summary>
    public static string IdOf(string reference) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(reference)));

    public static Session Begin(string reference, Guid userId, string stamp, string device, DateTimeOffset now, TimeSpan longest) =>
        new()
        {
            Id = IdOf(reference),
            UserId = userId,
            Stamp = stamp,
            Device = device,
            BegunAt = now,
            LastUsedAt = now,
            LastsUntil = now + longest,
        };

    /// <summary>When it ends if it is not used again.</summary>
    public DateTimeOffset OpenUntil(TimeSpan idle) => LastUsedAt + idle < LastsUntil ? LastUsedAt + idle : LastsUntil;

    /// <summary>Notes that it is used.</summary>
    /// <returns>Whether that is to be written down: once a minute.</returns>
    public bool Use(DateTimeOffset now)
    {
        if (now - LastUsedAt < Noticed)
            return false;
        LastUsedAt = now;
        return true;
    }
}
