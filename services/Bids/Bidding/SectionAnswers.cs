using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>
/// The answers on one page of a bid: the part that they belong to, their rules, and how they change the bid. A draft may be saved with
/// answers missing.
/// </summary>
/// <param name="Section">Of <see cref="BidSections"/>.</param>
internal abstract record SectionAnswers(string Section)
{
    /// <summary>What two people cannot both save without one of them choosing: a section, or one thing in its list.</summary>
    public virtual string Part => Section;

    /// <summary>Not found where they are about a thing that the bid no longer has.</summary>
    public virtual Result Find(BidContent content) => Result.Done;

    /// <summary>What is wrong, by the page's field names.</summary>
    public virtual IReadOnlyList<Problem> Problems(Round round, Partnership partnership) => [];

    /// <summary>The same, where it also depends on the rest of the bid or on the partnership's Problem Profile.</summary>
    public virtual IReadOnlyList<Problem> Problems(Bid bid, BiddingWindow window) => Problems(window.Round, bid.Partnership);

    public virtual BidContent Apply(BidContent content) => content;

    public virtual BidContacts Apply(BidContacts contacts) => contacts;
}

/// <summary>The partnership's word on a section: complete, or still to do.</summary>
internal sealed record CompletionAnswer(string Section, bool Complete) : SectionAnswers(Section)
{
    public override string Part => $"complete/{Section}";

    public override IReadOnlyList<Problem> Problems(Bid bid, BiddingWindow window) =>
        Complete ? BidCheck.Missing(Section, bid, window.Round) : [];

    public override BidContent Apply(BidContent content) =>
        content with
        {
            Completed = Complete
                ? [.. BidSections.All.Where(s => s == Section || content.Completed.Contains(s))]
                : [.. content.Completed.Where(s => s != Section)],
        };
}
