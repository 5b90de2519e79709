using Platform.Contracts;

namespace Platform.Bids.Rounds;

/// <summary>The reminders of one round's deadline to those who have submitted nothing.</summary>
/// <param name="Days">The rungs: how many days before the deadline.</param>
/// <param name="Done">The rungs that have gone out for this deadline, or were overtaken by one nearer to it.</param>
internal sealed record RoundReminders(IReadOnlyList<int> Days, IReadOnlyList<int> Done)
{
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>When the rung that many days before the deadline is due.</summary>
    public static DateTimeOffset DueAt(int days, Round round) => London.At(round.LastDay.AddDays(-days), Morning);

    /// <summary>The rungs that are due. If several are, only the one nearest to the deadline goes out.</summary>
    public IReadOnlyList<int> Due(Round round, DateTimeOffset at) =>
        round.IsOpenAt(at) ? [.. Left(round).Where(days => DueAt(days, round) <= at)] : [];

    /// <summary>The reminders once those rungs have been used.</summary>
    public RoundReminders Used(IEnumerable<int> due) => this with { Done = [.. Done, .. due] };

    /// <summary>Changes the rungs. A new one whose day is past does not go out late.</summary>
    public RoundReminders Changed(IReadOnlyList<int> days, Round round, DateTimeOffset at) =>
        new(days, round.IsPublished ? [.. Done.Union(days.Except(Days).Where(d => DueAt(d, round) <= at))] : Done);

    /// <summary>The reminders for a moved deadline: rungs that are still ahead go out again.</summary>
    public RoundReminders Anew(Round round, DateTimeOffset at) => this with { Done = [.. Done.Where(days => DueAt(days, round) <= at)] };

    /// <summary>When to look at the round again; null while no rung is ahead.</summary>
    public DateTimeOffset? NextLook(Round round, DateTimeOffset at) =>
        round is { IsPublished: true, ClosedAt: null }
        && at < round.ClosesAt
        && Left(round).Select(days => DueAt(days, round)).DefaultIfEmpty().Min() is var next
        && next != default
            ? next
            : null;

    // A rung due before the round opened or was published does not count as missed.
    private IEnumerable<int> Left(Round round) =>
        Days.Except(Done).Where(days => DueAt(days, round) >= round.OpensAt && DueAt(days, round) >= round.PublishedAt);
}
