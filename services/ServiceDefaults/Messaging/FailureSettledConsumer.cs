using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// Tries a failed message of this service again, under its own id: consumers that have handled it do nothing. Or gives it up, for good:
/// no replay brings it back.
/// </summary>
internal sealed class FailureSettledConsumer(DbContext db, ServiceName service, Transport transport, TimeProvider time)
    : IConsumer<FailureSettled>
{
    public async Task Consume(ConsumeContext<FailureSettled> context)
    {
        var (settled, cancellationToken) = (context.Message, context.CancellationToken);
        if (settled.Service != service.Value)
            return;
        var failed = await db.Set<FailedMessage>().SingleOrDefaultAsync(m => m.Id == settled.FailureId, cancellationToken);
        if (failed is not { State: FailedMessageState.Waiting })
            return;
        if (settled.Retry && !failed.TryRead())
        {
            failed.Fail(service.Value, KeepFailedMessage.NobodyReads, settled.At);
        }
        else if (settled.Retry)
        {
            failed.Retry(service.Value, settled.By, settled.At);
            await transport.PublishAsync(failed.Event!, failed.MessageId, cancellationToken);
        }
        else
        {
            failed.Discard(service.Value, settled.By, settled.At);
            if (
                !await db.Set<HandledMessage>()
                    .AnyAsync(m => m.MessageId == failed.MessageId && m.Consumer == failed.Queue, cancellationToken)
            )
                db.Add(
                    new HandledMessage
                    {
                        MessageId = failed.MessageId,
                        Consumer = failed.Queue,
                        HandledAt = time.GetUtcNow(),
                    }
                );
        }
    }
}
