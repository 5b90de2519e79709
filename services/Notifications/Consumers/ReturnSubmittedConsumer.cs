using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Notifications.Data;
using Platform.Notifications.Model;
using Platform.Notifications.Operations;
using Platform.Notifications.Templates;

namespace Platform.Notifications.Consumers;

/// <summary>
/// Ends the reminders, and sends a receipt to the submitter and the leads. By version: a return that is submitted again after rework gets a receipt again.
/// </summary>
internal sealed class ReturnSubmittedConsumer(NotificationsContext db, WriteLetters write, LetterTemplates templates) : IConsumer<ReturnSubmitted>
{
    public async Task Consume(ConsumeContext<ReturnSubmitted> context)
    {
        var happened = context.Message;
        if (await db.SubmittedReturns.SingleOrDefaultAsync(r => r.Id == happened.Id, context.CancellationToken) is { } known) known.Take(happened);
        else db.Add(SubmittedReturn.From(happened));
        await write.RunAsync(
            new(happened.Id, happened.Version, $"return submitted {happened.Version}", happened.Return.Partnership, [Roles.PartnerLead])
            {
                Also = happened.By.UserId,
            },
            templates.ReturnSubmitted, (office, to) => new(office, to, happened.Return, happened.By, happened.At), context.CancellationToken);
    }
}
