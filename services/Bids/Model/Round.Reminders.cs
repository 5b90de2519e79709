using Platform.Contracts;

namespace Platform.Bids.Model;

internal sealed partial class Round
{
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>The rungs of <see cref="ReminderDays"/> that have gone out for this deadline, or were overtaken by a later one.</summary>
    public int[] RemindersDone { get; private set; } = [];

    /// <summary>When the job has next to look at this round; null while there is nothing ahead.</summary>
    public DateTimeOffset? NextReminderAt { get; private set; }

    /// <summary>When the rung of so many days falls due.</summary>
    public DateTimeOffset ReminderAt(int days) => London.At(LastDay.AddDays(-days), Morning);

    /// <summary>
    /// Reminds those who have submitted nothing, once a rung. What was missed is caught up with by the rung nearest to the deadline alone. Where nobody is
    /// waiting, nobody is told, and the rung is done all the same.
    /// </summary>
    public void Remind(IReadOnlyList<Standing> standings, DateTimeOffset at)
    {
        int[] due = IsOpenAt(at) ? [.. RemindersLeft.Where(days => ReminderAt(days) <= at)] : [];
        RemindersDone = [.. RemindersDone, .. due];
        var waiting = standings.Where(s => s.Submitted == 0).ToList();
        PlanReminders(at);
        if (due.Length > 0 && waiting.Count > 0) Raise(v => new RoundReminded(Id, v, at, Person.Platform, Details, due.Min(), waiting));
    }

    // A rung whose morning was before bidders saw the round was never missed.
    private IEnumerable<int> RemindersLeft => ReminderDays.Except(RemindersDone).Where(days => ReminderAt(days) >= OpensAt && ReminderAt(days) >= PublishedAt);

    private void PlanReminders(DateTimeOffset at) =>
        NextReminderAt = IsPublished && ClosedAt is null && at < ClosesAt && RemindersLeft.Select(ReminderAt).DefaultIfEmpty().Min() is var next && next != default ? next : null;

    // A rung that is new and in the past is not sent late.
    private void SetReminders(int[] days, DateTimeOffset at)
    {
        if (IsPublished) RemindersDone = [.. RemindersDone.Union(days.Except(ReminderDays).Where(d => ReminderAt(d) <= at))];
        ReminderDays = days;
        PlanReminders(at);
    }

    // Rungs that lie ahead of the new deadline go out again.
    private void ForgetRemindersAhead(DateTimeOffset at)
    {
        RemindersDone = [.. RemindersDone.Where(days => ReminderAt(days) <= at)];
        PlanReminders(at);
    }
}
