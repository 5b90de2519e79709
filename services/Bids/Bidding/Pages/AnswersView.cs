namespace Platform.Bids.Bidding.Pages;

/// <summary>All answers of a bid, as it stands or as it was submitted.</summary>
/// <param name="Lines">The answers.</param>
/// <param name="Address">Of the bid.</param>
/// <param name="MayChange">Which sections can be changed from here.</param>
/// <param name="ShowsFiles">Whether files are among them.</param>
/// <param name="Files">What was attached to a submission; null for a bid as it stands, whose files have a page of their own.</param>
internal sealed record AnswersView(
    IReadOnlyList<AnswerLine> Lines,
    string Address,
    Func<string, bool> MayChange,
    IReadOnlyList<SubmittedFile>? Files,
    bool ShowsFiles = true
)
{
    public static AnswersView Of(BidPage page) =>
        new(BidWords.Of(page.Content, page.Contacts, page.Round), page.Address, page.MayChange, null);

    /// <summary>The same with nothing to press; the page itself lists the files.</summary>
    public static AnswersView ToPrint(BidPage page) => Of(page) with { MayChange = _ => false, ShowsFiles = false };

    public static AnswersView Of(SubmittedBid made, Round round) =>
        new(BidWords.Of(made.Content, made.Contacts, round), $"/bids/{made.Reference}", _ => false, made.Files);

    public string? Change(AnswerLine line) => MayChange(line.Section) ? $"{Address}/{BidWords.PageOf(line)}?return=check" : null;
}
