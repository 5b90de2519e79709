using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.ServiceDefaults.Messaging;

namespace Platform.ServiceDefaults.Audit;

/// <summary>Keeps what was found, and tells the office of what is new.</summary>
public sealed class KeepFindings(DbContext db, ServiceName service, TimeProvider time, ILogger<KeepFindings> log)
{
    /// <summary>Keeps what somebody comes upon who only reads. Of several at the same moment, one keeps it.</summary>
    public async Task RunAsync(string finding, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync([finding], cancellationToken);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            log.LogInformation("Somebody else has told of it: {Finding}", finding);
        }
    }

    /// <summary>Keeps them with whatever else the context has to save.</summary>
    public async Task RunAsync(IReadOnlyCollection<string> findings, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ids = findings.Select(AuditFinding.IdOf).ToList();
        var known = await db.Set<AuditFinding>().Where(f => ids.Contains(f.Id)).ToListAsync(cancellationToken);
        var next = (await db.Set<EventLogHead>().MaxAsync(h => (int?)h.Number, cancellationToken) ?? 0) + 1;
        foreach (var finding in known)
            finding.LastHead = next;
        foreach (var words in findings.Distinct().Where(w => !known.Exists(f => f.Words == w)))
        {
            log.LogCritical("Tampering: {Finding}", words);
            db.Add(AuditFinding.Of(service.Value, words, next, now));
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
