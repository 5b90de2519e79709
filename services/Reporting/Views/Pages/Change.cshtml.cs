using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Views.Pages;

/// <summary>Changes a saved view, or deletes it.</summary>
[Authorize(Roles = Roles.Officer)]
internal sealed class ChangeModel(ReportingContext db, Caller caller, ChangeView change) : ViewForm
{
    public SavedView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(id, cancellation))
            return NotFound();
        (Name, Monthly) = (View.Name, View.Monthly);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Answer(await change.ChangeAsync(id, Name ?? "", Monthly, cancellation)) : NotFound();

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) ? Answer(await change.DeleteAsync(id, cancellation)) : NotFound();

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (
            await db
                .Views.AsNoTracking()
                .SingleOrDefaultAsync(v => v.Id == id && v.OwnerId == caller.Person.UserId && !v.IsDeleted, cancellation)
            is not { } view
        )
            return false;
        View = view;
        return true;
    }
}
