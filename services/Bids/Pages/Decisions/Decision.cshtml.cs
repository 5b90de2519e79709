using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Bids.Pages.Decisions;

[Authorize(Policy = Doors.Office)]
internal sealed class DecisionModel(BidsContext db) : PageModel
{
    public DecisionRecord Record { get; private set; } = null!;
    public IReadOnlyList<Model.Bid> Bids { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        Record = (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == reference, cancellation))!;
        if (Record is null) return NotFound();
        Bids = await db.Bids.AsNoTracking().Where(b => Record.Bids.Contains(b.Reference)).OrderBy(b => b.Reference).ToListAsync(cancellation);
        return Page();
    }
}
