using Microsoft.EntityFrameworkCore;
using Platform.Reporting.Model;
using ReturnLine = Platform.Reporting.Model.ReturnLine;

namespace Platform.Reporting.Data;

/// <summary>The questions that more than one door asks.</summary>
internal static class Reports
{
    /// <summary>Returns that are not in and were due before that day, longest overdue first.</summary>
    public static Task<List<ReturnLine>> OverdueAsync(this ReportingContext db, DateOnly today, CancellationToken cancellation) =>
        db.Returns.AsNoTracking().Where(r => r.IsOwed && r.DueOn < today)
            .OrderBy(r => r.DueOn).ThenBy(r => r.Partnership).ThenBy(r => r.Quarter).Take(1000).ToListAsync(cancellation);

    /// <summary>Every target of a programme, or of all, with what submitted returns add up to.</summary>
    public static async Task<IReadOnlyList<TargetAchieved>> TargetsAsync(this ReportingContext db, string? programme, CancellationToken cancellation)
    {
        var rows = await db.Targets.AsNoTracking().Where(t => programme == null || t.Programme == programme)
            .OrderBy(t => t.Partnership).ThenBy(t => t.GrantReference).ThenBy(t => t.Order)
            .Take(1000).ToListAsync(cancellation);
        return [.. rows.Select(t => new TargetAchieved(t.GrantReference, t.Partnership, t.Intervention, t.Indicator, t.Target, t.Original, t.Kind, t.Achieved))];
    }
}
