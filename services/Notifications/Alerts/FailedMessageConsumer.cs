using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Notifications.Alerts;

/// <summary>Keeps failed messages for the office to see; the newest state wins, in whatever order events arrive.</summary>
internal sealed class FailedMessageConsumer(NotificationsContext db)
    : IConsumer<MessageFailed>,
        IConsumer<MessageRetried>,
        IConsumer<MessageDiscarded>
{
    public Task Consume(ConsumeContext<MessageFailed> context) =>
        KeepAsync(context.Message, context.Message.Details, context.CancellationToken);

    public Task Consume(ConsumeContext<MessageRetried> context) =>
        KeepAsync(context.Message, context.Message.Details, context.CancellationToken);

    public Task Consume(ConsumeContext<MessageDiscarded> context) =>
        KeepAsync(context.Message, context.Message.Details, context.CancellationToken);

    private async Task KeepAsync(IEvent happened, FailedMessageDetails failure, CancellationToken cancellationToken)
    {
        var known = await db.Failures.SingleOrDefaultAsync(f => f.FailureId == happened.Id, cancellationToken);
        if (known is null)
            db.Add(known = ReportedFailure.Of(happened.Id));
        known.Keep(happened, failure);
    }
}
