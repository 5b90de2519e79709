using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Api;

internal static class ReportsApi
{
    public static void MapReportsApi(this WebApplication app)
    {
        var reports = app.MapGroup("/api/reporting").WithTags("Reports");
        reports.MapGet("/overdue", async (ReportingContext db, Caller caller, CancellationToken cancellation) =>
            Results.Ok((await db.OverdueAsync(London.DateOf(caller.At), cancellation)).Select(r => new
            {
                r.Partnership,
                r.GrantReference,
                r.Quarter,
                r.DueOn,
                WorkingDaysOverdue = WorkingDays.Between(r.DueOn, London.DateOf(caller.At)),
                r.Rung,
            })));
        reports.MapGet("/targets", async (string? programme, ReportingContext db, CancellationToken cancellation) =>
            Results.Ok(await db.TargetsAsync(programme, cancellation))).RequireAuthorization(Doors.Office);
    }
}
