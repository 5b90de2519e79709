using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Model;

internal sealed partial class Round
{
    public const int LongestReason = 1000;

    /// <summary>How the deadline for everybody was moved, oldest first.</summary>
    public IReadOnlyList<DeadlineMove> DeadlineMoves { get; private set; } = [];

    /// <summary>The day, in London, on which the deadline falls.</summary>
    public DateOnly LastDay => London.DateOf(ClosesAt.AddTicks(-1));

    /// <summary>Whether a request that reached the gateway at that instant is in time.</summary>
    public bool IsOpenAt(DateTimeOffset at) => IsPublished && OpensAt <= at && at < ClosesAt;

    /// <summary>The time in which a partnership with an extension until then may bid, or one without.</summary>
    public BiddingWindow WindowUntil(DateTimeOffset? extendedTo) => new(this, extendedTo > ClosesAt ? extendedTo.Value : ClosesAt);

    /// <summary>More time for everybody. A request that arrived before the deadline reopens a round that the job has closed meanwhile.</summary>
    public Result Extend(DateOnly lastDay, string? reason, Person by, DateTimeOffset at)
    {
        if (NotMovable(at) is { } refused) return refused;
        var problems = ReasonProblems(reason);
        if (lastDay.Year > 2101) problems.Insert(0, new(nameof(LastDay), "The new deadline must be between 2000 and 2101"));
        else if (London.EndOf(lastDay) <= ClosesAt) problems.Insert(0, new(nameof(LastDay), $"The new deadline must be later than {London.Deadline(ClosesAt)}"));
        else if (London.EndOf(lastDay) > ClosesAt.AddDays(366)) problems.Insert(0, new(nameof(LastDay), "The new deadline must be within a year of the one now"));
        if (problems.Count > 0) return Result.Of(problems);
        ClosedAt = null;
        Move(London.EndOf(lastDay), reason, by, at);
        return Result.Done;
    }

    /// <summary>Ends the time for everybody at once. Never by a slip: the officer names the round.</summary>
    public Result CloseEarly(string? typedReference, string? reason, Person by, DateTimeOffset at)
    {
        if (NotMovable(at) is { } refused) return refused;
        if (at < OpensAt) return Result.Refused("round-not-open", $"{Name} has not opened yet, and cannot be closed early");
        var problems = ReasonProblems(reason);
        if (typedReference?.Trim() != Reference) problems.Insert(0, new(nameof(Reference), $"Enter {Reference} to confirm that this is the round to close"));
        if (problems.Count > 0) return Result.Of(problems);
        Move(at, reason, by, at);
        return Result.Done;
    }

    /// <summary>Records that the deadline has been acted on. Decides nothing.</summary>
    public void Close(DateTimeOffset at, IReadOnlyList<Standing>? standings = null)
    {
        if (ClosedAt is not null) return;
        (ClosedAt, NextReminderAt) = (at, null);
        Raise(v => new RoundClosed(Id, v, at, Person.Platform, Details, standings));
    }

    private Result? NotMovable(DateTimeOffset at) => !IsPublished ? Result.NotFound
        : at >= ClosesAt ? Result.Refused("round-closed", $"{Name} closed at {London.Deadline(ClosesAt)}. Give an extension to a partnership that needs more time") : null;

    private static List<Problem> ReasonProblems(string? reason) =>
        TypedText.Tidy(reason).Length is 0 or > LongestReason ? [new("Reason", "Enter why the deadline is moved, in 1,000 characters or less")] : [];

    private void Move(DateTimeOffset to, string? reason, Person by, DateTimeOffset at)
    {
        var move = new DeadlineMove(ClosesAt, to, TypedText.Tidy(reason), by, at);
        (ClosesAt, DeadlineMoves) = (to, [.. DeadlineMoves, move]);
        ForgetRemindersAhead(at);
        Raise(v => new RoundDeadlineMoved(Id, v, at, by, Details, move.From, move.Reason));
    }
}

/// <summary>One move of a round's deadline.</summary>
internal sealed record DeadlineMove(DateTimeOffset From, DateTimeOffset To, string Reason, Person By, DateTimeOffset At);
