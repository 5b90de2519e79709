using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Grants.Pages;

internal sealed class VariedModel(BidsContext db, Caller caller) : GrantPage(db, caller)
{
    public Variation Variation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        Variation = Details.Variations.FirstOrDefault(v => v.Number == number)!;
        return Variation is null ? NotFound() : Page();
    }
}
