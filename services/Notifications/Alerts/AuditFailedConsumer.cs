using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Alerts;

/// <summary>Keeps for the office to see what was changed behind the platform's back.</summary>
internal sealed class AuditFailedConsumer(NotificationsContext db) : IConsumer<AuditFailed>
{
    public async Task Consume(ConsumeContext<AuditFailed> context)
    {
        var found = context.Message;
        if (await db.Findings.FindAsync([found.Id], context.CancellationToken) is null)
            db.Add(
                new ReportedFinding
                {
                    Id = found.Id,
                    Service = found.Details.Service,
                    Words = found.Details.Words,
                    At = found.At,
                }
            );
    }
}
