using Platform.Contracts;

namespace Platform.Bids.Rounds;

/// <summary>The reminders of one round's deadline to those who have submitted nothing.</summary>
/// <param name="Days">The rungs: how many days before the deadline.</param>
/// <param name="Done">Those that have gone out for this deadline, or were overtaken by a later one.</param>
internal sealed record RoundReminders(IReadOnlyList<int> Days, IReadOnlyList<int> Done)
{
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>When the rung of that many days falls due.</summary>
    public static DateTimeOffset DueAt(int days, Round round) => London.At(round.LastDay.AddDays(-days), Morning);

    /// <summary>The rungs that are due. Of several that were missed, only the one nearest to the deadline goes out.</summary>
    public IReadOnlyList<int> Due(Round round, DateTimeOffset at) =>
        round.IsOpenAt(at) ? [.. Left(round).Where(days => DueAt(days, round) <= at)] : [];

    /// <summary>After those have been used.</summary>
    public RoundReminders Used(IEnumerable<int> due) => this with { Done = [.. Done, .. due] };

    /// <summary>Changes the rungs. A new one in the past is not sent late.</summary>
    public RoundReminders Changed(IReadOnlyList<int> days, Round round, DateTimeOffset at) =>
        new(days, round.IsPublished ? [.. Done.Union(days.Except(Days).Where(d => DueAt(d, round) <= at))] : Done);

    /// <summary>The deadline has moved: rungs that are still ahead go out again.</summary>
    public RoundReminders Anew(Round round, DateTimeOffset at) => this with { Done = [.. Done.Where(days => DueAt(days, round) <= at)] };

    /// <summary>When to look at the round again; null while there is nothing ahead.</summary>
    public DateTimeOffset? NextLook(Round round, DateTimeOffset at) =>
        round is { IsPublished: true, ClosedAt: null }
        && at < round.ClosesAt
        && Left(round).Select(days => DueAt(days, round)).DefaultIfEmpty().Min() is var next
        && next != default
            ? next
            : null;

    // A rung from before bidders saw the round does not count as missed.
    private IEnumerable<int> Left(Round round) =>
        Days.Except(Done).Where(days => DueAt(days, round) >= round.OpensAt && DueAt(days, round) >= round.PublishedAt);
}
