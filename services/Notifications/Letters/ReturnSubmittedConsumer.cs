using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Ends the reminders, and sends a receipt to the leads and everybody who worked on the return. Counts by version: a return that is
/// submitted again after rework gets another.
/// </summary>
internal sealed class ReturnSubmittedConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates)
    : IConsumer<ReturnSubmitted>
{
    public async Task Consume(ConsumeContext<ReturnSubmitted> context)
    {
        var happened = context.Message;
        await settle.RunAsync(happened, context.CancellationToken);
        await write.RunAsync(
            Occasion.Of(happened, "return submitted", happened.Details.Partnership, templates.ReturnSubmitted) with
            {
                Also = [.. happened.Details.WorkedOnBy, happened.By.UserId],
            },
            templates.ReturnSubmitted,
            (office, to) => new(office, to, happened.Details, happened.By, happened.At),
            context.CancellationToken
        );
    }
}
