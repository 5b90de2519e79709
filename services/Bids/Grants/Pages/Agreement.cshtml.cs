using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Grants.Pages;

[Says("The agreement is accepted", "The officers get a letter")]
internal sealed class AgreementModel(BidsContext db, Caller caller, AcceptGrant accept) : GrantPage(db, caller)
{
    [BindProperty]
    public List<string> Agreed { get; set; } = [];

    /// <summary>The variations recorded since the lead accepted.</summary>
    public IReadOnlyList<Variation> Since => Grant.AcceptedVariations is { } agreed ? [.. Details.Variations.Skip(agreed)] : [];

    protected override string StaleWords => "The grant was changed while you read its agreement. Read it again before you accept it";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!Caller.May(Acts.AcceptGrant))
            return Forbid();
        if (this.ConfirmFirst() is { } first)
            return first;
        if (Details.AcceptedAt is null && Agreed.Count == 0)
        {
            ModelState.AddModelError(nameof(Agreed), "Select that the partnership accepts the agreement");
            return Page();
        }
        // If the act is refused, the box must be ticked again.
        Agreed = [];
        ModelState.Remove(nameof(Agreed));
        return await ActAsync(() => accept.RunAsync(Reference, Version, cancellationToken), cancellationToken, $"{Address}/agreement");
    }
}
