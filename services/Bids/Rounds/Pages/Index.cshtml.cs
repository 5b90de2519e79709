using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Rounds.Pages;

[AllowAnonymous]
internal sealed class IndexModel(BidsContext db, Caller caller) : PageModel
{
    public IReadOnlyList<Round> Open { get; private set; } = [];
    public IReadOnlyList<Round> Drafts { get; private set; } = [];
    public IReadOnlyList<Round> Others { get; private set; } = [];
    public bool MayOpen => caller.May(Acts.WriteRounds);
    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    public string Left(Round round) => TimeLeft.InWords(round.ClosesAt, caller.At);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rounds = await db.Rounds.AsNoTracking().SeenBy(caller).OrderBy(r => r.ClosesAt).ToListAsync(cancellationToken);
        Open = [.. rounds.Where(r => r.IsOpenAt(caller.At))];
        Drafts = [.. rounds.Where(r => !r.IsPublished)];
        Others = [.. rounds.Where(r => r.IsPublished && !r.IsOpenAt(caller.At)).Reverse()];
    }
}
