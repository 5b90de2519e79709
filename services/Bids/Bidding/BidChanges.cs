using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>The differences between two states of a bid, in words.</summary>
internal static class BidChanges
{
    public static IReadOnlyList<ChangedAnswer> Between(BidContent before, BidContent after, Round round) =>
        AnswerChanges.Between(BidWords.Of(before, null, round), BidWords.Of(after, null, round));

    /// <summary>The saved answers where they differ from what somebody typed; null where nobody has saved that part.</summary>
    public static Conflict? Conflict(Bid bid, SectionAnswers typed, Round round) =>
        Forms.Answers.Conflict.Of(
            bid.LastSaved(typed.Part),
            typed.Part,
            BidWords.Of(bid.Content, bid.Contacts, round),
            BidWords.Of(typed.Apply(bid.Content), typed.Apply(bid.Contacts), round)
        );
}
