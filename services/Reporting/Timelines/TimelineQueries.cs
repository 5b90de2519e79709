using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Timelines;

/// <summary>What happened to one thing or one partnership, newest first, as far as the caller may see it.</summary>
internal static class Timelines
{
    public const int PageSize = Paging.LongRows;

    public static async Task<(IReadOnlyList<TimelineEntry> Activities, bool More)> TimelineAsync(
        this ReportingContext db,
        Caller caller,
        IQueryable<TimelineEntry> of,
        int page,
        CancellationToken cancellationToken
    )
    {
        if (!caller.SeesEverything)
            of = of.Where(a => !a.IsOfficeOnly);
        // Whoever declared an interest in a bid sees nothing more of it.
        var conflicts = await db
            .Assessments.Where(a => a.AssessorId == caller.Person.UserId && a.State == AssessmentState.Conflicted)
            .Select(a => a.BidReference)
            .ToListAsync(cancellationToken);
        if (conflicts.Count > 0)
            of = of.Where(a => a.BidReference == null || !conflicts.Contains(a.BidReference));
        var found = await of.AsNoTracking()
            .OrderByDescending(a => a.At)
            .ThenByDescending(a => a.Version)
            .ThenBy(a => a.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        return ([.. found.Take(PageSize)], found.Count > PageSize);
    }
}
