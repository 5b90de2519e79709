using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>How late returns came in, by partnership and quarter: as stored at their first submission.</summary>
[May(nameof(Acts.ReadReturns))]
internal sealed class LatenessModel(ReturnsContext db, Caller caller) : PageModel
{
    private const int PageSize = Paging.LongRows;

    /// <summary>The code of the partnership that the office has chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Partnership { get; set; }
    public IReadOnlyList<Return> Returns { get; private set; } = [];
    public IReadOnlyList<PartnershipLateness> Totals { get; private set; } = [];
    public int Number { get; private set; }
    public int Pages { get; private set; }
    public bool IsOffice => caller.SeesEverything;
    public DateOnly Today => London.DateOf(caller.At);
    public Partnership? Chosen => IsOffice ? Contracts.Partnership.Find(Partnership) : null;
    public string PageAddress => $"/returns/lateness?partnership={Uri.EscapeDataString(Chosen?.Code ?? "")}&number={{0}}";

    public async Task<IActionResult> OnGetAsync(int number = 1, CancellationToken cancellationToken = default)
    {
        // Its links name partnerships; there is no field to put right.
        if (IsOffice && Chosen is null && !string.IsNullOrEmpty(Partnership))
            return NotFound();
        Totals = await db.LatenessTotalsAsync(Today, cancellationToken);
        var found = db.Lateness(Chosen, Today);
        Pages = Paging.Pages(await found.CountAsync(cancellationToken), PageSize);
        Number = Math.Clamp(number, 1, Pages);
        Returns = await found
            .OrderBy(r => r.Partnership)
            .ThenByDescending(r => r.Quarter)
            .ThenBy(r => r.GrantReference)
            .ThenBy(r => r.Id)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        return Page();
    }
}
