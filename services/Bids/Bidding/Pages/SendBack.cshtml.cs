using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.SendBackBid))]
[Says("The bid is sent back", "Its partnership’s editors and leads get a letter with your reasons and the day")]
internal sealed class SendBackModel(BidsContext db, Caller caller, SendBackBid send) : BidPage(db, caller)
{
    [BindProperty]
    public List<string> Sections { get; set; } = [];

    [BindProperty]
    public List<string?> Reasons { get; set; } = [];

    [BindProperty]
    public TypedDate? AnswerBy { get; set; }

    public SectionChoice Chosen => new([.. BidSections.All.Select(s => (s, BidSections.Name(s)))], Sections, Reasons);

    protected override bool IsPossible => Bid.State == BidState.Submitted;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var day = ModelState.ReadDate(nameof(AnswerBy), AnswerBy, "Day by which it is to be submitted again");
        // If the day is missing, the rest is still checked, so that all problems are shown at once.
        return day is null
            ? await RefusedAsync(Result.Of(Bid.ProblemsOf(Chosen.Notes)), cancellationToken)
            : await ActAsync(() => send.RunAsync(Bid.Reference, Chosen.Notes, day.Value, cancellationToken), cancellationToken);
    }

    protected override string FieldOf(string field) => Chosen.FieldOf(field);
}
