using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Pages.Grants;

internal sealed class GrantModel(BidsContext db, Caller caller) : PageModel
{
    public Model.Grant Grant { get; private set; } = null!;
    public bool IsOffice => caller.SeesEverything;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        Grant = (await db.Grants.AsNoTracking().SingleOrDefaultAsync(g => g.Reference == reference, cancellation))!;
        return Grant is null ? NotFound() : Page();
    }
}
