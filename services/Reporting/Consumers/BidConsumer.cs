using MassTransit;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

internal sealed class BidConsumer(ReportingContext db) :
    IConsumer<BidStarted>, IConsumer<BidSaved>, IConsumer<BidSubmitted>, IConsumer<BidSentBack>, IConsumer<BidRestored>, IConsumer<BidAssigned>,
    IConsumer<BidWithdrawn>, IConsumer<BidLapsed>, IConsumer<BidDecided>
{
    public Task Consume(ConsumeContext<BidStarted> context) => KeepAsync(context.Message, context.Message.Bid, context.CancellationToken);
    public Task Consume(ConsumeContext<BidSaved> context) => KeepAsync(context.Message, context.Message.Bid, context.CancellationToken);
    public Task Consume(ConsumeContext<BidSubmitted> context) => KeepAsync(context.Message, context.Message.Bid, context.CancellationToken);
    public Task Consume(ConsumeContext<BidSentBack> context) => KeepAsync(context.Message, context.Message.Bid, context.CancellationToken);
    public Task Consume(ConsumeContext<BidRestored> context) => KeepAsync(context.Message, context.Message.Bid, context.CancellationToken);
    public Task Consume(ConsumeContext<BidAssigned> context) => KeepAsync(context.Message, context.Message.Bid, context.CancellationToken);
    public Task Consume(ConsumeContext<BidWithdrawn> context) => KeepAsync(context.Message, context.Message.Bid, context.CancellationToken);
    public Task Consume(ConsumeContext<BidLapsed> context) => KeepAsync(context.Message, context.Message.Bid, context.CancellationToken);
    public Task Consume(ConsumeContext<BidDecided> context) => KeepAsync(context.Message, context.Message.Bid, context.CancellationToken);

    private async Task KeepAsync(IEvent happened, BidDetails bid, CancellationToken cancellation)
    {
        if (await db.NewerAsync<BidLine>(happened.Id, happened.Version, cancellation) is not { } line) return;
        (line.RoundId, line.Reference, line.Partnership) = (bid.RoundId, bid.Reference, bid.Partnership);
        (line.Title, line.State, line.Asked) = (bid.Content.Title, bid.State, bid.Content.Total);
        (line.AnswerBy, line.Decision) = (bid.AnswerBy, bid.Decision);
    }
}
