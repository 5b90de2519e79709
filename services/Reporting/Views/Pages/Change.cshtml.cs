using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Views.Pages;

/// <summary>Changes a saved view, or deletes it.</summary>
[May(nameof(Acts.SaveViews))]
internal sealed class ChangeModel(ReportingContext db, Caller caller, ChangeView change) : ViewForm
{
    public SavedView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
            return NotFound();
        (Name, Monthly) = (View.Name, View.Monthly);
        return Page();
    }

    [Says("The view is saved")]
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Answer(await change.ChangeAsync(id, Name ?? "", Monthly, cancellationToken)) : NotFound();

    [Says("The view is deleted")]
    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken) =>
        Answer(await change.DeleteAsync(id, cancellationToken));

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await db
                .Views.AsNoTracking()
                .SingleOrDefaultAsync(v => v.Id == id && v.OwnerId == caller.Person.UserId && !v.IsDeleted, cancellationToken)
            is not { } view
        )
            return false;
        View = view;
        return true;
    }
}
