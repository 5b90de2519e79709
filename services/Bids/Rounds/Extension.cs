using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Rounds;

/// <summary>More time for one partnership in one round, whether or not it asked. The public deadline stays.</summary>
internal sealed class Extension : Aggregate, IOfPartnership
{
    public const int LongestReason = 1000;

    private Extension() { }

    public Guid RoundId { get; private init; }
    public string RoundReference { get; private init; } = "";

    /// <summary>The round's name when it was asked for or given.</summary>
    public string RoundName { get; private init; } = "";
    public Partnership Partnership { get; private init; } = null!;

    /// <summary>Requested, or how it was answered.</summary>
    public ExtensionState State { get; private set; }

    /// <summary>Why more time is needed.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>When it was asked for, or given without a request (UTC).</summary>
    public DateTimeOffset RequestedAt { get; private init; }

    /// <summary>Who asked, or the officer who gave it without a request.</summary>
    public Person RequestedBy { get; private init; } = null!;

    /// <summary>The new deadline, exclusive like a round's; null unless it was granted.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>What the office said to the partnership; empty until then.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Who granted or refused it.</summary>
    public Person? Approver { get; private set; }

    /// <summary>When the office answered (UTC); null until then.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    public static Result<Extension> Request(Round round, Partnership partnership, string? reason, Person by, DateTimeOffset at)
    {
        if (!round.Invites(partnership))
            return Result.Refused("not-invited", $"{round.Name} is not open to {partnership.Name}");
        if (at < round.OpensAt)
            return round.WindowUntil(null).NotOpen(at);
        if (at >= round.ClosesAt.AddDays(366))
            return Result.Refused("round-closed", $"{round.Name} closed more than a year ago");
        var (extension, problems) = Make(round, partnership, reason, by, at);
        if (problems.Count > 0)
            return Result.Of(problems);
        extension.Raise(v => new ExtensionRequested(extension.Id, v, at, by, extension.Details));
        return extension;
    }

    /// <summary>Gives more time without a request.</summary>
    public static Result<Extension> Give(
        Round round,
        Partnership partnership,
        string? reason,
        DateOnly lastDay,
        Person by,
        DateTimeOffset at
    )
    {
        var (extension, problems) = Make(round, partnership, reason, by, at);
        if (!round.Invites(partnership))
            problems.Add(new(nameof(Partnership), $"{round.Name} is not open to {partnership.Name}"));
        problems.AddRange(Problems(lastDay, round, at));
        if (problems.Count > 0)
            return Result.Of(problems);
        extension.Grant(lastDay, "", by, at);
        return extension;
    }

    public Result Approve(Round round, DateOnly lastDay, string? answer, Person by, DateTimeOffset at)
    {
        if (State != ExtensionState.Requested)
            return AlreadyAnswered;
        if (Problems(lastDay, round, at) is { Count: > 0 } problems)
            return Result.Of(problems);
        Grant(lastDay, TypedText.Tidy(answer), by, at);
        return Result.Done;
    }

    public Result Refuse(string? answer, Person by, DateTimeOffset at)
    {
        if (State != ExtensionState.Requested)
            return AlreadyAnswered;
        var typed = TypedText.Tidy(answer);
        if (typed.Length is 0 or > LongestReason)
            return Result.Of([new(nameof(Answer), "Enter why there is no more time, in 1,000 characters or less")]);
        State = ExtensionState.Refused;
        Answer = typed;
        Approver = by;
        AnsweredAt = at;
        Raise(v => new ExtensionRefused(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>Records that its end has been acted on; decides nothing.</summary>
    public void End(DateTimeOffset at)
    {
        if (State != ExtensionState.Granted)
            return;
        State = ExtensionState.Ended;
        Raise(v => new ExtensionEnded(Id, v, at, Person.Platform, Details));
    }

    public ExtensionDetails Details => new(RoundId, RoundReference, RoundName, Partnership, State, Reason, Until, Answer);

    private static Result AlreadyAnswered => Result.Refused("extension-answered", "This request has been answered");

    private static (Extension Extension, List<Problem> Problems) Make(
        Round round,
        Partnership partnership,
        string? reason,
        Person by,
        DateTimeOffset at
    )
    {
        var typed = TypedText.Tidy(reason);
        var extension = new Extension
        {
            RoundId = round.Id,
            RoundReference = round.Reference,
            RoundName = round.Name,
            Partnership = partnership,
            Reason = typed,
            RequestedAt = at,
            RequestedBy = by,
        };
        return (
            extension,
            typed.Length is 0 or > LongestReason ? [new(nameof(Reason), "Enter why more time is needed, in 1,000 characters or less")] : []
        );
    }

    private static List<Problem> Problems(DateOnly lastDay, Round round, DateTimeOffset at) =>
        lastDay.Year is < 2000 or > 2101 ? [new(nameof(Until), "The new deadline must be between 2000 and 2101")]
        : London.EndOf(lastDay) <= at || London.EndOf(lastDay) <= round.ClosesAt
            ? [new(nameof(Until), "The new deadline must be in the future and after the round’s own")]
        : London.EndOf(lastDay) > round.ClosesAt.AddDays(366)
            ? [new(nameof(Until), "The new deadline must be within a year of the round’s own")]
        : [];

    private void Grant(DateOnly lastDay, string answer, Person by, DateTimeOffset at)
    {
        State = ExtensionState.Granted;
        Until = London.EndOf(lastDay);
        Answer = answer;
        Approver = by;
        AnsweredAt = at;
        Raise(v => new ExtensionGranted(Id, v, at, by, Details));
    }
}
