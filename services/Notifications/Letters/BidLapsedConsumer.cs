using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Tells editors and leads that their draft missed the deadline. Counts by version: a draft that was given more time can miss that too.
/// </summary>
internal sealed class BidLapsedConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates) : IConsumer<BidLapsed>
{
    public async Task Consume(ConsumeContext<BidLapsed> context)
    {
        var happened = context.Message;
        await settle.RunAsync(happened, context.CancellationToken);
        await write.RunAsync(
            Occasion.Of(happened, "bid lapsed", happened.Details.Partnership, templates.BidLapsed) with
            {
                Also = happened.Details.WorkedOnBy,
            },
            templates.BidLapsed,
            (office, to) => new(office, to, happened.Details),
            context.CancellationToken
        );
    }
}
