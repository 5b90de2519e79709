using System.Diagnostics;
using System.Text.RegularExpressions;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Letters;

/// <summary>
/// A letter to one person, from being written to being sent. Its id is derived from what it is about, the occasion and the recipient, so
/// it exists only once.
/// </summary>
internal sealed partial class Letter : Aggregate
{
    private Letter() { }

    /// <summary>Its place in the order in which letters were written.</summary>
    public long Position { get; private init; }

    /// <summary>The thing that it is about.</summary>
    public Guid AboutId { get; private init; }

    /// <summary>The version of what it is about when it was written.</summary>
    public int AboutVersion { get; private init; }

    /// <summary>Whether it asks for something, and is pointless once that is done.</summary>
    public bool IsRequest { get; private init; }

    /// <summary>The instant from which its words are no longer true (UTC); null where they stay true.</summary>
    public DateTimeOffset? TrueUntil { get; private init; }

    /// <summary>Whether it is a rung of a ladder of reminders.</summary>
    public bool IsRung { get; private init; }

    /// <summary>What it was written for; no thing has two letters to one person for the same occasion.</summary>
    public string Occasion { get; private init; } = "";
    public Partnership? Partnership { get; private init; }

    /// <summary>The round, bid, grant or return as its address names it: "SS5-MEL-01/2024-25-q2".</summary>
    public string? AboutReference { get; private init; }

    /// <summary>Whether it goes to the officers, who would be told if it failed.</summary>
    public bool IsToOfficers { get; private init; }

    /// <summary>The contact that it goes to.</summary>
    public Guid RecipientId { get; private init; }

    /// <summary>Their name when it was written.</summary>
    public string ToName { get; private set; } = "";

    /// <summary>Their address when it was written.</summary>
    public string ToAddress { get; private set; } = "";

    /// <summary>Its subject, as sent.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Its plain text, as sent.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Its HTML, as sent.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The sealed code of its link, until it is sent or given up; null for none.</summary>
    public string? Code { get; private set; }

    /// <summary>The name of the file that goes with it; null for none.</summary>
    public string? EnclosedName { get; private set; }

    /// <summary>What is in that file.</summary>
    public string? EnclosedText { get; private set; }

    /// <summary>The template that it was written from.</summary>
    public string? Template { get; private init; }

    /// <summary>The version of that template; 0 is the built-in one.</summary>
    public int? TemplateVersion { get; private init; }

    /// <summary>What was filled into the template, as JSON.</summary>
    public string? Fields { get; private set; }

    /// <summary>The W3C trace context of what it was written for, so that its delivery is part of the same trace.</summary>
    public string? Traceparent { get; private init; }

    /// <summary>What has become of it.</summary>
    public LetterState State { get; private set; }

    /// <summary>The letter that it went into, a daily one or one of several of its kind; null unless there is one.</summary>
    public Guid? DigestId { get; private set; }

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset QueuedAt { get; private init; }

    /// <summary>When the mail provider took it (UTC); null until then.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When the provider says it was delivered (UTC); null until then.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>When it was given up or came back (UTC); null unless that happened.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>When it was withdrawn because it no longer had any point (UTC); null unless it was.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>When somebody dealt with its failure (UTC); null until then.</summary>
    public DateTimeOffset? DealtWithAt { get; private set; }

    /// <summary>The name of whoever dealt with it; null until then.</summary>
    public string? DealtWithBy { get; private set; }

    /// <summary>When it was forgotten whom it went to and what it said (UTC); null until then.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>How often it was handed to the provider.</summary>
    public int Attempts { get; private set; }

    /// <summary>The instant before which it is not tried (UTC).</summary>
    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>Why the provider did not take it the last time, or why it was withdrawn; null where neither happened.</summary>
    public string? LastError { get; private set; }

    public static Guid IdOf(Guid about, string occasion, Guid recipient) => DerivedId.Of(about, occasion, recipient.ToString("N"));

    /// <param name="occasion">Why it is written.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="draft">The words.</param>
    /// <param name="at">When.</param>
    /// <param name="isForDigest">Whether it waits for the recipient's daily letter instead of going out itself.</param>
    /// <param name="wait">How long it waits for others of its kind.</param>
    public static Letter Write(
        Occasion occasion,
        KnownContact to,
        Draft draft,
        DateTimeOffset at,
        bool isForDigest = false,
        TimeSpan wait = default
    ) =>
        new()
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
            TrueUntil = occasion.TrueUntil,
            IsRung = occasion.IsRung,
            IsToOfficers = occasion.Roles is [Roles.Officer],
            Occasion = occasion.Kind,
            Partnership = occasion.Partnership,
            RecipientId = to.UserId,
            ToName = to.Name,
            ToAddress = to.Email,
            Subject = draft.Subject,
            Text = draft.Text,
            Html = draft.Html,
            Code = occasion.Code,
            EnclosedName = draft.Enclosed?.Name,
            EnclosedText = draft.Enclosed?.Text,
            QueuedAt = at,
            NotBefore = at + wait,
        };

    // Ten attempts over three days: no letter is lost if a mail server is down for a weekend.
    private static readonly TimeSpan[] Gaps =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(8),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
        TimeSpan.FromHours(24),
    ];

    /// <summary>What was filled into its template under a name; null where nothing was.</summary>
    public FieldValue? Field(string name) => Fields is { } fields ? FieldValue.Read(fields).GetValueOrDefault(name) : null;

    /// <summary>Its line in a letter that it is put into: its subject and the address of what it is about, or else its own.</summary>
    /// <param name="office">Who writes.</param>
    /// <param name="besides">What is put between the two.</param>
    public string Line(Office office, string besides = "") =>
        $"{Subject}{besides} ({(Field("link")?.Link ?? office.Link($"/notifications/{Id}")).AbsoluteUri})";

    /// <summary>The lines of its first list: what happens next, or what to do.</summary>
    public IReadOnlyList<string> Points =>
        [
            .. Text.Split('\n')
                .SkipWhile(l => !l.StartsWith("- ", StringComparison.Ordinal))
                .TakeWhile(l => l.StartsWith("- ", StringComparison.Ordinal))
                .Select(l => l[2..]),
        ];

    private LetterDetails Details => new(AboutId, Partnership, ToName, Subject);

    /// <summary>The provider took it.</summary>
    public void Sent(DateTimeOffset at)
    {
        State = LetterState.Sent;
        SentAt = at;
        (LastError, Code) = (null, null);
        Attempts++;
        Raise(v => new LetterSent(Id, v, at, Person.Platform, Details));
    }

    /// <summary>It is not to be sent: what it says is no longer so, or its recipient has left.</summary>
    public void Withdraw(string why, DateTimeOffset at)
    {
        (State, WithdrawnAt) = (LetterState.Withdrawn, at);
        (LastError, Code) = (why, null);
        Raise(v => new LetterWithdrawn(Id, v, at, Person.Platform, Details, why));
    }

    /// <summary>It waits, without that being an attempt.</summary>
    public void Wait(DateTimeOffset until) => NotBefore = until;

    /// <summary>It is in the recipient's daily letter, or goes together with others of its kind.</summary>
    public void PutInto(Guid digest) => (State, DigestId) = (LetterState.Collected, digest);

    /// <summary>The letter that it was put into has gone.</summary>
    public void SentTogether(DateTimeOffset at)
    {
        SentAt = at;
        Raise(v => new LetterSent(Id, v, at, Person.Platform, Details));
    }

    /// <summary>
    /// What a provider reported of the letter that it was put into, so that the timeline of what this one is about says it too.
    /// </summary>
    public void Share(Letter together, DateTimeOffset at)
    {
        if (State != LetterState.Collected)
            return;
        if (SentAt is null)
            SentTogether(at);
        if (together.State == LetterState.Delivered && DeliveredAt is null)
        {
            DeliveredAt = at;
            Raise(v => new LetterDelivered(Id, v, at, Person.Platform, Details));
        }
        if (together.State == LetterState.Failed && FailedAt is null)
        {
            FailedAt = at;
            Raise(v => new LetterFailed(Id, v, at, Person.Platform, Details, WithoutAddresses(together.LastError!)) { Into = together.Id });
        }
    }

    /// <summary>The letter that it was put into is not sent, so it goes by itself, or with others again.</summary>
    public void TakeOut(DateTimeOffset at)
    {
        (State, DigestId) = (LetterState.Queued, null);
        NotBefore = at;
    }

    /// <summary>The provider will never take it.</summary>
    public void Refused(string why, DateTimeOffset at)
    {
        Attempts++;
        Fail(why, at);
    }

    /// <summary>The provider did not take it this time. It is tried again later, with growing gaps, until these are used up.</summary>
    public void NotTaken(string why, DateTimeOffset at)
    {
        (LastError, NotBefore) = (why, Attempts < Gaps.Length ? at + Gaps[Attempts] : NotBefore);
        if (++Attempts > Gaps.Length)
            Fail(why, at);
    }

    /// <summary>
    /// It reached the recipient's mailbox. If it is still queued, the provider took it but the process that handed it over died.
    /// </summary>
    public void Delivered(DateTimeOffset at)
    {
        if (State is not (LetterState.Queued or LetterState.Sent or LetterState.Failed))
            return;
        if (State == LetterState.Queued)
            Sent(at);
        State = LetterState.Delivered;
        DeliveredAt = at;
        LastError = null;
        Raise(v => new LetterDelivered(Id, v, at, Person.Platform, Details));
    }

    /// <summary>It came back. Some providers report that long after they have reported it as delivered.</summary>
    /// <returns>Whether that is news.</returns>
    public bool CameBack(string why, DateTimeOffset at)
    {
        if (State is not (LetterState.Queued or LetterState.Sent or LetterState.Delivered))
            return false;
        if (State == LetterState.Queued)
            Sent(at);
        Fail(why, at);
        return true;
    }

    /// <summary>Marks its failure as dealt with. A second time changes nothing.</summary>
    public void DealWith(Person by, DateTimeOffset at)
    {
        if (State != LetterState.Failed || DealtWithAt is not null)
            return;
        (DealtWithAt, DealtWithBy) = (at, by.Name);
        Raise(v => new AlertClosed(Id, v, at, by));
    }

    /// <summary>Whom it went to and what it said are no longer kept.</summary>
    public void Forget(DateTimeOffset at)
    {
        ForgottenAt = at;
        ToName = Commitments.NoLongerKept;
        Subject = Commitments.NoLongerKept;
        ToAddress = "";
        (Text, Html) = ("", "");
        (Code, Fields) = (null, null);
        (EnclosedName, EnclosedText) = (null, null);
        if (LastError is not null)
            LastError = Commitments.NoLongerKept;
    }

    private void Fail(string why, DateTimeOffset at)
    {
        State = LetterState.Failed;
        (LastError, Code) = (why, null);
        FailedAt = at;
        Raise(v => new LetterFailed(Id, v, at, Person.Platform, Details, WithoutAddresses(why)));
    }

    /// <summary>Removes addresses, which mail servers repeat in their answers: no message or log contains one.</summary>
    public static string WithoutAddresses(string why) => Address().Replace(why, "…");

    [GeneratedRegex(@"\S+@\S+")]
    private static partial Regex Address();
}
