using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.People.Pages;

/// <summary>What waits for the caller, or for another, as the second person.</summary>
[May(nameof(Acts.ConfirmPeople))]
internal sealed class WaitingChangesModel(AccountsContext db, Caller caller) : PageModel
{
    public IReadOnlyList<User> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        All = [
            .. (await db.Users.AsNoTracking().Where(u => u.Waiting != null).OrderBy(u => u.Name).ToListAsync(cancellationToken)).Where(u =>
                Guarded.MayConfirm(caller.Roles, u.Waiting!.Roles.Concat(u.Roles))
            ),
        ];
}
