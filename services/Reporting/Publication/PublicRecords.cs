using Microsoft.EntityFrameworkCore;

namespace Platform.Reporting.Publication;

/// <summary>
/// What everybody may read, with queries that ignore the caller's partnership. Only PublicGrants.sql says which grants are public.
/// </summary>
internal static class PublicRecords
{
    /// <summary>Public grants, each with the day on which it was made.</summary>
    public static IQueryable<DatedGrant> DatedGrants(this ReportingContext db)
    {
        db.ReadEverybodys();
        return from published in db.Set<PublicGrant>()
            join grant in db.Grants.OfEverybody() on published.GrantId equals grant.Id
            select new DatedGrant { Grant = grant, MadeOn = published.MadeOn };
    }

    /// <summary>All things of a kind, whosever they are.</summary>
    public static IQueryable<T> OfEverybody<T>(this IQueryable<T> things)
        where T : class => things.IgnoreQueryFilters([ReportingContext.OwnPartnership]).AsNoTracking();
}

/// <summary>A row of the view <c>public_grants</c>.</summary>
internal sealed class PublicGrant
{
    public Guid GrantId { get; private init; }
    public Guid DecisionId { get; private init; }
    public DateOnly? MadeOn { get; private init; }
}

internal sealed class DatedGrant
{
    public required GrantRow Grant { get; init; }
    public DateOnly? MadeOn { get; init; }
}
