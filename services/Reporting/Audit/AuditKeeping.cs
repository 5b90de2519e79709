using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Reporting.Audit;

/// <summary>
/// How long entries are kept: configuration, <c>Audit:KeepYears</c>, and <c>Audit:KeepAccessMonths</c> for who signed in and read what,
/// which says most about people and least about the work.
/// </summary>
internal sealed record AuditKeeping(int Years, int AccessMonths)
{
    /// <summary>The kinds that <see cref="AccessMonths"/> is about.</summary>
    public static readonly IReadOnlyList<AuditKind> Access =
    [
        AuditKind.SigningIn,
        AuditKind.RefusedSignIn,
        AuditKind.LockedAccount,
        AuditKind.Refusal,
        AuditKind.PersonalData,
        AuditKind.Export,
    ];

    public static AuditKeeping Read(IConfiguration configuration) =>
        new(Within(configuration, "Audit:KeepYears", 6, 100), Within(configuration, "Audit:KeepAccessMonths", 24, 1200));

    public DateTimeOffset KeptSince(DateTimeOffset now) => now.AddYears(-Years);

    public DateTimeOffset AccessKeptSince(DateTimeOffset now) => now.AddMonths(-AccessMonths);

    public bool IsOver(AuditEntry entry, DateTimeOffset now) =>
        entry.At < KeptSince(now) || (Access.Contains(entry.Kind) && entry.At < AccessKeptSince(now));

    private static int Within(IConfiguration configuration, string key, int usual, int most) =>
        configuration.GetValue(key, usual) is var number && number >= 1 && number <= most
            ? number
            : throw new InvalidOperationException($"{key} must be a whole number from 1 to {most}.");
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
    /// <summary>Registers what keeps and forgets the entries, and checks at the start how long they are to be kept.</summary>
    public static ServiceBuilder KeepsAudit(this ServiceBuilder service)
    {
        service.Services.AddSingleton(AuditKeeping.Read(service.Configuration));
        return service.Keeps<AuditConsumer>().Job<ForgetAudit>();
    }
}
