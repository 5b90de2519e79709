using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>The content of a bid's submission.</summary>
/// <param name="Reference">The bid's reference: CSP2025-MEL-03.</param>
/// <param name="Partnership">The partnership whose bid it is.</param>
/// <param name="SubmittedAt">The instant at which the submission reached the platform.</param>
/// <param name="SubmittedBy">The name of whoever submitted it.</param>
/// <param name="Content">The bid's answers.</param>
/// <param name="Contacts">Whom to ask about it.</param>
/// <param name="Files">The attachments that were handed in with it.</param>
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
    /// <summary>What had been sent back before, each with its answer; empty where nothing had.</summary>
    public IReadOnlyList<SectionNote> Answered { get; init; } = [];

    public static SubmittedBid Of(Bid bid, IReadOnlyList<SubmittedFile> files, Person by, DateTimeOffset at) =>
        new(bid.Reference, bid.Partnership, at, by.Name, bid.Content, bid.Contacts, files) { Answered = bid.SentBack };
}

internal static class BidSubmissions
{
    public static SubmittedBid Read(this Submission made) => made.As<SubmittedBid>();
}
