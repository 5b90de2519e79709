using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Contacts.Pages;

/// <summary>Somebody at a partnership without an account. A new one has the id that the link to this page made up.</summary>
[May(nameof(Acts.WriteContacts))]
internal sealed class ContactModel(NotificationsContext db, SaveContact save) : PageModel
{
    /// <summary>0 for a contact that is new.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Partnership { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public string? Active { get; set; } = "yes";

    /// <summary>What somebody else saved since.</summary>
    public KnownContact? SavedMeanwhile { get; private set; }

    public IEnumerable<SelectListItem> Partnerships =>
        [new("Choose a partnership", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];

    public async Task<IActionResult> OnGetAsync(Guid id, string? partnership, string? role, CancellationToken cancellationToken)
    {
        var kept = await FindAsync(id, cancellationToken);
        if (kept is { HasAccount: true })
            return NotFound();
        (Partnership, Roles) = (partnership, role is null ? [] : [role]);
        if (kept is not null)
        {
            Version = kept.Version;
            Name = kept.Name;
            Email = kept.Email;
            Partnership = kept.Partnership?.Code;
            Roles = [.. kept.Roles];
            Active = kept.Active ? "yes" : "no";
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Active is not ("yes" or "no"))
            ModelState.AddModelError(nameof(Active), "Select whether letters go to this contact");
        var result = ModelState.IsValid
            ? await save.RunAsync(
                id,
                Version,
                new(Name?.Replace("\0", ""), Email?.Replace("\0", ""), Partnership, Roles, Active == "yes"),
                cancellationToken
            )
            : Result.Of([new(nameof(Active), "Select whether letters go to this contact")]);
        if (result.IsDone)
            return Redirect("/notifications/contacts");
        if (result.Kind == ResultKind.NotFound)
            return NotFound();
        result.AddTo(ModelState);
        if (result.Kind != ResultKind.Stale)
            return Page();
        SavedMeanwhile = await FindAsync(id, cancellationToken);
        ModelState.AddModelError(
            "",
            "Someone else changed this contact while you had this page open. Check what is saved now, shown above your answers. To "
                + "replace it with yours, save again"
        );
        ModelState.Remove(nameof(Version));
        Version = SavedMeanwhile?.Version ?? 0;
        return Page();
    }

    private Task<KnownContact?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.UserId == id, cancellationToken);
}
