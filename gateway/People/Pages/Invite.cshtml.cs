using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.People.Pages;

/// <summary>Creates an account; the person's page then has the link to pass on.</summary>
[May(nameof(Acts.ManagePeople))]
internal sealed class InviteModel(InviteUser invite) : AccountPageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await invite.RunAsync(Typed);
        return result.IsDone ? LocalRedirect($"/account/people/{result.Value.Id}") : Refused(result.Outcome);
    }
}
