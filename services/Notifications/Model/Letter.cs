using Platform.Contracts;
using Platform.Notifications.Templates;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Model;

/// <summary>
/// A letter to one person, from being written to being sent. Its id follows from what it is about, the occasion and the recipient: it exists once.
/// </summary>
internal sealed class Letter : Aggregate
{
    // Ten attempts over three days: a mail server that is down for a weekend loses nothing.
    private static readonly TimeSpan[] Gaps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(4),
        TimeSpan.FromHours(8), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    private Letter() { }

    /// <summary>The order in which letters were written.</summary>
    public long Position { get; private init; }
    public Guid AboutId { get; private init; }

    /// <summary>The version of what it is about when it was written.</summary>
    public int AboutVersion { get; private init; }

    /// <summary>Whether it asks for something: pointless once that is done.</summary>
    public bool IsRequest { get; private init; }
    public string Occasion { get; private init; } = "";
    public Partnership? Partnership { get; private init; }

    /// <summary>Whether it goes to the officers, who would be told if it failed.</summary>
    public bool IsToOfficers { get; private init; }
    public Guid RecipientId { get; private init; }
    public string ToName { get; private init; } = "";
    public string ToAddress { get; private init; } = "";
    public string Subject { get; private init; } = "";
    public string Text { get; private init; } = "";
    public string Html { get; private init; } = "";
    public LetterState State { get; private set; }
    public DateTimeOffset QueuedAt { get; private init; }
    public DateTimeOffset? SentAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Not tried before this instant.</summary>
    public DateTimeOffset NotBefore { get; private set; }
    public string? LastError { get; private set; }

    public static Guid IdOf(Guid about, string occasion, Guid recipient) => DerivedId.Of(about, occasion, recipient.ToString("N"));

    public static Letter Write(Occasion occasion, KnownContact to, Draft draft, DateTimeOffset at) => new()
    {
        Id = IdOf(occasion.About, occasion.Kind, to.UserId),
        AboutId = occasion.About,
        AboutVersion = occasion.Version,
        IsRequest = occasion.IsRequest,
        IsToOfficers = occasion.Roles is [Roles.Officer],
        Occasion = occasion.Kind,
        Partnership = occasion.Partnership,
        RecipientId = to.UserId,
        ToName = to.Name,
        ToAddress = to.Email,
        Subject = draft.Subject,
        Text = draft.Text,
        Html = draft.Html,
        QueuedAt = at,
        NotBefore = at,
    };

    /// <summary>The provider took it.</summary>
    public void Sent(DateTimeOffset at)
    {
        (State, SentAt, LastError) = (LetterState.Sent, at, null);
        Attempts++;
        Raise(v => new LetterSent(Id, v, at, Person.Platform, new(AboutId, Partnership, ToName, Subject)));
    }

    /// <summary>What it asks for was done before it was sent.</summary>
    public void Withdraw() => State = LetterState.Withdrawn;

    /// <summary>The provider will never take it.</summary>
    public void Refused(string why)
    {
        (State, LastError) = (LetterState.Failed, why);
        Attempts++;
    }

    /// <summary>The provider did not take it this time: later again, with growing gaps, until the gaps are used up.</summary>
    public void NotTaken(string why, DateTimeOffset at)
    {
        LastError = why;
        if (Attempts < Gaps.Length) NotBefore = at + Gaps[Attempts];
        else State = LetterState.Failed;
        Attempts++;
    }
}

/// <summary>Where a letter stands.</summary>
internal enum LetterState
{
    /// <summary>Waiting to be handed to the mail provider.</summary>
    Queued,

    /// <summary>The mail provider took it.</summary>
    Sent,

    /// <summary>It was refused, or not taken ten times: somebody must look.</summary>
    Failed,

    /// <summary>Not sent: what it asks for was done first.</summary>
    Withdrawn,
}
