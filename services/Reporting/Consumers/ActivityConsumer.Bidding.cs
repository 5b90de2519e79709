using MassTransit;
using Platform.Contracts;

namespace Platform.Reporting.Consumers;

// Rounds, extensions and bids after submission.
internal sealed partial class ActivityConsumer :
    IConsumer<RoundDeadlineMoved>, IConsumer<RoundReminded>, IConsumer<ExtensionRequested>, IConsumer<ExtensionGranted>, IConsumer<ExtensionRefused>,
    IConsumer<ExtensionEnded>, IConsumer<BidSentBack>, IConsumer<BidAssigned>, IConsumer<BidRestored>, IConsumer<BidWithdrawn>, IConsumer<BidDecided>
{
    public Task Consume(ConsumeContext<RoundDeadlineMoved> context) => Keep(context.Message,
        $"{context.Message.Round.Name} now closes at {London.Deadline(context.Message.Round.ClosesAt)}", $"/rounds/{context.Message.Round.Reference}");

    public Task Consume(ConsumeContext<RoundReminded> context) => context.Message.Waiting.Count == 0 ? Task.CompletedTask : Keep(context.Message,
        $"{Partnerships(context.Message.Waiting.Count)} reminded of {context.Message.Round.Name}", $"/rounds/{context.Message.Round.Reference}");

    public Task Consume(ConsumeContext<ExtensionRequested> context) => Keep(context.Message, context.Message.Extension, "asked for more time to bid for");

    public Task Consume(ConsumeContext<ExtensionGranted> context) => Keep(context.Message, context.Message.Extension, "was given more time to bid for");

    public Task Consume(ConsumeContext<ExtensionRefused> context) => Keep(context.Message, context.Message.Extension, "was refused more time to bid for");

    public Task Consume(ConsumeContext<ExtensionEnded> context) => Keep(context.Message, context.Message.Extension, "has no more time left to bid for");

    public Task Consume(ConsumeContext<BidSentBack> context) =>
        Keep(context.Message, context.Message.Bid, $"Bid {context.Message.Bid.Reference} was sent back to {context.Message.Bid.Partnership}");

    public Task Consume(ConsumeContext<BidAssigned> context) =>
        Keep(context.Message, context.Message.Bid, $"Bid {context.Message.Bid.Reference} was given to assessors");

    public Task Consume(ConsumeContext<BidRestored> context) => Keep(context.Message, context.Message.Bid,
        $"{context.Message.Bid.Partnership} did not submit bid {context.Message.Bid.Reference} again: it stands as it was");

    public Task Consume(ConsumeContext<BidWithdrawn> context) =>
        Keep(context.Message, context.Message.Bid, $"{context.Message.Bid.Partnership} withdrew bid {context.Message.Bid.Reference}");

    public Task Consume(ConsumeContext<BidDecided> context) => Keep(context.Message, context.Message.Bid, $"Bid {context.Message.Bid.Reference}: " + (context.Message.Decision switch
    {
        Decision.Supported => "Supported",
        Decision.NotSupported => "Not supported",
        _ => "Deferred",
    }));

    private Task Keep(IEvent happened, ExtensionDetails extension, string what) =>
        Keep(happened, $"{extension.Partnership} {what} {extension.RoundName}", $"/rounds/{extension.RoundReference}", extension.Partnership);

    private Task Keep(IEvent happened, BidDetails bid, string text) => Keep(happened, text, $"/bids/{bid.Reference}", bid.Partnership);

    private static string Partnerships(int count) => count == 1 ? "1 partnership was" : $"{count} partnerships were";
}
