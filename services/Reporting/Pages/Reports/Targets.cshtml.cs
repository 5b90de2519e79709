using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Pages.Reports;

[Authorize(Policy = Doors.Office)]
internal sealed class TargetsModel(ReportingContext db, Caller caller) : PageModel
{
    public string? Programme { get; private set; }
    public DateOnly Today => London.DateOf(caller.At);
    public IReadOnlyList<string> Programmes { get; private set; } = [];
    public IReadOnlyList<IGrouping<Partnership, TargetAchieved>> Targets { get; private set; } = [];
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public async Task OnGetAsync(string? programme, CancellationToken cancellation)
    {
        Programme = programme;
        Programmes = await db.Targets.Select(t => t.Programme).Distinct().OrderBy(p => p).ToListAsync(cancellation);
        Targets = [.. (await db.TargetsAsync(programme, cancellation)).GroupBy(t => t.Partnership)];
        var grants = await db.Grants.Where(g => programme == null || g.Programme == programme).Select(g => g.Id).ToListAsync(cancellation);
        Missing = [.. (await db.OverdueAsync(Today, cancellation)).Where(r => programme is null || grants.Contains(r.GrantId)).Select(r => $"{r.Partnership.Name}, {r.Quarter.Label}")];
    }
}
