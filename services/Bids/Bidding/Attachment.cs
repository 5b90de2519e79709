using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>A file that belongs to a bid.</summary>
internal sealed class Attachment : StoredAttachment, IOfBid
{
    private Attachment() { }

    private Attachment(UploadedFile file, Bid bid, Person by, DateTimeOffset at)
        : base(file, bid.Partnership, by, at) => BidId = bid.Id;

    public Guid BidId { get; private init; }

    /// <summary>A partner sees the files of its own bids; the office and the board see what was handed in.</summary>
    public static bool AreSeenBy(Caller caller, Bid bid) => caller.Partnership is not null || bid.SubmittedAt is not null;

    /// <summary>Whether the bid can have one more now, beside so many others that are not removed and have no virus.</summary>
    public static Result MayAdd(Bid bid, BiddingWindow window, int others, DateTimeOffset at) =>
        bid.MayChange(BidSections.Attachments, window, at) is { IsDone: false } refused ? refused : MayBeOneMore(others);

    public static Result<Attachment> Add(UploadedFile file, Bid bid, BiddingWindow window, int others, Person by, DateTimeOffset at)
    {
        if (MayAdd(bid, window, others, at) is { IsDone: false } refused)
            return refused;
        bid.Saved(BidSections.Attachments, BidSections.Attachments, by, at);
        return new Attachment(file, bid, by, at);
    }

    public Result Remove(Bid bid, BiddingWindow window, Person by, DateTimeOffset at)
    {
        if (RemovedAt is not null)
            return Result.NotFound;
        if (bid.MayChange(BidSections.Attachments, window, at) is { IsDone: false } refused)
            return refused;
        TakeOff(by, at);
        bid.Saved(BidSections.Attachments, BidSections.Attachments, by, at);
        return Result.Done;
    }
}
