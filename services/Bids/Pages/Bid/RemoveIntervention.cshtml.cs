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
internal sealed class RemoveInterventionModel(BidsContext db, Caller caller, SaveBid save) : BidPage(db, caller)
{
    [BindProperty] public int Version { get; set; }
    public Intervention? Intervention { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, id, cancellation)) return NotFound();
        Version = Bid.Version;
        return MayEdit ? Page() : Redirect(Address);
    }

    public async Task<IActionResult> OnPostAsync(string reference, Guid id, CancellationToken cancellation)
    {
        var result = await save.RunAsync(reference, Version, new InterventionRemoval(id), cancellation);
        if (result.IsDone) return Redirect($"/bids/{reference}/interventions");
        if (!await FindAsync(reference, id, cancellation)) return NotFound();
        result.AddTo(ModelState);
        if (result.Kind == ResultKind.Stale)
        {
            AddStale();
            ModelState.Remove(nameof(Version));
            Version = Bid.Version;
        }
        return Page();
    }

    private async Task<bool> FindAsync(string reference, Guid id, CancellationToken cancellation) =>
        await LoadAsync(reference, cancellation) && (Intervention = Bid.Content.Interventions.FirstOrDefault(i => i.Id == id)) is not null;
}
