using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Contacts.Pages;

/// <summary>An officer's own choice.</summary>
[May(nameof(Acts.ChoosePreferences))]
[Says(null)]
internal sealed class PreferencesModel(NotificationsContext db, SavePreference save, Caller caller) : PageModel
{
    [BindProperty]
    public string? Choice { get; set; }

    [FromQuery(Name = "saved")]
    public bool Saved { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Choice = await db.Preferences.AnyAsync(p => p.UserId == caller.Person.UserId && p.DailyDigest, cancellationToken)
            ? "daily"
            : "each";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Saved = false;
        if (Choice is not ("each" or "daily"))
            ModelState.AddModelError(nameof(Choice), "Select how you want to be written to");
        if (!ModelState.IsValid)
            return Page();
        await save.RunAsync(Choice == "daily", cancellationToken);
        return Redirect("/notifications/preferences?saved=true");
    }
}
