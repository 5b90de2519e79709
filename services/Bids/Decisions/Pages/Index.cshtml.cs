using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

/// <summary>The register: for the public, what is published; for the office, every record and what it is waiting for.</summary>
[AllowAnonymous]
[Says("The number is saved")]
internal sealed class IndexModel(BidsContext db, Caller caller, CountPaperDecisions count) : PageModel
{
    [BindProperty]
    public string? Last { get; set; }
    public IReadOnlyList<DecisionRecord> Records { get; private set; } = [];
    public bool IsOffice => caller.SeesEverything;
    public bool MayPrepare => caller.May(Acts.PrepareDecision);
    public bool CountsPaper => caller.May(Acts.CountPaperDecisions);
    public int Year => London.DateOf(caller.At).Year;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (CountsPaper)
            Last = (
                await db.DecisionSequences.Where(s => s.Year == Year).Select(s => (int?)s.Last).SingleOrDefaultAsync(cancellationToken)
            )?.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (caller.Person.UserId == Guid.Empty)
            return Unauthorized();
        if (!CountsPaper)
            return StatusCode(403);
        var last = ModelState.ReadWholeNumber(nameof(Last), Last, "Last number", 1, 9999);
        if (ModelState.IsValid && await count.RunAsync(Year, last, cancellationToken) is var result)
        {
            if (result.IsDone)
                return Redirect("/decisions");
            result.AddTo(ModelState);
        }
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        Records = [
            .. (await db.Decisions.AsNoTracking().Where(d => IsOffice || d.PublishedAt != null).ToListAsync(cancellationToken))
                .Where(d => caller.MayRead(d) || d.IsPublic)
                .OrderByDescending(d => d.Reference, StringComparer.Ordinal),
        ];
}
