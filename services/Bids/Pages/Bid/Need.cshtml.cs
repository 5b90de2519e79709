using Microsoft.AspNetCore.Mvc;
using Platform.Bids.Data;
using Platform.Bids.Model.Sections;
using Platform.Bids.Operations;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Pages.Bid;

internal sealed class NeedModel(BidsContext db, Caller caller, SaveBid save) : AnswerPage(db, caller, save, BidSections.Project)
{
    [BindProperty] public string? Need { get; set; }
    [BindProperty] public string? Priority { get; set; }
    [BindProperty] public string? PlanAim { get; set; }

    protected override string Before => $"{Address}/project";

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (await OpenAsync(reference, cancellation) is { } elsewhere) return elsewhere;
        (Need, Priority, PlanAim) = (Content.Need, Content.Priority, Content.PlanAim);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation)) return NotFound();
        return await SaveAsync(new NeedAnswers(Need, Priority, PlanAim), Round.Questions.Count > 0 ? $"{Address}/project/questions" : EndOf(Section), cancellation);
    }
}
