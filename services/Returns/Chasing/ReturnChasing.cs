using Platform.Contracts;

namespace Platform.Returns.Chasing;

/// <summary>The dates that a return's reminders depend on.</summary>
/// <param name="OpensOn">When it can be filled in.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="LadderFrom">The first day on which reminders of this due date make sense.</param>
internal readonly record struct Term(DateOnly OpensOn, DateOnly DueOn, DateOnly LadderFrom);

/// <summary>How one return is chased: the rung it has reached, what follows from that, and whether chasing is paused or stopped.</summary>
internal sealed record ReturnChasing
{
    /// <summary>The last rung used for this due date, in working days from it; null where none has been.</summary>
    public int? LastRung { get; init; }
    public ChasingState State { get; init; }

    /// <summary>The day on which chasing goes on after a pause; null where somebody has to resume it.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>Why chasing was paused, stopped or resumed.</summary>
    public string Reason { get; init; } = "";
    public bool PaymentHeld { get; init; }
    public bool NamedToBoard { get; init; }

    /// <summary>The day of the last reminder that an officer sent by hand.</summary>
    public DateOnly? RemindedOn { get; init; }

    /// <summary>The same with nothing held for it and nothing named to the board any more.</summary>
    public ReturnChasing Settled() => this with { PaymentHeld = false, NamedToBoard = false };

    /// <summary>The same for a new due date: the ladder begins again.</summary>
    public ReturnChasing Anew() => Settled() with { LastRung = null };

    /// <summary>The same paused, stopped or resumed.</summary>
    public ReturnChasing Changed(ChasingState to, DateOnly? until, string why) =>
        this with
        {
            State = to,
            PausedUntil = to == ChasingState.Paused ? until : null,
            Reason = why,
        };

    /// <summary>Whether the day on which a pause ends has come.</summary>
    public bool IsPauseOver(DateTimeOffset now) => State == ChasingState.Paused && PausedUntil is { } until && now >= London.StartOf(until);

    /// <summary>
    /// The rung to use now: the highest that is due; those below it are skipped for good. Null where none is due, outside office hours, and
    /// while chasing is paused or stopped.
    /// </summary>
    public Rung? RungDue(DateTimeOffset now, IReadOnlyList<Rung> ladder, Term term) =>
        State == ChasingState.On && OfficeHours.Contain(now) ? Highest(now, ladder, term) : null;

    /// <summary>The same once a rung has been used.</summary>
    public ReturnChasing Used(Rung rung) =>
        this with
        {
            LastRung = rung.WorkingDays,
            PaymentHeld = PaymentHeld || rung.Escalates,
            NamedToBoard = NamedToBoard || rung.Escalates,
        };

    /// <summary>When to look again, always later than now; null for never.</summary>
    public DateTimeOffset? NextLook(DateTimeOffset now, IReadOnlyList<Rung> ladder, Term term)
    {
        if (State != ChasingState.On)
            return PausedUntil is { } until ? London.At(until, OfficeHours.From) : null;
        if (!OfficeHours.Contain(now) && Highest(now, ladder, term) is not null)
            return OfficeHours.NextOpening(now);
        return Left(ladder, term).Select(r => (DateTimeOffset?)Ladder.DueAt(r, term.DueOn)).FirstOrDefault(day => day > now);
    }

    /// <summary>The rung that would be used on a coming day if nothing happened until then; null for none.</summary>
    /// <param name="day">Today or later.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="ladder">The programme's ladder.</param>
    /// <param name="term">The return's dates.</param>
    public Rung? RungOn(DateOnly day, DateTimeOffset now, IReadOnlyList<Rung> ladder, Term term)
    {
        if (State == ChasingState.Stopped || (State == ChasingState.Paused && PausedUntil is null) || !WorkingDays.Contains(day))
            return null;
        var from = London.DateOf(now);
        if (WorkingDays.Contains(from) && London.TimeOf(now) >= OfficeHours.To)
            from = from.AddDays(1);
        if (term.OpensOn > from)
            from = term.OpensOn;
        if (PausedUntil > from)
            from = PausedUntil.Value;
        var first = WorkingDays.Add(from, 0);
        var due = Left(ladder, term).LastOrDefault(r => Ladder.DayOf(r, term.DueOn) <= day);
        // On the first day on which the job looks, whatever was due earlier is used or skipped.
        return due is not null && (day == first || (day > first && Ladder.DayOf(due, term.DueOn) == day)) ? due : null;
    }

    private Rung? Highest(DateTimeOffset now, IReadOnlyList<Rung> ladder, Term term) =>
        Left(ladder, term).LastOrDefault(r => Ladder.DueAt(r, term.DueOn) <= now);

    private IEnumerable<Rung> Left(IReadOnlyList<Rung> ladder, Term term) => Ladder.Left(ladder, term.DueOn, LastRung, term.LadderFrom);
}
