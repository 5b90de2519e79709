using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Schedule.Pages;

/// <summary>The funds, and what the office has decided for each.</summary>
[May(nameof(Acts.WriteProgrammes))]
internal sealed class ProgrammesModel(ReturnsContext db) : PageModel
{
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Programmes = await db.Programmes.AsNoTracking().OrderBy(p => p.Name).ToListAsync(cancellationToken);
}
