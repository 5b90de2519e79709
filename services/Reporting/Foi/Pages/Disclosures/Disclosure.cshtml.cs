using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Foi.Pages.Disclosures;

[AllowAnonymous]
internal sealed class DisclosureModel(ReportingContext db) : PageModel
{
    public FoiDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        Details = (
            await db
                .FoiRequests.AsNoTracking()
                .Where(r => r.Reference == reference && r.PublishedAt != null)
                .Select(r => r.Details)
                .SingleOrDefaultAsync(cancellationToken)
        )!;
        return Details is null ? NotFound() : Page();
    }
}
