using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Home.Pages;

/// <summary>
/// The home page: for a partnership, what it must do and by when; for the office, what is waiting and what is missing; for an
/// administrator, what keeps the platform running; for everybody else, what the platform is.
/// </summary>
[AllowAnonymous]
internal sealed class IndexModel(ReportingContext db, Caller caller) : PageModel
{
    public PartnerHome? Partner { get; private set; }
    public OfficeHome? Office { get; private set; }

    /// <summary>What an administrator must see to; null for everybody else.</summary>
    public IReadOnlyList<TimelineEntry>? Running { get; private set; }
    public bool IsSomebodys => Partner is not null || Office is not null || Running is not null;
    public IReadOnlyList<RoundRow> OpenRounds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (caller.Partnership is { } own)
            Partner = await PartnerHome.ReadAsync(db, caller, own, cancellationToken);
        else if (caller.SeesEverything)
            Office = await OfficeHome.ReadAsync(db, caller, cancellationToken);
        else if (caller.May(LinkedActs.SettleFailures))
            Running = await OfficeHome.AlertsAsync(db, caller, cancellationToken);
        else
            OpenRounds = await db
                .Rounds.AsNoTracking()
                .Where(r => r.Published && r.OpensAt <= caller.At && r.ClosesAt > caller.At)
                .OrderBy(r => r.ClosesAt)
                .ThenBy(r => r.Reference)
                .ToListAsync(cancellationToken);
    }
}
