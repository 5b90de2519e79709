using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;

namespace Platform.Bids.Pages.Grants;

internal sealed class IndexModel(BidsContext db) : PageModel
{
    private const int PageSize = 25;

    public IReadOnlyList<Grant> Grants { get; private set; } = [];
    public int Number { get; private set; }
    public int Pages { get; private set; }

    public async Task OnGetAsync(int number = 1, CancellationToken cancellation = default)
    {
        Pages = Math.Max(1, (await db.Grants.CountAsync(cancellation) + PageSize - 1) / PageSize);
        Number = Math.Clamp(number, 1, Pages);
        Grants = await db.Grants.AsNoTracking().OrderByDescending(g => g.MadeAt).ThenBy(g => g.Reference).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
    }
}
