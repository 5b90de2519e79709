using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>A receipt to the submitter and the leads. By version: a bid that is submitted again gets a receipt again.</summary>
internal sealed class BidSubmittedConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates) : IConsumer<BidSubmitted>
{
    public async Task Consume(ConsumeContext<BidSubmitted> context)
    {
        var happened = context.Message;
        await settle.RunAsync(happened, context.CancellationToken);
        await write.RunAsync(
            Occasion.Of(happened, "bid submitted", happened.Details.Partnership, templates.BidSubmitted) with
            {
                Also = happened.By.UserId,
            },
            templates.BidSubmitted,
            (office, to) => new(office, to, happened.Details, happened.By, happened.At),
            context.CancellationToken
        );
    }
}
