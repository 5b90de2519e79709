namespace Platform.Bids.Bidding;

/// <summary>A thing that belongs to one bid: nobody who declared an interest in that bid can see it.</summary>
internal interface IOfBid
{
    Guid BidId { get; }
}
