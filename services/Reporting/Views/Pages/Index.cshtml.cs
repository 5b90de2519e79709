using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Views.Pages;

/// <summary>The views that somebody has saved.</summary>
[May(nameof(Acts.SaveViews))]
internal sealed class IndexModel(ReportingContext db, Caller caller) : PageModel
{
    /// <summary>What narrows a view, in words.</summary>
    public string Filters(SavedView view) => ReportFilter.Parse(view.Query, London.DateOf(caller.At)).InWords;

    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Views = await db
            .Views.AsNoTracking()
            .Where(v => v.OwnerId == caller.Person.UserId && !v.IsDeleted)
            .OrderBy(v => v.Name)
            .ThenBy(v => v.Id)
            .Take(200)
            .ToListAsync(cancellationToken);
}
