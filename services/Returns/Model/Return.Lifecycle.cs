using Platform.Contracts;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Model;

internal sealed partial class Return
{
    public const int LongestReason = 1000;

    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>Why the lead did not certify, until it is handed over again; empty otherwise.</summary>
    public string Declined { get; private set; } = "";
    public IReadOnlyList<SectionNote> SentBack { get; private set; } = [];

    /// <summary>What lateness is counted to: kept when it is sent back and submitted again.</summary>
    public DateTimeOffset? FirstSubmittedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public Person? SubmittedBy { get; private set; }
    public string? Hash { get; private set; }
    public int? WorkingDaysLate { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public Person? AcceptedBy { get; private set; }
    public string NotRequiredReason { get; private set; } = "";
    public Person? NotRequiredBy { get; private set; }

    /// <summary>Says that all is entered and the lead can certify.</summary>
    public Result HandOver(GrantFigures figures, Programme programme, Person by, DateTimeOffset at)
    {
        if (State == ReturnState.ReadyToCertify) return Result.Done;
        if (NotNow(at) is { } refusal) return refusal;
        if (ReturnCheck.Missing(this, figures, programme) is { Count: > 0 } missing) return Result.Of(missing);
        (State, ReadyAt, Declined) = (ReturnState.ReadyToCertify, at, "");
        Raise(v => new ReturnReady(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>The lead gives it back to the editors instead of certifying it.</summary>
    public Result Decline(string? reason, Person by, DateTimeOffset at)
    {
        if (State != ReturnState.ReadyToCertify) return NotReady;
        if (Typed(reason, "what is to be changed", out var why) is { } wrong) return wrong;
        (State, ReadyAt, Declined) = (WhileWritten, null, why);
        Raise(v => new ReturnDeclined(Id, v, at, by, Details, why));
        return Result.Done;
    }

    /// <summary>Certifies the return as it was read, and hands it in. Nobody certifies what they entered themselves; people are compared by user id.</summary>
    /// <param name="readVersion">The version that the certifier read; null to certify whatever there is.</param>
    /// <param name="files">What is handed in with it.</param>
    /// <param name="by">The certifier.</param>
    /// <param name="at">When the request reached the gateway: lateness is counted to here.</param>
    /// <returns>What was submitted, to be kept; null where nothing was, or where it had been submitted before.</returns>
    public (ReturnSubmission? Made, Result Result) Submit(int? readVersion, IReadOnlyList<SubmittedFile> files, Person by, DateTimeOffset at)
    {
        if (State is ReturnState.Submitted or ReturnState.Accepted) return (null, Result.Done);
        if (State != ReturnState.ReadyToCertify) return (null, NotReady);
        if (Parts.Values.Any(p => p.By.UserId == by.UserId))
            return (null, Result.Refused("preparer-cannot-certify", "You entered part of this return. Somebody else must certify it"));
        if (readVersion < Parts.Values.Max(p => p.Version)) return (null, Result.Stale);
        if (NilReason.Length > 0) (Lines, Overall) = ([], new());
        var made = ReturnSubmission.Of(this, files, by, at);
        (State, SubmittedAt, SubmittedBy, Hash, SentBack) = (ReturnState.Submitted, at, by, made.Hash, []);
        FirstSubmittedAt ??= at;
        WorkingDaysLate ??= WorkingDays.Between(DueOn, London.DateOf(at));
        StopAsking();
        Raise(v => new ReturnSubmitted(Id, v, at, by, Details));
        return (made, Result.Done);
    }

    /// <summary>Asks the partnership to change some sections.</summary>
    public Result SendBack(IReadOnlyList<SectionNote> notes, Person by, DateTimeOffset at)
    {
        if (State != ReturnState.Submitted) return Result.Refused("not-submitted", "Only a submitted return that has not been accepted can be sent back");
        var typed = notes.Select(n => n with { Reason = TypedText.Tidy(n.Reason), Name = ReturnSections.Name(this, n.Section) }).ToList();
        if (ReturnSections.Problems(this, typed) is { Count: > 0 } problems) return Result.Of(problems);
        (State, SentBack) = (ReturnState.SentBack, typed);
        Raise(v => new ReturnSentBack(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>The office has read it. From now on it does not change.</summary>
    /// <param name="readVersion">The version that the officer read; null to accept whatever there is.</param>
    /// <param name="by">The officer.</param>
    /// <param name="at">When.</param>
    public Result Accept(int? readVersion, Person by, DateTimeOffset at)
    {
        if (State == ReturnState.Accepted) return Result.Done;
        if (State != ReturnState.Submitted) return Result.Refused("not-submitted", "Only a submitted return can be accepted");
        if (readVersion < Version) return Result.Stale;
        (State, AcceptedAt, AcceptedBy) = (ReturnState.Accepted, at, by);
        Raise(v => new ReturnAccepted(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Nobody waits for it any more.</summary>
    public Result NotRequire(string? reason, Person by, DateTimeOffset at)
    {
        if (State == ReturnState.NotRequired) return Result.Done;
        if (!IsOwed) return Result.Refused("already-submitted", "This return is in");
        if (Typed(reason, "why it is not required", out var why) is { } wrong) return wrong;
        (State, ReadyAt, NotRequiredReason, NotRequiredBy) = (ReturnState.NotRequired, null, why, by);
        StopAsking();
        Raise(v => new ReturnNotRequired(Id, v, at, by, Details, why));
        return Result.Done;
    }

    /// <summary>It is needed after all.</summary>
    public Result RequireAgain(string? reason, Person by, DateTimeOffset at)
    {
        if (State != ReturnState.NotRequired) return Result.Refused("required", "This return is required");
        if (Typed(reason, "why it is required again", out var why) is { } wrong) return wrong;
        State = at < OpensAt ? ReturnState.Scheduled : Parts.Count > 0 ? ReturnState.InProgress : ReturnState.Open;
        (NotRequiredReason, NotRequiredBy) = ("", null);
        LookAgain(at);
        Raise(v => new ReturnRescheduled(Id, v, at, by, Details, why));
        return Result.Done;
    }

    private Result? NotNow(DateTimeOffset at) =>
        State is ReturnState.Submitted or ReturnState.Accepted or ReturnState.NotRequired ? MayChange("", at)
        : at < OpensAt ? MayChange("", at) : null;

    private static Result NotReady => Result.Refused("not-ready-to-certify", "This return has not been handed over to be certified");

    private static Result? Typed(string? reason, string what, out string tidy)
    {
        tidy = TypedText.Tidy(reason);
        return tidy.Length is 0 or > LongestReason ? Result.Of([new("Reason", $"Enter {what}, in 1,000 characters or less")]) : null;
    }
}
