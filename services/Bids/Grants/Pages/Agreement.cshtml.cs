using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Grants.Pages;

internal sealed class AgreementModel(BidsContext db, Caller caller, AcceptGrant accept) : GrantPage(db, caller)
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<string> Agreed { get; set; } = [];

    /// <summary>Recorded after the lead had accepted.</summary>
    public IReadOnlyList<Variation> Since => Grant.AcceptedVariations is { } agreed ? [.. Details.Variations.Skip(agreed)] : [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        Version = Grant.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        if (!Caller.Is(Roles.PartnerLead))
            return Forbid();
        if (Details.AcceptedAt is null && Agreed.Count == 0)
        {
            ModelState.AddModelError(nameof(Agreed), "Select that the partnership accepts the agreement");
            return Page();
        }
        var result = await accept.RunAsync(reference, Version, cancellation);
        if (result.IsDone)
            return Redirect($"{Address}/agreement");
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        ModelState.Clear();
        (Version, Agreed) = (Grant.Version, []);
        if (result.Kind == ResultKind.Stale)
            ModelState.AddModelError("", "The grant was changed while you read its agreement. Read it again before you accept it");
        result.AddTo(ModelState);
        return Page();
    }
}
