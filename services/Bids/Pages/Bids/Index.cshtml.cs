using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Pages.Bids;

internal sealed class IndexModel(BidsContext db, Caller caller) : PageModel
{
    private const int PageSize = 25;

    public IReadOnlyList<Model.Bid> Bids { get; private set; } = [];
    public IReadOnlyList<Round> Open { get; private set; } = [];
    public int Number { get; private set; }
    public int Pages { get; private set; }
    public bool IsPartner => caller.Partnership is not null;

    public async Task OnGetAsync(int number = 1, CancellationToken cancellation = default)
    {
        Pages = Math.Max(1, (await db.Bids.CountAsync(cancellation) + PageSize - 1) / PageSize);
        Number = Math.Clamp(number, 1, Pages);
        Bids = await db.Bids.AsNoTracking().OrderByDescending(b => b.StartedAt).ThenBy(b => b.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        Open = await db.Rounds.AsNoTracking().Where(r => r.PublishedAt != null && r.OpensAt <= caller.At && r.ClosesAt > caller.At).OrderBy(r => r.ClosesAt).ToListAsync(cancellation);
    }
}
