using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Forms.Attachments;

/// <summary>
/// Has waiting files scanned for viruses. A file without a result is tried again a minute later; nobody can read it until then.
/// </summary>
public sealed class ScanAttachments(DbContext db, IFileStore files, Clamd scanner, TimeProvider time, ILogger<ScanAttachments> log) : ISweep
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PatienceOfPeople = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public Task<int> RunAsync(CancellationToken cancellationToken) =>
        ScanAsync("scan_due_at <= {0} order by scan_due_at limit 1", time.GetUtcNow(), Patience, cancellationToken);

    /// <summary>Scans while the sender waits; the job takes over if that takes too long.</summary>
    public Task AtOnceAsync(Guid id, CancellationToken cancellationToken) =>
        ScanAsync("id = {0} and scan_due_at is not null", id, PatienceOfPeople, cancellationToken);

    private async Task<int> ScanAsync(string due, object which, TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Both the table and the condition are words of the program's own.
        var sql = $"select * from {db.Model.FindEntityType(typeof(Attachment))!.GetTableName()} where {due} for update skip locked";
        var attachment = await db.Set<Attachment>().FromSqlRaw(sql, which).SingleOrDefaultAsync(cancellationToken);
        if (attachment is null)
            return 0;
        ScanAnswer? answer = null;
        try
        {
            answer = await files.ReadAsync(
                attachment.Id,
                content => scanner.ScanAsync(content, patience, cancellationToken),
                cancellationToken
            );
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // One content that cannot be read must not keep the scanner from the others.
            log.LogError(e, "Attachment {Id} could not be scanned", attachment.Id);
        }
        if (answer is null)
            attachment.ScanAgainAt(time.GetUtcNow().AddMinutes(1));
        else
            attachment.Scanned(answer.Virus);
        if (answer?.Virus is not null && await db.Set<StoredFile>().FindAsync([attachment.Id], cancellationToken) is { } stored)
            stored.DeleteAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return 1;
    }
}
