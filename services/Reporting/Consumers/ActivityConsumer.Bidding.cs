using Platform.Contracts;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

// Rounds, extensions and bids after submission.
internal sealed partial class ActivityConsumer :
    IFrom<RoundDeadlineMoved>, IFrom<RoundReminded>, IFrom<ExtensionRequested>, IFrom<ExtensionGranted>, IFrom<ExtensionRefused>,
    IFrom<ExtensionEnded>, IFrom<BidSentBack>, IFrom<BidAssigned>, IFrom<BidRestored>, IFrom<BidWithdrawn>, IFrom<BidDecided>
{
    private static Activity? Bidding(IEvent happened) => happened switch
    {
        RoundDeadlineMoved e => Keep(e,
            $"{e.Round.Name} now closes at {London.Deadline(e.Round.ClosesAt)}", $"/rounds/{e.Round.Reference}"),
        RoundReminded e => e.Waiting.Count == 0 ? null : Keep(e,
            $"{Partnerships(e.Waiting.Count)} reminded of {e.Round.Name}", $"/rounds/{e.Round.Reference}"),
        ExtensionRequested e => Keep(e, e.Extension, "asked for more time to bid for"),
        ExtensionGranted e => Keep(e, e.Extension, "was given more time to bid for"),
        ExtensionRefused e => Keep(e, e.Extension, "was refused more time to bid for"),
        ExtensionEnded e => Keep(e, e.Extension, "has no more time left to bid for"),
        BidSentBack e => Keep(e, e.Bid, $"Bid {e.Bid.Reference} was sent back to {e.Bid.Partnership}"),
        BidAssigned e => Keep(e, e.Bid, $"Bid {e.Bid.Reference} was given to assessors"),
        BidRestored e => Keep(e, e.Bid,
            $"{e.Bid.Partnership} did not submit bid {e.Bid.Reference} again: it stands as it was"),
        BidWithdrawn e => Keep(e, e.Bid, $"{e.Bid.Partnership} withdrew bid {e.Bid.Reference}"),
        BidDecided e => Keep(e, e.Bid, $"Bid {e.Bid.Reference}: " + (e.Decision switch
        {
            Decision.Supported => "Supported",
            Decision.NotSupported => "Not supported",
            _ => "Deferred",
        })),
        _ => null,
    };

    private static Activity Keep(IEvent happened, ExtensionDetails extension, string what) =>
        Keep(happened, $"{extension.Partnership} {what} {extension.RoundName}", $"/rounds/{extension.RoundReference}", extension.Partnership);

    private static Activity Keep(IEvent happened, BidDetails bid, string text) => Keep(happened, text, $"/bids/{bid.Reference}", bid.Partnership);

    private static string Partnerships(int count) => count == 1 ? "1 partnership was" : $"{count} partnerships were";
}
