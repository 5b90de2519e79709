using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Sends a receipt to the leads and everybody who worked on the bid. Counts by version: a bid that is submitted again gets another.
/// </summary>
internal sealed class BidSubmittedConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates) : IConsumer<BidSubmitted>
{
    public async Task Consume(ConsumeContext<BidSubmitted> context)
    {
        var happened = context.Message;
        await settle.RunAsync(happened, context.CancellationToken);
        await write.RunAsync(
            Occasion.Of(happened, "bid submitted", happened.Details.Partnership, templates.BidSubmitted) with
            {
                Also = [.. happened.Details.WorkedOnBy, happened.By.UserId],
            },
            templates.BidSubmitted,
            (office, to) => new(office, to, happened.Details, happened.By, happened.At),
            context.CancellationToken
        );
    }
}
