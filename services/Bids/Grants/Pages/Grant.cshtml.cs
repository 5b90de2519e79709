using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Grants.Pages;

internal sealed class GrantModel(BidsContext db, Caller caller) : GrantPage(db, caller)
{
    private readonly BidsContext db = db;

    /// <summary>How much was spent across 31 March (HM Treasury's annuality), by the year in which it was spent.</summary>
    public IReadOnlyList<(FinancialYear Year, Money Amount)> Across { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var spent = await db.Spending.AsNoTracking().Where(s => s.GrantId == Grant.Id).Select(s => s.Spent).ToListAsync(cancellationToken);
        Across =
        [
            .. Annuality
                .Of(Details.Interventions, [.. spent.SelectMany(s => s)])
                .GroupBy(a => a.Year)
                .OrderBy(g => g.Key)
                .Select(g => (g.Key, g.Sum(a => a.Amount))),
        ];
        return Page();
    }
}
