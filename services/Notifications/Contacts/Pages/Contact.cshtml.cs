using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Contacts.Pages;

/// <summary>Somebody at a partnership without an account. The link to this page carries the id for a new contact.</summary>
[May(nameof(Acts.WriteContacts))]
[Says("The contact is saved")]
[Noted(AccessKind.PersonalDataRead)]
internal sealed class ContactModel(NotificationsContext db, SaveContact save) : ActPage
{
    private KnownContact? kept;

    [FromRoute]
    public Guid Id { get; set; }

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

    /// <summary>What somebody else has saved since.</summary>
    public KnownContact? SavedMeanwhile => IsStale ? kept : null;

    public override string Address => "/notifications/contacts";

    /// <summary>0 for a new contact.</summary>
    protected override int VersionNow => kept?.Version ?? 0;

    protected override string StaleWords =>
        "Someone else changed this contact while you had this page open. Check what is saved now, shown above your answers. To "
        + "replace it with yours, save again";

    public IEnumerable<SelectListItem> Partnerships =>
        [new("Choose a partnership", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];

    public async Task<IActionResult> OnGetAsync(string? partnership, string? role, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        (Partnership, Roles) = (partnership, role is null ? [] : [role]);
        if (kept is not null)
        {
            Name = kept.Name;
            Email = kept.Email;
            Partnership = kept.Partnership?.Code;
            Roles = [.. kept.Roles];
            Active = kept.Active ? "yes" : "no";
        }
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Active is not ("yes" or "no"))
            ModelState.AddModelError(nameof(Active), "Select whether letters go to this contact");
        var typed = new TypedContact(Name, Email, Partnership, Roles, Active == "yes");
        return ActAsync(() => save.RunAsync(Id, Version, typed, cancellationToken), cancellationToken);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        (kept = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(c => c.UserId == Id, cancellationToken)) is not { HasAccount: true };
}
