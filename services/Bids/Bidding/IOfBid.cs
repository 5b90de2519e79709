namespace Platform.Bids.Bidding;

/// <summary>A thing that belongs to one bid: who declared an interest in that bid does not see it, whatever they ask.</summary>
internal interface IOfBid
{
    Guid BidId { get; }
}
