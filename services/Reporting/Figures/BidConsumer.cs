using Platform.Contracts;

namespace Platform.Reporting.Figures;

internal sealed class BidConsumer(ReportingContext db)
    : Projection,
        IFrom<BidStarted>,
        IFrom<BidSaved>,
        IFrom<BidReady>,
        IFrom<BidRecalled>,
        IFrom<BidDeclined>,
        IFrom<BidSubmitted>,
        IFrom<BidSentBack>,
        IFrom<BidRestored>,
        IFrom<BidAssigned>,
        IFrom<BidWithdrawn>,
        IFrom<BidLapsed>,
        IFrom<BidDecided>
{
    public override async Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var (line, happened) in await db.NewerAsync<BidRow, BidDetails>(events, cancellationToken))
        {
            var bid = happened.Details;
            line.RoundId = bid.RoundId;
            line.Reference = bid.Reference;
            line.Partnership = bid.Partnership;
            line.Title = bid.Content.Title;
            line.Theme = bid.Content.Theme ?? "";
            line.Summary = bid.Content.Summary;
            line.Need = bid.Content.Need;
            line.State = bid.State;
            line.ReadyAt = bid.ReadyAt;
            line.Asked = bid.Content.Total;
            line.PriorityAsked = bid.Content.PriorityTotal;
            line.Vintage = bid.Content.Vintage;
            (line.AnswerBy, line.Decision) = (bid.AnswerBy, bid.Decision);
        }
    }
}
