using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Returns.Schedule.Pages;

/// <summary>The funds, and what the office has settled for each.</summary>
[Authorize(Roles = Roles.Officer)]
internal sealed class ProgrammesModel(ReturnsContext db) : PageModel
{
    public IReadOnlyList<Programme> Programmes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Programmes = await db.Programmes.AsNoTracking().OrderBy(p => p.Name).ToListAsync(cancellationToken);
}
