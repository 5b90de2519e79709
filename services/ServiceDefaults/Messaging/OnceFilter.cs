using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Telemetry;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// One transaction around a consumer: the note that it has handled this message, and what it did. A message that comes again finds the
/// note and does nothing.
/// </summary>
internal sealed class OnceFilter<T>(DbContext db, PlatformMeters meters, TimeProvider time) : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var queue = context.ReceiveContext.InputAddress.Segments[^1];
        var cancellationToken = context.CancellationToken;
        // A retry comes through the same scope: nothing of the failed attempt may be left.
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Of several messages about one thing, one at a time: the others would only find it changed under them, and try again.
        var thing = context.Message is IEvent happened ? happened.Id : Guid.Empty;
        var isNew = await db.Database.ExecuteSqlAsync(
            $"""
            select pg_advisory_xact_lock(hashtextextended({queue + thing}, 0));
            insert into handled_messages (message_id, consumer, handled_at) values ({context.MessageId}, {queue}, {time.GetUtcNow()}) on
            conflict do nothing
            """,
            cancellationToken
        );
        if (isNew == 0)
        {
            meters.MessagesRepeated.Add(1, new KeyValuePair<string, object?>("consumer", queue));
            // Otherwise it would go to the queue of messages that nobody wants.
            await context.NotifyConsumed(context.ReceiveContext.ElapsedTime, nameof(OnceFilter<T>));
            return;
        }
        await next.Send(context);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        meters.MessagesHandled.Add(1, new KeyValuePair<string, object?>("consumer", queue));
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("once");
}
