using Platform.Contracts;

namespace Platform.Returns.Model;

internal sealed partial class Return
{
    /// <summary>The last rung that was used, in working days from the due date; null when none was.</summary>
    public int? LastRung { get; private set; }

    /// <summary>When chasing is to look at this return again; null when never.</summary>
    public DateTimeOffset? NextChaseAt { get; private set; }

    /// <summary>
    /// Uses at most one rung: the highest that is due. Those below it are passed over for good. Never out of hours, never after submission.
    /// Afterwards <see cref="NextChaseAt"/> is later than <paramref name="now"/>, or null.
    /// </summary>
    public void Chase(DateTimeOffset now, IReadOnlyList<Rung> ladder)
    {
        if (State is ReturnState.Scheduled or ReturnState.Submitted)
        {
            NextChaseAt = null;
            return;
        }
        var scheduledOn = London.DateOf(ScheduledAt);
        var left = Ladder.Left(ladder, DueOn, LastRung, fillableFrom: scheduledOn > OpensOn ? scheduledOn : OpensOn).ToList();
        var due = left.LastOrDefault(r => Ladder.DueAt(r, DueOn) <= now);
        if (due is not null && !OfficeHours.Contain(now))
        {
            NextChaseAt = OfficeHours.NextOpening(now);
            return;
        }
        NextChaseAt = left.Select(r => (DateTimeOffset?)Ladder.DueAt(r, DueOn)).FirstOrDefault(day => day > now);
        if (due is null) return;
        LastRung = due.WorkingDays;
        Raise(v => new ReturnChased(Id, v, now, Person.Platform, Details, due));
    }
}
