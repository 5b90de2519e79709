using System.Security.Cryptography;
using System.Text;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Audit;

/// <summary>
/// Something that was changed behind the platform's back, told once. It counts until everything is looked at and it is not found, or
/// somebody notes how it was mended.
/// </summary>
public sealed class AuditFinding : Aggregate
{
    private AuditFinding() { }

    /// <summary>What was found.</summary>
    public string Words { get; private init; } = "";

    /// <summary>When it was found first (UTC).</summary>
    public DateTimeOffset FoundAt { get; private init; }

    /// <summary>The number of the head before which it was found last.</summary>
    public int LastHead { get; internal set; }

    /// <summary>Somebody has mended it, or cannot and says why. Noting it twice changes nothing.</summary>
    internal void Mend(string service, string how, Person by, DateTimeOffset at)
    {
        if (Version == 1)
            Raise(v => new AuditMended(Id, v, at, by, new(service, Words), how));
    }

    /// <summary>The same for the same words.</summary>
    internal static Guid IdOf(string words) => new(SHA256.HashData(Encoding.UTF8.GetBytes(words)).AsSpan(0, 16));

    /// <summary>It was found.</summary>
    internal static AuditFinding Of(string service, string words, int head, DateTimeOffset at)
    {
        var finding = new AuditFinding
        {
            Id = IdOf(words),
            Words = words,
            FoundAt = at,
            LastHead = head,
        };
        finding.Raise(v => new AuditFailed(finding.Id, v, at, Person.Platform, new(service, words)));
        return finding;
    }
}
