using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Files;
using Platform.Bids.Model;
using Platform.ServiceDefaults.Jobs;

namespace Platform.Bids.Jobs;

/// <summary>Shows files that wait for it to the virus scanner. A file without an answer has its next turn a minute later; nobody can read it until then.</summary>
internal sealed class ScanAttachments(BidsContext db, IFileStore files, Clamd scanner, TimeProvider time, ILogger<ScanAttachments> log) : ISweep
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PatienceOfPeople = TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await ScanAsync(db.Attachments.FromSql($"select * from attachments where scan_due_at <= {now} order by scan_due_at limit 1 for update skip locked"), Patience, cancellation);
    }

    /// <summary>Tries it while the sender waits; the job takes up what does not come back in time.</summary>
    public Task AtOnceAsync(Guid id, CancellationToken cancellation) =>
        ScanAsync(db.Attachments.FromSql($"select * from attachments where id = {id} and scan_due_at is not null for update skip locked"), PatienceOfPeople, cancellation);

    private async Task<int> ScanAsync(IQueryable<Attachment> due, TimeSpan patience, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var attachment = await due.SingleOrDefaultAsync(cancellation);
        if (attachment is null) return 0;
        ScanAnswer? answer = null;
        try
        {
            answer = await files.ReadAsync(attachment.Id, content => scanner.ScanAsync(content, patience, cancellation), cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // One content that cannot be read must not keep the scanner from the others.
            log.LogError(e, "Attachment {Id} could not be scanned", attachment.Id);
        }
        if (answer is null) attachment.ScanAgainAt(time.GetUtcNow().AddMinutes(1));
        else attachment.Scanned(answer.Virus);
        if (answer?.Virus is not null && await db.StoredFiles.FindAsync([attachment.Id], cancellation) is { } stored) stored.DeleteAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return 1;
    }
}
