using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Mails a saved view of a report to whoever saved it, while they are an officer: nobody else wants it. One that is deleted meanwhile is
/// not sent. It never waits for a daily letter, which has neither its table nor its file.
/// </summary>
internal sealed class ViewReportedConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates, NotificationsContext db)
    : IConsumer<ViewReported>,
        IConsumer<ViewDeleted>
{
    public async Task Consume(ConsumeContext<ViewReported> context)
    {
        var owner = context.Message.Details.Owner;
        if (
            await db.Contacts.AnyAsync(
                c => c.UserId == owner.UserId && c.Active && c.Roles.Contains(Roles.Officer),
                context.CancellationToken
            )
        )
            await write.RunAsync(
                Occasion.ToOne(context.Message, "view", owner, Roles.Officer) with
                {
                    IsRequest = true,
                    IsUrgent = true,
                },
                templates.ViewReported,
                (office, to) => new(office, to, context.Message),
                context.CancellationToken
            );
    }

    public Task Consume(ConsumeContext<ViewDeleted> context) => settle.RunAsync(context.Message, context.CancellationToken);
}
