using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Reporting.Views;

/// <summary>Hands over the saved views that are due to be mailed, each once a month.</summary>
internal sealed class MailSavedViews(ReportingContext db, ReportList reports, TimeProvider time) : ISweep
{
    // More would be too long for a letter's file: the page has them.
    private static readonly Page Attached = new(0, 2_000);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = London.DateOf(now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db
            .Views.FromSql($"select * from views where next_on <= {today} order by next_on limit 10 for no key update skip locked")
            .ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var view in due.Where(v => v.IsDue(now)))
        {
            var asked = reports.Find(view.Report);
            var filter = ReportFilter.Parse(view.Query, today, asked);
            // Its report, or what narrows it, is no longer there: it would show something else.
            if (asked is null || filter.Unknown.Count > 0)
            {
                view.PassOver(now);
                continue;
            }
            var report = await reports.ReadAsync(asked, filter, today, Attached, cancellationToken);
            view.Send(report, now);
            sent++;
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return sent;
    }
}
