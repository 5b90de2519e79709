using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Notifications.Contacts;

/// <summary>Keeps the chasing ladders, so that the directory can say who gets which reminders.</summary>
internal sealed class ProgrammeChangedConsumer(NotificationsContext db) : IConsumer<ProgrammeChanged>
{
    public async Task Consume(ConsumeContext<ProgrammeChanged> context)
    {
        var happened = context.Message;
        if (await db.Ladders.SingleOrDefaultAsync(l => l.Id == happened.Id, context.CancellationToken) is { } known)
            known.Take(happened);
        else
            db.Add(ProgrammeLadder.From(happened));
    }
}
