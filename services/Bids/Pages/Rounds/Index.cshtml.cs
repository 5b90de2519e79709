using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Pages.Rounds;

internal sealed class IndexModel(BidsContext db, Caller caller) : PageModel
{
    public IReadOnlyList<Round> Open { get; private set; } = [];
    public IReadOnlyList<Round> Others { get; private set; } = [];
    public bool MayOpen => caller.Is(Roles.Officer);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var rounds = await db.Rounds.AsNoTracking().OrderBy(r => r.ClosesAt).ToListAsync(cancellation);
        Open = [.. rounds.Where(r => r.IsOpenAt(caller.At))];
        Others = [.. rounds.Where(r => !r.IsOpenAt(caller.At)).Reverse()];
    }
}
