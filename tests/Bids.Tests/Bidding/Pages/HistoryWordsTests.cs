using Platform.Bids.Bidding.Pages;
using Platform.Contracts;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Bids.Tests.Bidding.Pages;

[Rule]
public sealed class HistoryWordsTests
{
    [Fact]
    public void EveryEventOfABid_HasWords() =>
        Assert.Equal(
            EventTypes.All.Where(t => t.IsAssignableTo(typeof(Event<BidDetails>))).Select(t => t.Name).Order(),
            HistoryModel.Words.Told.Select(t => t.Name).Order()
        );
}
