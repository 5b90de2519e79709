using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Model;

internal sealed partial class Return
{
    /// <summary>The last rung that was used for this due date, in working days from it; null when none was.</summary>
    public int? LastRung { get; private set; }

    /// <summary>When chasing is to look at this return again; null when never.</summary>
    public DateTimeOffset? NextChaseAt { get; private set; }
    public ChasingState Chasing { get; private set; }
    public DateOnly? PausedUntil { get; private set; }
    public string ChasingReason { get; private set; } = "";
    public bool PaymentHeld { get; private set; }
    public bool NamedToBoard { get; private set; }

    /// <summary>The day of the last reminder that an officer sent by hand.</summary>
    public DateOnly? ChasedNowOn { get; private set; }

    /// <summary>Whether there is something to ask for today.</summary>
    public bool CanBeChased => IsOwed && State != ReturnState.Scheduled;

    /// <summary>
    /// Uses at most one rung: the highest that is due. Those below it are passed over for good. Never out of hours, never after submission.
    /// Afterwards <see cref="NextChaseAt"/> is later than <paramref name="now"/>, or null.
    /// </summary>
    public void Chase(DateTimeOffset now, IReadOnlyList<Rung> ladder)
    {
        if (!CanBeChased || Chasing == ChasingState.Stopped)
        {
            NextChaseAt = null;
            return;
        }
        if (Chasing == ChasingState.Paused && !EndPause(now)) return;
        var left = Ladder.Left(ladder, DueOn, LastRung, LadderFrom).ToList();
        var due = left.LastOrDefault(r => Ladder.DueAt(r, DueOn) <= now);
        if (due is not null && !OfficeHours.Contain(now))
        {
            NextChaseAt = OfficeHours.NextOpening(now);
            return;
        }
        NextChaseAt = left.Select(r => (DateTimeOffset?)Ladder.DueAt(r, DueOn)).FirstOrDefault(day => day > now);
        if (due is null) return;
        LastRung = due.WorkingDays;
        if (due.Escalates) (PaymentHeld, NamedToBoard) = (true, true);
        Raise(v => new ReturnChased(Id, v, now, Person.Platform, Details, due));
    }

    /// <summary>The rung that would be used on a day to come if nothing else happened until then; null for none.</summary>
    /// <param name="day">Today or later.</param>
    /// <param name="now">When that is asked.</param>
    /// <param name="ladder">The programme's.</param>
    public Rung? RungOn(DateOnly day, DateTimeOffset now, IReadOnlyList<Rung> ladder)
    {
        if (!IsOwed || Chasing == ChasingState.Stopped || (Chasing == ChasingState.Paused && PausedUntil is null) || !WorkingDays.Contains(day)) return null;
        var from = London.DateOf(now);
        if (WorkingDays.Contains(from) && London.TimeOf(now) >= OfficeHours.To) from = from.AddDays(1);
        if (OpensOn > from) from = OpensOn;
        if (Chasing == ChasingState.Paused && PausedUntil > from) from = PausedUntil.Value;
        var first = WorkingDays.Add(from, 0);
        var due = Ladder.Left(ladder, DueOn, LastRung, LadderFrom).LastOrDefault(r => Ladder.DayOf(r, DueOn) <= day);
        // What was due earlier is used, or passed over, on the first day on which anybody looks.
        return due is not null && (day == first || (day > first && Ladder.DayOf(due, DueOn) == day)) ? due : null;
    }

    /// <summary>Pauses the chasing, until a day or until it is let go on, stops it, or lets it go on.</summary>
    public Result ChangeChasing(ChasingState to, DateOnly? until, string? reason, Person by, DateTimeOffset at)
    {
        if (!IsOwed) return Result.Refused("already-submitted", "This return is in, or not required: nobody is chased for it");
        var problems = new List<Problem>();
        if (to == ChasingState.Paused && until <= London.DateOf(at)) problems.Add(new("Until", "The day on which chasing goes on must be in the future"));
        if (Typed(reason, "why", out var why) is { } wrong) problems.AddRange(wrong.Problems);
        if (problems.Count > 0) return Result.Of(problems);
        (Chasing, PausedUntil, ChasingReason) = (to, to == ChasingState.Paused ? until : null, why);
        LookAgain(at);
        Raise(v => new ChasingChanged(Id, v, at, by, Details, why));
        return Result.Done;
    }

    /// <summary>Who is written to when an officer chases by hand.</summary>
    public static readonly IReadOnlyList<string> ChasedByHand = [Roles.PartnerEditor, Roles.PartnerLead];

    /// <summary>Reminds the partnership now, at any hour, beside the ladder; once a day.</summary>
    public Result ChaseNow(Person by, DateTimeOffset at)
    {
        if (!CanBeChased) return Result.Refused("nothing-to-chase", "This return is not open, or it is in: there is nothing to remind of");
        if (ChasedNowOn == London.DateOf(at)) return Result.Done;
        ChasedNowOn = London.DateOf(at);
        Raise(v => new ReturnReminded(Id, v, at, by, Details, ChasedByHand));
        return Result.Done;
    }

    /// <summary>Notes what the partnership answered.</summary>
    public Result NoteReply(string? text, Person by, DateTimeOffset at)
    {
        if (Typed(text, "what the partnership answered", out var note) is { } wrong) return wrong;
        Raise(v => new ReplyNoted(Id, v, at, by, Details, note));
        return Result.Done;
    }

    /// <summary>The ladder or the due date is another: the chasing job finds the next rung.</summary>
    public void LookAgain(DateTimeOffset at) => NextChaseAt = CanBeChased ? at : null;

    private bool EndPause(DateTimeOffset now)
    {
        if (PausedUntil is not { } until || now < London.StartOf(until))
        {
            NextChaseAt = PausedUntil is { } later ? London.At(later, OfficeHours.From) : null;
            return false;
        }
        (Chasing, PausedUntil, ChasingReason) = (ChasingState.On, null, "");
        Raise(v => new ChasingChanged(Id, v, now, Person.Platform, Details, "The pause is over"));
        return true;
    }

    private void StopAsking() => (NextChaseAt, PaymentHeld, NamedToBoard) = (null, false, false);
}
