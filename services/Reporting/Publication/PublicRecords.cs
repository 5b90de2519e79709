using Microsoft.EntityFrameworkCore;

namespace Platform.Reporting.Publication;

/// <summary>
/// What everybody may read, whoever asks: grants whose decision record was put into the public register and whose details may be
/// published. Everything else is as if it did not exist. These are the queries that ignore whose partnership a caller is of.
/// </summary>
internal static class PublicRecords
{
    public static IQueryable<GrantLine> PublicGrants(this ReportingContext db) =>
        db
            .Grants.IgnoreQueryFilters([ReportingContext.OwnPartnership])
            .AsNoTracking()
            .Where(g => db.Decisions.Any(d => d.Reference == g.DecisionReference && d.IsPublic));

    /// <summary>Public grants with the day on which they were made.</summary>
    public static IQueryable<DatedGrant> DatedGrants(this ReportingContext db) =>
        from grant in db.Grants.IgnoreQueryFilters([ReportingContext.OwnPartnership]).AsNoTracking()
        join decision in db.Decisions on grant.DecisionReference equals decision.Reference
        where decision.IsPublic
        select new DatedGrant { Grant = grant, MadeOn = decision.DecidedOn };

    /// <summary>Everything kept about something else than a grant, whoever's it is.</summary>
    public static IQueryable<T> OfEverybody<T>(this IQueryable<T> things)
        where T : class => things.IgnoreQueryFilters([ReportingContext.OwnPartnership]).AsNoTracking();
}

internal sealed class DatedGrant
{
    public required GrantLine Grant { get; init; }
    public DateOnly? MadeOn { get; init; }
}
