using Platform.Contracts;

namespace Platform.Returns.Model;

internal sealed partial class Return
{
    /// <summary>Nobody owes a return sooner than this many working days after the grant was made.</summary>
    public const int FairNotice = 20;

    /// <summary>A grant's returns: one for each financial-year quarter that its delivery period touches.</summary>
    /// <param name="grantId">The grant.</param>
    /// <param name="grant">As it was made.</param>
    /// <param name="rule">When the programme's returns are due.</param>
    /// <param name="madeAt">When the grant was made.</param>
    /// <param name="now">When they are put on the calendar.</param>
    public static IReadOnlyList<Return> Schedule(Guid grantId, GrantDetails grant, DueRule rule, DateTimeOffset madeAt, DateTimeOffset now)
    {
        var fair = WorkingDays.Add(London.DateOf(madeAt), FairNotice);
        return [.. Quarter.Covering(grant.DeliveryFrom, grant.DeliveryTo).Select(quarter => Schedule(grantId, grant, quarter, rule.DueOn(quarter), fair, now))];
    }

    private static Return Schedule(Guid grantId, GrantDetails grant, Quarter quarter, DateOnly due, DateOnly fair, DateTimeOffset now)
    {
        var scheduled = new Return
        {
            GrantId = grantId,
            GrantReference = grant.Reference,
            Programme = grant.Programme,
            Title = grant.Title,
            Partnership = grant.Partnership,
            Quarter = quarter,
            Interventions = grant.Interventions,
            ScheduledAt = now,
            OpensOn = quarter.Next.From,
            OpensAt = London.StartOf(quarter.Next.From),
            DueOn = due > fair ? due : fair,
        };
        scheduled.Raise(v => new ReturnScheduled(scheduled.Id, v, now, Person.Platform, scheduled.Details));
        return scheduled;
    }
}
