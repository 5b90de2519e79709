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
internal sealed class InterventionModel(BidsContext db, Caller caller, SaveBid save) : BidPage(db, caller)
{
    private const int MostOutputs = 20;

    [BindProperty] public int Version { get; set; }
    [BindProperty] public InterventionForm Form { get; set; } = new();

    /// <summary>Not called Id, or the last part of the address would be bound to it. Made with the page, so that a second press saves the same intervention again instead of a second one.</summary>
    [BindProperty] public Guid InterventionId { get; set; }
    public bool IsNew { get; private set; }
    public Intervention? SavedNow { get; private set; }

    public async Task<IActionResult> OnGetAsync(string reference, [FromRoute] string id, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation)) return NotFound();
        if (!MayEdit) return Redirect(Address);
        if (Find(id) is not { } found) return NotFound();
        (Version, Form, InterventionId) = (Bid.Version, InterventionForm.From(found.Saved, Round), found.Id);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, [FromRoute] string id, string? add, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation)) return NotFound();
        // One that a colleague has removed meanwhile is not found: its save is stale, and keeps what was typed.
        if (Find(id) is null && InterventionId == Guid.Empty) return NotFound();
        if (InterventionId == Guid.Empty) InterventionId = Guid.CreateVersion7();
        if (add is not null)
        {
            if (Form.Outputs.Count < MostOutputs) Form.Outputs.Add(new());
            return Page();
        }
        var typed = Form.Read(InterventionId, ModelState, nameof(Form));
        if (!ModelState.IsValid) return Page();
        var result = await save.RunAsync(reference, Version, new InterventionAnswers(typed), cancellation);
        if (result.IsDone) return Redirect($"{Address}/interventions");
        InterventionForm.Add(result, ModelState, nameof(Form));
        if (result.Kind == ResultKind.Stale)
        {
            await LoadAsync(reference, cancellation);
            AddStale();
            SavedNow = Bid.Content.Interventions.FirstOrDefault(i => i.Id == InterventionId);
            ModelState.Remove(nameof(Version));
            Version = Bid.Version;
        }
        return Page();
    }

    private (Guid Id, Intervention? Saved)? Find(string id)
    {
        IsNew = id == "new";
        if (IsNew) return (Guid.CreateVersion7(), null);
        var saved = Guid.TryParse(id, out var wanted) ? Bid.Content.Interventions.FirstOrDefault(i => i.Id == wanted) : null;
        return saved is null ? null : (saved.Id, saved);
    }
}
