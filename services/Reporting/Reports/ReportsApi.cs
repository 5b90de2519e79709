using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Reports;

internal static class ReportsApi
{
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
                        .OrderBy(r => r.DueOn)
                        .ThenBy(r => r.Id)
                        .Take(1000)
                        .ToListAsync(cancellationToken);
                    return Results.Ok(
                        overdue.Select(r => new
                        {
                            r.Partnership,
                            r.GrantReference,
                            r.Quarter,
                            r.DueOn,
                            WorkingDaysOverdue = WorkingDays.Between(r.DueOn, today),
                            r.Rung,
                        })
                    );
                }
            )
            .May(Acts.ReadOverdue);
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
                        .Take(1000)
                        .ToListAsync(cancellationToken);
                    return Results.Ok(
                        targets.Select(t => new
                        {
                            t.GrantReference,
                            t.Partnership,
                            t.Intervention,
                            t.Indicator,
                            t.Target,
                            t.Original,
                            t.MovedBy,
                            t.Kind,
                            t.Achieved,
                            TargetInWords = TargetInWords.Target(t),
                            Verdict = TargetInWords.Verdict(t),
                        })
                    );
                }
            )
            .May(Acts.ReadReports);
    }
}
