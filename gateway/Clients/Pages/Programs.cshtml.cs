using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.Clients.Pages;

/// <summary>The programs that call the API, and revoking one.</summary>
[May(nameof(Acts.ReadPeople))]
internal sealed class ProgramsModel(AccountsContext db, RevokeClient revoke, Caller caller) : PageModel
{
    public IReadOnlyList<Client> All { get; private set; } = [];

    public DateTimeOffset Now => caller.At;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        All = await db.Clients.AsNoTracking().OrderBy(c => c.RevokedAt != null).ThenBy(c => c.Name).ToListAsync(cancellationToken);

    [Says("The program is revoked", "It is refused from now on")]
    public async Task<IActionResult> OnPostAsync([FromForm] Guid id) =>
        (await revoke.RunAsync(id)).IsDone ? LocalRedirect("/account/programs") : NotFound();
}
