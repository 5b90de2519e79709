using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Alerts;

/// <summary>Notes how a finding was mended, which settles it.</summary>
internal sealed class NoteMending(NotificationsContext db, Caller caller)
{
    public const int Longest = 2000;

    public async Task<Result> RunAsync(Guid id, string? how, CancellationToken cancellationToken)
    {
        if (await db.Findings.FindAsync([id], cancellationToken) is not { } finding)
            return Result.NotFound;
        if (finding.How is not null)
            return Result.Refused("already-mended", $"{finding.MendedBy} has noted how it was mended in the meantime");
        var text = TypedText.Tidy(how);
        if (text.Length == 0)
            return Result.Of([new("How", "Enter how it was mended")]);
        if (text.Length > Longest)
            return Result.Of([new("How", "How it was mended must be 2,000 characters or less")]);
        (finding.How, finding.MendedBy) = (text, caller.Person.Name);
        finding.MendedAt = caller.At;
        var noted = new AuditMendingNoted(Guid.CreateVersion7(), 1, caller.At, caller.Person, id, finding.Service, text);
        db.Add(EventLogRow.Of(noted, null));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
