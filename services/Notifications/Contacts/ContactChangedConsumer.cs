using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Notifications.Contacts;

/// <summary>Keeps the contacts that letters can go to.</summary>
internal sealed class ContactChangedConsumer(NotificationsContext db) : IConsumer<ContactChanged>
{
    public async Task Consume(ConsumeContext<ContactChanged> context)
    {
        var happened = context.Message;
        if (await db.Contacts.SingleOrDefaultAsync(c => c.UserId == happened.Id, context.CancellationToken) is { } known)
            known.Take(happened);
        else
            db.Add(KnownContact.From(happened));
    }
}
