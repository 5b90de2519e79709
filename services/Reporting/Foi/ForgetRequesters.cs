using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Keeping;

namespace Platform.Reporting.Foi;

/// <summary>Deletes requesters' details once their requests have been closed for the configured years.</summary>
internal sealed class ForgetRequesters(ReportingContext db, FoiKeeping keeping, ForgetPersonal forget, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var closed = keeping.ClosedBy(London.DateOf(now));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db
            .FoiRequests.FromSql(
                $"""
                select * from foi_requests where closed_on <= {closed} and requester_deleted_on is null order
                by closed_on limit 50 for no key update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        var forgotten = due.Where(r => r.Forget(keeping, now)).Select(r => r.Id).ToList();
        await forget.RunAsync(DataKinds.FoiRequesters, forgotten, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return forgotten.Count;
    }
}

internal static class ForgetRequestersRegistration
{
    /// <summary>Registers the job.</summary>
    public static ServiceBuilder ForgetsRequesters(this ServiceBuilder service)
    {
        service.Services.AddSingleton(s => new FoiKeeping(s.GetRequiredService<KeepingTable>().PeriodOf(DataKinds.FoiRequesters)));
        return service.Job<ForgetRequesters>();
    }
}
