using Platform.Contracts;

namespace Platform.Reporting.Figures;

internal sealed class BidConsumer(ReportingContext db)
    : Projection,
        IFrom<BidStarted>,
        IFrom<BidSaved>,
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
            (line.RoundId, line.Reference, line.Partnership) = (bid.RoundId, bid.Reference, bid.Partnership);
            (line.Title, line.Theme, line.Summary, line.Need) = (
                bid.Content.Title,
                bid.Content.Theme ?? "",
                bid.Content.Summary,
                bid.Content.Need
            );
            (line.State, line.Asked, line.PriorityAsked) = (bid.State, bid.Content.Total, bid.Content.PriorityTotal);
            line.Vintage = bid.Content.Vintage;
            (line.AnswerBy, line.Decision) = (bid.AnswerBy, bid.Decision);
        }
    }
}
