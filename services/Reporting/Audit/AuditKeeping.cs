using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Reporting.Audit;

/// <summary>
/// How long entries are kept, and those of who signed in and read what, which say most about people and least about the work.
/// </summary>
internal sealed record AuditKeeping(KeepingPeriod All, KeepingPeriod OfAccess)
{
    /// <summary>The kinds that <see cref="OfAccess"/> is about.</summary>
    public static readonly IReadOnlyList<AuditKind> Access =
    [
        AuditKind.SigningIn,
        AuditKind.RefusedSignIn,
        AuditKind.LockedAccount,
        AuditKind.Refusal,
        AuditKind.PersonalData,
        AuditKind.Export,
    ];

    public static AuditKeeping Of(KeepingTable table) => new(table.PeriodOf(DataKinds.AuditEntries), table.PeriodOf(DataKinds.AccessNotes));

    public DateTimeOffset KeptSince(DateTimeOffset now) => All.Before(now);

    public DateTimeOffset AccessKeptSince(DateTimeOffset now) => OfAccess.Before(now);

    public bool IsOver(AuditEntry entry, DateTimeOffset now) =>
        entry.At < KeptSince(now) || (Access.Contains(entry.Kind) && entry.At < AccessKeptSince(now));
}

/// <summary>Deletes the entries that are no longer kept.</summary>
internal sealed class ForgetAudit(ReportingContext db, AuditKeeping keeping, TimeProvider time) : ISweep
{
    private const int Batch = 5000;

    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (since, access) = (keeping.KeptSince(time.GetUtcNow()), keeping.AccessKeptSince(time.GetUtcNow()));
        var over = db.AuditEntries.Where(e => e.At < since || (AuditKeeping.Access.Contains(e.Kind) && e.At < access));
        return over.OrderBy(e => e.At).Take(Batch).ExecuteDeleteAsync(cancellationToken);
    }
}

internal static class AuditRegistration
{
    /// <summary>Registers what keeps and forgets the entries.</summary>
    public static ServiceBuilder KeepsAudit(this ServiceBuilder service)
    {
        service.Services.AddSingleton(s => AuditKeeping.Of(s.GetRequiredService<KeepingTable>()));
        return service.Keeps<AuditConsumer>().Job<ForgetAudit>();
    }
}
