using System.Diagnostics;
using Platform.Contracts;
using Platform.Notifications.Templates;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Model;

/// <summary>
/// A letter to one person, from being written to being sent. Its id follows from what it is about, the occasion and the recipient: it exists once.
/// </summary>
internal sealed partial class Letter : Aggregate
{
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

    /// <summary>The round, bid, grant or return as its address names it: "SS5-MEL-01/2024-25-q2".</summary>
    public string? AboutReference { get; private init; }

    /// <summary>Whether it goes to the officers, who would be told if it failed.</summary>
    public bool IsToOfficers { get; private init; }
    public Guid RecipientId { get; private init; }
    public string ToName { get; private init; } = "";
    public string ToAddress { get; private init; } = "";
    public string Subject { get; private init; } = "";
    public string Text { get; private init; } = "";
    public string Html { get; private init; } = "";

    /// <summary>What it was written from, and with what; null for letters from before templates had versions.</summary>
    public string? Template { get; private init; }
    public int? TemplateVersion { get; private init; }
    public string? Fields { get; private init; }

    /// <summary>The W3C trace context of what it was written for: its delivery is part of the same trace.</summary>
    public string? Traceparent { get; private init; }
    public LetterState State { get; private set; }

    /// <summary>The daily letter that it went into, of those collected for one.</summary>
    public Guid? DigestId { get; private set; }
    public DateTimeOffset QueuedAt { get; private init; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? DeliveredAt { get; private set; }
    public DateTimeOffset? FailedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public DateTimeOffset? DealtWithAt { get; private set; }
    public string? DealtWithBy { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Not tried before this instant.</summary>
    public DateTimeOffset NotBefore { get; private set; }
    public string? LastError { get; private set; }

    public static Guid IdOf(Guid about, string occasion, Guid recipient) => DerivedId.Of(about, occasion, recipient.ToString("N"));

    /// <param name="occasion">Why.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="draft">The words.</param>
    /// <param name="at">When.</param>
    /// <param name="isForDigest">Whether it waits for the recipient's daily letter instead of going out itself.</param>
    public static Letter Write(Occasion occasion, KnownContact to, Draft draft, DateTimeOffset at, bool isForDigest = false) => new()
    {
        State = isForDigest ? LetterState.Collected : LetterState.Queued,
        AboutReference = occasion.Reference,
        Traceparent = Activity.Current?.Id,
        Template = draft.Template,
        TemplateVersion = draft.TemplateVersion,
        Fields = draft.Fields,
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
}
