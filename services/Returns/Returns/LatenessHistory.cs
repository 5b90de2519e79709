using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>How punctual a partnership's returns are.</summary>
/// <param name="Partnership">The partnership.</param>
/// <param name="OnTime">How many came in on time.</param>
/// <param name="Late">How many came in late.</param>
/// <param name="WorkingDays">How many working days late they were in all.</param>
/// <param name="NotIn">How many are overdue.</param>
internal sealed record PartnershipLateness(Partnership Partnership, int OnTime, int Late, int WorkingDays, int NotIn);

/// <summary>The returns that are in or were due, and how late they were: 0 is on time, null is not in.</summary>
internal static class LatenessHistory
{
    public static IQueryable<Return> Lateness(this ReturnsContext db, Partnership? partnership, DateOnly today) =>
        db
            .Returns.AsNoTracking()
            .Where(r =>
                (partnership == null || r.Partnership == partnership)
                && (r.FirstSubmittedAt != null || (r.State != ReturnState.NotRequired && r.DueOn < today))
            );

    public static async Task<IReadOnlyList<PartnershipLateness>> LatenessTotalsAsync(
        this ReturnsContext db,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var totals = await db.Lateness(null, today)
            .GroupBy(r => r.Partnership)
            .Select(g => new
            {
                g.Key,
                OnTime = g.Count(r => r.WorkingDaysLate == 0),
                Late = g.Count(r => r.WorkingDaysLate > 0),
                Days = g.Sum(r => r.WorkingDaysLate ?? 0),
                NotIn = g.Count(r => r.WorkingDaysLate == null),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. totals
                .Select(t => new PartnershipLateness(t.Key, t.OnTime, t.Late, t.Days, t.NotIn))
                .OrderBy(t => t.Partnership.Name, StringComparer.Ordinal),
        ];
    }
}
