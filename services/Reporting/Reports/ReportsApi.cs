using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Reports;

/// <summary>The two reports that programs read.</summary>
internal static class ReportsApi
{
    private const int Most = 1000;

    /// <param name="Partnership">Who owes it.</param>
    /// <param name="GrantReference">The grant that it reports on.</param>
    /// <param name="Quarter">The quarter that it reports on.</param>
    /// <param name="DueOn">When it was due, or to be back, extensions included.</param>
    /// <param name="WorkingDaysOverdue">Working days since then, today included.</param>
    /// <param name="Rung">The highest rung on which it was chased, in working days from the due date; null before the first.</param>
    /// <param name="SentBack">Whether it came in, was sent back, and is not back.</param>
    public sealed record OverdueReturn(
        Partnership Partnership,
        string GrantReference,
        Quarter Quarter,
        DateOnly DueOn,
        int WorkingDaysOverdue,
        int? Rung,
        bool SentBack
    );

    /// <param name="GrantReference">The grant that promises it.</param>
    /// <param name="Partnership">The partnership that promises it.</param>
    /// <param name="Intervention">The intervention that promises it, by name.</param>
    /// <param name="Indicator">What is counted.</param>
    /// <param name="Target">How many are promised as the grant stands; 0 where none are promised any more.</param>
    /// <param name="Original">How many were promised at first; null where that was not varied.</param>
    /// <param name="MovedBy">The cut that moved it, in words; empty where none did.</param>
    /// <param name="Kind">How the number is meant: exactly, up to, or at least.</param>
    /// <param name="Achieved">What the returns that are in add up to.</param>
    /// <param name="TargetInWords">The target as people read it: "up to 130 (was 200)".</param>
    /// <param name="Verdict">How far it has got, in words.</param>
    /// <param name="Challenged">How much of what was achieved the office has sent back to be put right or confirmed.</param>
    public sealed record StoredTarget(
        string GrantReference,
        Partnership Partnership,
        string Intervention,
        string Indicator,
        int Target,
        int? Original,
        string MovedBy,
        TargetKind Kind,
        long Achieved,
        string TargetInWords,
        string Verdict,
        long Challenged
    );

    public static void MapReportsApi(this WebApplication app)
    {
        var reports = app.MapGroup("/api/reports").WithTags("Reports");
        reports
            .MapGet(
                "/overdue",
                async (ReportingContext db, Caller caller, CancellationToken cancellationToken) =>
                {
                    var today = London.DateOf(caller.At);
                    var overdue = await OverdueReport
                        .Of(db, new(), today)
                        .OrderBy(r => r.AwaitedOn)
                        .ThenBy(r => r.Id)
                        .Take(Most)
                        .ToListAsync(cancellationToken);
                    return Results.Ok(
                        overdue.Select(r => new OverdueReturn(
                            r.Partnership,
                            r.GrantReference,
                            r.Quarter,
                            r.AwaitedOn!.Value,
                            WorkingDays.Between(r.AwaitedOn.Value, today),
                            r.Rung,
                            !r.IsOwed
                        ))
                    );
                }
            )
            .May(Acts.ReadOverdue)
            .WithSummary("List overdue returns")
            .WithDescription("Not in, or sent back and not back. The longest overdue first, 1,000 at most. A partnership sees its own.")
            .Produces<IReadOnlyList<OverdueReturn>>();
        reports
            .MapGet(
                "/targets",
                async (string? programme, ReportingContext db, CancellationToken cancellationToken) =>
                {
                    var targets = await TargetsReport
                        .Of(db, new() { Programme = programme })
                        .OrderBy(t => t.Partnership)
                        .ThenBy(t => t.GrantReference)
                        .ThenBy(t => t.Order)
                        .Take(Most)
                        .ToListAsync(cancellationToken);
                    return Results.Ok(
                        targets.Select(t => new StoredTarget(
                            t.GrantReference,
                            t.Partnership,
                            t.Intervention,
                            t.Indicator,
                            t.Target,
                            t.Original,
                            t.MovedBy,
                            t.Kind,
                            t.Achieved,
                            TargetInWords.Target(t),
                            TargetInWords.Verdict(t),
                            t.Challenged
                        ))
                    );
                }
            )
            .May(Acts.ReadReports)
            .WithSummary("List targets and what has been achieved")
            .WithDescription("By partnership and grant, 1,000 at most.")
            .WithParameter("programme", "A programme's name, to list its targets alone.")
            .Produces<IReadOnlyList<StoredTarget>>();
    }
}
