using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Messaging;

namespace Platform.ServiceDefaults.Audit;

/// <summary>Settles a finding of this service.</summary>
internal sealed class AuditMendingNotedConsumer(DbContext db, ServiceName service) : IConsumer<AuditMendingNoted>
{
    public async Task Consume(ConsumeContext<AuditMendingNoted> context)
    {
        var noted = context.Message;
        if (
            noted.Service == service.Value
            && await db.Set<AuditFinding>().FindAsync([noted.FindingId], context.CancellationToken) is { } finding
        )
            finding.Mend(service.Value, noted.How, noted.By, noted.At);
    }
}
