using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Model;

internal sealed partial class Return
{
    /// <summary>Nobody owes a return sooner than this many working days after the grant was made.</summary>
    public const int FairNotice = 20;

    public DateTimeOffset ScheduledAt { get; private init; }
    public DateOnly OpensOn { get; private init; }

    /// <summary>The first instant of <see cref="OpensOn"/> in London.</summary>
    public DateTimeOffset OpensAt { get; private init; }
    public DateOnly DueOn { get; private set; }

    /// <summary>The due date before the first extension; null where there was none.</summary>
    public DateOnly? FirstDueOn { get; private set; }
    public DateOnly? ExtendedOn { get; private set; }

    /// <summary>The version of the grant that it follows.</summary>
    public int GrantVersion { get; private set; }

    // The day from which reminders of this due date are true.
    private DateOnly LadderFrom => new[] { London.DateOf(ScheduledAt), OpensOn, ExtendedOn ?? OpensOn }.Max();

    /// <summary>A grant's return for a quarter.</summary>
    /// <param name="grantId">The grant.</param>
    /// <param name="version">Its version.</param>
    /// <param name="grant">As it stands.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="rule">When the programme's returns are due.</param>
    /// <param name="known">When the grant came to run in that quarter: notice is given from here.</param>
    /// <param name="now">When it is put on the calendar.</param>
    public static Return Schedule(Guid grantId, int version, GrantDetails grant, Quarter quarter, DueRule rule, DateTimeOffset known, DateTimeOffset now)
    {
        var scheduled = new Return
        {
            GrantId = grantId,
            GrantVersion = version,
            GrantReference = grant.Reference,
            Programme = grant.Programme,
            Title = grant.Title,
            Partnership = grant.Partnership,
            Quarter = quarter,
            Interventions = grant.Interventions,
            MatchPromised = grant.Match,
            ScheduledAt = now,
            OpensOn = quarter.Next.From,
            OpensAt = London.StartOf(quarter.Next.From),
            DueOn = Fair(rule.DueOn(quarter), known),
        };
        scheduled.Raise(v => new ReturnScheduled(scheduled.Id, v, now, Person.Platform, scheduled.Details));
        return scheduled;
    }

    /// <summary>Follows its grant as it stands. What has been submitted was true of the grant as it was, and stays.</summary>
    /// <param name="grant">The grant as it stands.</param>
    /// <param name="version">Its version.</param>
    /// <param name="why">What happened to it.</param>
    /// <param name="at">When.</param>
    public void Follow(GrantDetails grant, int version, string why, DateTimeOffset at)
    {
        if (version <= GrantVersion) return;
        GrantVersion = version;
        if (FirstSubmittedAt is not null) return;
        if (Quarter.To < grant.DeliveryFrom || Quarter.From > grant.DeliveryTo)
        {
            if (State != ReturnState.NotRequired) NotRequire($"The grant does not run in this quarter any more. {why}", Person.Platform, at);
            return;
        }
        if (State == ReturnState.NotRequired && NotRequiredBy == Person.Platform) RequireAgain($"The grant runs in this quarter again. {why}", Person.Platform, at);
        if (JsonColumn.Same(Interventions, grant.Interventions) && JsonColumn.Same(MatchPromised, grant.Match) && Title == grant.Title) return;
        (Interventions, MatchPromised, Title) = (grant.Interventions, grant.Match, grant.Title);
        Lines = [.. Interventions.Select(i => Line(i.Id) is { } line ? OutputsOf(i, line) : null).OfType<ReturnLine>()];
        // What was handed over was checked against the grant as it was.
        if (State == ReturnState.ReadyToCertify) (State, ReadyAt) = (ReturnState.InProgress, null);
        Raise(v => new ReturnRescheduled(Id, v, at, Person.Platform, Details, why));
    }

    /// <summary>The programme has another due rule: it counts for what has not opened, and was given no other date.</summary>
    public void FollowRule(DueRule rule, Person by, DateTimeOffset at)
    {
        var due = Fair(rule.DueOn(Quarter), ScheduledAt);
        if (State != ReturnState.Scheduled || FirstDueOn is not null || due == DueOn) return;
        DueOn = due;
        Raise(v => new ReturnRescheduled(Id, v, at, by, Details, "The programme’s due dates were changed"));
    }

    /// <summary>Gives it a later due date. The ladder begins again with it, from its next rung.</summary>
    public Result Extend(DateOnly dueOn, string? reason, Person by, DateTimeOffset at)
    {
        if (!IsOwed) return Result.Refused("already-submitted", "This return is in, or not required");
        var (problems, today) = (new List<Problem>(), London.DateOf(at));
        if (dueOn <= DueOn) problems.Add(new("DueOn", $"The new due date must be after {London.WithWeekday(DueOn)}"));
        else if (dueOn < today) problems.Add(new("DueOn", "The new due date must be today or in the future"));
        else if (dueOn > today.AddYears(1)) problems.Add(new("DueOn", "The new due date must be within the next 12 months"));
        if (Typed(reason, "why it is extended", out var why) is { } wrong) problems.AddRange(wrong.Problems);
        if (problems.Count > 0) return Result.Of(problems);
        (FirstDueOn, DueOn, ExtendedOn, LastRung) = (FirstDueOn ?? DueOn, dueOn, today, null);
        (PaymentHeld, NamedToBoard) = (false, false);
        LookAgain(at);
        Raise(v => new ReturnExtended(Id, v, at, by, Details, why));
        return Result.Done;
    }

    private static DateOnly Fair(DateOnly due, DateTimeOffset known) => WorkingDays.Add(London.DateOf(known), FairNotice) is var fair && due > fair ? due : fair;

    // Outputs that the grant no longer has are not reported; for one that is new, all are asked again.
    private static ReturnLine OutputsOf(Intervention intervention, ReturnLine line) => line with
    {
        Achieved = intervention.Outputs.All(o => line.Achieved.Any(a => a.Indicator == o.Indicator))
            ? [.. intervention.Outputs.Select(o => line.Achieved.First(a => a.Indicator == o.Indicator))] : [],
    };
}
