using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Bids.Data;
using Platform.Bids.Model.Sections;
using Platform.Bids.Operations;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Pages.Bid;

[Authorize(Roles = $"{Roles.PartnerEditor},{Roles.PartnerLead}")]
internal sealed class ProjectModel(BidsContext db, Caller caller, SaveBid save) : BidPage(db, caller)
{
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Theme { get; set; }
    [BindProperty] public string? Summary { get; set; }
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation)) return NotFound();
        if (!MayEdit) return Redirect(Address);
        (Version, Title, Theme, Summary) = (Bid.Version, Bid.Content.Title, Bid.Content.Theme, Bid.Content.Summary);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        var result = await save.RunAsync(reference, Version, new ProjectAnswers(Title, Theme, Summary), cancellation);
        if (result.IsDone) return Redirect($"/bids/{reference}");
        if (!await LoadAsync(reference, cancellation)) return NotFound();
        result.AddTo(ModelState);
        if (result.Kind == ResultKind.Stale)
        {
            IsStale = true;
            AddStale();
            ModelState.Remove(nameof(Version));
            Version = Bid.Version;
        }
        return Page();
    }
}
