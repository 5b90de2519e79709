using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Telemetry;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>
/// One transaction around a consumer: what it does, and the note that it has handled this message. A message that is delivered again finds
/// the note and does nothing.
/// </summary>
internal sealed class OnceFilter<T>(DbContext db, PlatformMeters meters, TimeProvider time) : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var queue = context.ReceiveContext.InputAddress.Segments[^1];
        var cancellationToken = context.CancellationToken;
        // A retry uses the same scope: nothing of the failed attempt may be left.
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Messages about one thing are handled one at a time: otherwise each would find it changed by another, and start again.
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
            // Otherwise it would go to the queue of skipped messages.
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
