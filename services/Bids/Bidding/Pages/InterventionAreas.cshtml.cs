using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class InterventionAreasModel(BidsContext db, Caller caller, SaveBid save) : InterventionPage(db, caller, save, "assets")
{
    /// <summary>"all" or "some".</summary>
    [BindProperty]
    public string? Which { get; set; }

    [BindProperty]
    public List<string> Areas { get; set; } = [];

    /// <summary>The bid's areas, and any others that the intervention already has.</summary>
    public IReadOnlyList<string> Offered => [.. Content.Areas.Union(Intervention?.Areas ?? [])];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenOneAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        (Which, Areas) = (Intervention!.Areas.Count == 0 ? "all" : "some", [.. Intervention.Areas]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Which is not ("all" or "some"))
            ModelState.AddModelError(nameof(Which), "Select all of them or some of them");
        if (Which == "some" && Areas.Count == 0)
            ModelState.AddModelError(nameof(Areas), "Select at least one area");
        return await SaveAsync(new InterventionAreas(Id, Which == "some" ? Areas : []), EndOf(Section), cancellationToken);
    }
}
