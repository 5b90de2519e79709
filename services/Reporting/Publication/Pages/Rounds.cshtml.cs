using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Publication.Pages;

[AllowAnonymous]
internal sealed class RoundsModel(ReportingContext db, Caller caller) : PageModel
{
    public IReadOnlyList<RoundRow> Open { get; private set; } = [];
    public IReadOnlyList<RoundRow> Coming { get; private set; } = [];
    public IReadOnlyList<RoundRow> Closed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rounds = await db.Rounds.AsNoTracking().Where(r => r.Published).OrderBy(r => r.ClosesAt).ToListAsync(cancellationToken);
        Open = [.. rounds.Where(r => r.OpensAt <= caller.At && r.ClosesAt > caller.At)];
        Coming = [.. rounds.Where(r => r.OpensAt > caller.At)];
        Closed = [.. rounds.Where(r => r.OpensAt <= caller.At && r.ClosesAt <= caller.At).Reverse()];
    }
}
