using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>What a submission of a bid holds.</summary>
internal sealed record SubmittedBid(
    string Reference,
    Partnership Partnership,
    DateTimeOffset SubmittedAt,
    string SubmittedBy,
    BidContent Content,
    BidContacts Contacts,
    IReadOnlyList<SubmittedFile> Files
)
{
    public static SubmittedBid Of(Bid bid, IReadOnlyList<SubmittedFile> files, Person by, DateTimeOffset at) =>
        new(bid.Reference, bid.Partnership, at, by.Name, bid.Content, bid.Contacts, files);
}

internal static class BidSubmissions
{
    public static SubmittedBid Read(this Submission made) => made.As<SubmittedBid>();
}
