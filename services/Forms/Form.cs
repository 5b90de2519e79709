using Platform.Contracts;
using Platform.Forms.SendingBack;
using Platform.Forms.Submissions;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Forms;

/// <summary>
/// Something that people in a partnership write together, part by part, and hand in; parts may be sent back to be changed. The service that
/// has it decides what it asks and when it may be changed.
/// </summary>
public abstract class Form : Aggregate, IOfPartnership
{
    /// <summary>The section that is its files.</summary>
    public const string Attachments = "attachments";

    /// <summary>How many characters an answer to what was sent back can have.</summary>
    public const int LongestAnswer = 2000;

    /// <summary>How many characters a reason for giving it back can have.</summary>
    public const int LongestDeclined = 1000;

    /// <summary>Whose it is.</summary>
    public Partnership Partnership { get; protected init; } = null!;

    /// <summary>When each part was last saved, by the part's name: a section, or one page or thing in it ("risks/0195…").</summary>
    public IReadOnlyDictionary<string, SavedPart> Parts { get; protected set; } = new Dictionary<string, SavedPart>();

    /// <summary>The user ids of those who have worked on it, in the order in which they began: they are told what becomes of it.</summary>
    public Guid[] WorkedOnBy { get; private set; } = [];

    /// <summary>
    /// When it was first submitted (UTC), which decides whether it was in time; kept when it is sent back and submitted again.
    /// </summary>
    public DateTimeOffset? FirstSubmittedAt { get; private set; }

    /// <summary>When it was last submitted (UTC).</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Who submitted it then.</summary>
    public Person? SubmittedBy { get; private set; }

    /// <summary>The SHA-256 of what was submitted then, in hex.</summary>
    public string? Hash { get; private set; }

    /// <summary>The sections that are to be changed, and why; empty where nothing was sent back.</summary>
    public IReadOnlyList<SectionNote> SentBack { get; protected set; } = [];

    /// <summary>What was sent back before the last submission, each with its answer; empty where nothing was.</summary>
    public IReadOnlyList<SectionNote> Answered { get; private set; } = [];

    /// <summary>What was sent back and is not answered: it cannot be handed in again before.</summary>
    public IReadOnlyList<SectionNote> Unanswered => [.. SentBack.Where(n => n.Answer.Length == 0)];

    /// <summary>When and by whom it was handed over to whoever hands it in, as it was then; null unless it waits for that.</summary>
    public SavedPart? Ready { get; private set; }

    /// <summary>Why it was given back instead of being handed in, until it is handed over again; empty otherwise.</summary>
    public string Declined { get; private set; } = "";

    /// <summary>What has been saved since it was handed over, by the part's name; nothing unless it waits to be handed in.</summary>
    public IReadOnlyDictionary<string, SavedPart> ChangedSinceReady =>
        Parts.Where(p => p.Value.Version > Ready?.Version).ToDictionary(p => p.Key, p => p.Value);

    /// <summary>Whether the office may read what it says: a draft is its partnership's own.</summary>
    public bool IsOpenToOffice => FirstSubmittedAt is not null;

    /// <summary>Whether the office reads the last submission, because what was written since has not been submitted.</summary>
    public bool IsRewritten => IsOpenToOffice && !IsHandedIn;

    /// <summary>Whether it stands as it was last submitted.</summary>
    protected abstract bool IsHandedIn { get; }

    /// <summary>When a part was last saved, the whole that it belongs to, or something in it; null if never.</summary>
    /// <param name="part">The part.</param>
    /// <param name="which">Which saves count; null for all.</param>
    public SavedPart? LastSaved(string part, Func<SavedPart, bool>? which = null) =>
        Parts
            .Where(p => which is null || which(p.Value))
            .Where(p =>
                p.Key == part
                || p.Key.StartsWith(part + "/", StringComparison.Ordinal)
                || part.StartsWith(p.Key + "/", StringComparison.Ordinal)
            )
            .Select(p => p.Value)
            .MaxBy(p => p.Version);

    /// <summary>
    /// Whether somebody has saved a part since that version was read: nobody hands in what they have not seen. Null is whoever does not say
    /// what they read, and is believed.
    /// </summary>
    public bool IsChangedSince(int? readVersion) => readVersion < 1 || Parts.Values.Any(p => p.Version > readVersion);

    /// <summary>Hands it in.</summary>
    /// <param name="what">All that it says.</param>
    /// <param name="by">Who submits it.</param>
    /// <param name="at">When the request reached the gateway.</param>
    /// <returns>What was submitted, to be kept.</returns>
    protected Submission HandIn<T>(T what, Person by, DateTimeOffset at)
        where T : notnull
    {
        var made = Submission.Of(this, what, by, at);
        WorkedOn(by);
        FirstSubmittedAt ??= at;
        SubmittedAt = at;
        SubmittedBy = by;
        Hash = made.Hash;
        (Answered, SentBack) = (SentBack, []);
        return made;
    }

    /// <summary>Notes that it waits to be handed in.</summary>
    protected void BeReady(Person by, DateTimeOffset at)
    {
        WorkedOn(by);
        (Ready, Declined) = (new(Version + 1, by, at), "");
    }

    /// <summary>Notes that it no longer waits to be handed in.</summary>
    protected void NotReady() => Ready = null;

    /// <summary>Gives it back to those who prepare it, with the reason.</summary>
    /// <returns>What is wrong with the reason, or done.</returns>
    protected Result GiveBack(string? reason)
    {
        var typed = TypedText.Tidy(reason);
        if (typed.Length is 0 or > LongestDeclined)
            return Result.Of([new("Reason", $"Enter what is to be changed, in {LongestDeclined:N0} characters or less")]);
        (Ready, Declined) = (null, typed);
        return Result.Done;
    }

    /// <summary>Notes that what was said when it was given back is over.</summary>
    protected void Settled() => (Ready, Declined) = (null, "");

    /// <summary>Notes that somebody at the partnership works on it.</summary>
    protected void WorkedOn(Person by)
    {
        if (by != Person.Platform && !WorkedOnBy.Contains(by.UserId))
            WorkedOnBy = [.. WorkedOnBy, by.UserId];
    }

    /// <summary>Asks for changes. Answers to what was asked before are no longer parts of the form.</summary>
    protected void Ask(IReadOnlyList<SectionNote> notes) =>
        (SentBack, Parts) = (notes, Parts.Where(p => SectionNotes.SectionOf(p.Key) is null).ToDictionary(p => p.Key, p => p.Value));

    /// <summary>Saves what the partnership answers to the reason for which a section was sent back.</summary>
    /// <param name="section">The section.</param>
    /// <param name="text">What was changed, or why nothing was.</param>
    /// <param name="mayChange">Whether the section may be changed now.</param>
    /// <param name="readVersion">The version of the form that was read.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="at">When the request arrived.</param>
    public Result Answer(string section, string? text, Result mayChange, int readVersion, Person by, DateTimeOffset at)
    {
        if (!mayChange.IsDone)
            return mayChange;
        if (SentBack.FirstOrDefault(n => n.Section == section) is not { } note)
            return Result.NotFound;
        var (typed, part) = (TypedText.Tidy(text), SectionNotes.PartOf(section));
        // A full stop alone answers nothing.
        if (!typed.Any(char.IsLetterOrDigit) || typed.Length > LongestAnswer)
            return Result.Of([new("Answer", $"Enter what you have changed, or why not, in {LongestAnswer:N0} characters or less")]);
        // Whoever saves a colleague's answer again vouches for it from then on.
        if (typed == note.Answer && Parts.GetValueOrDefault(part)?.By.UserId == by.UserId)
            return Result.Done;
        if (readVersion < 1 || readVersion > Version || LastSaved(part)?.Version > readVersion)
            return Result.Stale;
        SentBack = [.. SentBack.Select(n => n.Section == section ? n with { Answer = typed } : n)];
        Saved(part, by, at);
        return Result.Done;
    }

    /// <summary>Takes out of a copy that is never saved what the partnership has answered and not submitted.</summary>
    public void HideAnswers() => SentBack = SectionNotes.WithoutAnswers(SentBack);

    /// <summary>Records a change beside the content, such as a file: it counts as a save of its section.</summary>
    public abstract void Saved(string section, Person by, DateTimeOffset at);
}

/// <summary>When a part was last saved, and by whom.</summary>
/// <param name="Version">The form's version then.</param>
/// <param name="By">Who saved it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="FromFileOf">
/// Where it was saved from a file, the version that the file was made from: the same file may be sent again. Null where it was typed.
/// </param>
public sealed record SavedPart(int Version, Person By, DateTimeOffset At, int? FromFileOf = null)
{
    /// <summary>Whether that person has saved it from the file that they send now.</summary>
    public bool IsFrom(int fileOf, Person by) => FromFileOf == fileOf && By.UserId == by.UserId;
}
