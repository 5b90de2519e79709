namespace Platform.Bids.Bidding.Pages;

/// <summary>One intervention, source or risk as a card.</summary>
/// <param name="Lines">All of the bid's answers.</param>
/// <param name="Address">Of the bid.</param>
/// <param name="Section">The list that it is in.</param>
/// <param name="Id">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Return">Where a change leads back to; null where it cannot be changed.</param>
internal sealed record ThingView(IReadOnlyList<AnswerLine> Lines, string Address, string Section, Guid Id, string Name, string? Return)
{
    public ThingView(BidPage page, string section, Guid id, string name, string? back)
        : this(BidWords.Of(page.Content, null, page.Round), page.Address, section, id, name, back) { }

    public IEnumerable<AnswerLine> Own => Lines.Where(l => l.Thing == Id);

    public string? Change(AnswerLine line) => Return is null ? null : $"{Address}/{BidWords.PageOf(line)}?return={Return}";
}
