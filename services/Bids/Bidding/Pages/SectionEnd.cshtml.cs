using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The end of a section that is not a list: what was answered, how areas were understood, and whether it is complete.</summary>
internal sealed class SectionEndModel(BidsContext db, Caller caller, SaveBid save) : CompletionPage(db, caller, save)
{
    [FromRoute]
    public string Section { get; set; } = "";
    public string Name => BidSections.Name(Section);
    public IReadOnlyList<AnswerRow> Rows =>
        Section == BidSections.Attachments
            ? [AttachmentsRow.Of(Files, $"{Address}/{Section}")]
            :
            [
                .. BidWords
                    .Of(Content, Contacts, Round)
                    .Where(l => l.Section == Section)
                    .Select(l => AnswerRow.Of(l, $"{Address}/{BidWords.PageOf(l)}?return=section")),
            ];

    /// <summary>Areas that are not in the table, such as those of a district that it does not cover.</summary>
    public IReadOnlyList<string> Unchecked => Section == BidSections.Where ? [.. Content.Areas.Where(a => Lsoa.Find(a) is null)] : [];

    private bool IsHere => Section is BidSections.Contacts or BidSections.Project or BidSections.Where or BidSections.Attachments;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        IsHere ? await ShowAsync(Section, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        IsHere ? await CompleteAsync(Section, cancellationToken) : NotFound();
}
