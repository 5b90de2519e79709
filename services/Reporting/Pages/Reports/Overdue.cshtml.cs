using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using ReturnLine = Platform.Reporting.Model.ReturnLine;

namespace Platform.Reporting.Pages.Reports;

[Authorize(Policy = Doors.Office)]
internal sealed class OverdueModel(ReportingContext db, Caller caller) : PageModel
{
    public DateOnly Today => London.DateOf(caller.At);
    public Partnership? Chosen { get; private set; }
    public IReadOnlyList<Partnership> Named { get; private set; } = [];
    public IReadOnlyList<ReturnLine> Returns { get; private set; } = [];

    public async Task OnGetAsync(string? partnership, CancellationToken cancellation)
    {
        Chosen = Partnership.Find(partnership);
        var all = await db.OverdueAsync(Today, cancellation);
        Named = [.. all.Select(r => r.Partnership).Distinct().OrderBy(p => p.Name)];
        Returns = [.. all.Where(r => Chosen is null || r.Partnership == Chosen)];
    }

    public static string Rung(int? rung) => rung switch
    {
        null => "Not yet",
        -1 => "1 working day before",
        < 0 => $"{-rung} working days before",
        0 => "On the day",
        1 => "1 working day after",
        _ => $"{rung} working days after",
    };
}
