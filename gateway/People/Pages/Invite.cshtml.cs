using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Creates an account, and has its owner sent an invitation.</summary>
[May(nameof(Acts.ManagePeople))]
[Says("The account is made", "They get a letter with a link, and the administrators are told")]
internal sealed class InviteModel(InviteUser invite) : AccountPageModel
{
    /// <summary>Created with the page, so that pressing twice makes one account.</summary>
    [BindProperty]
    public Guid AccountId { get; set; }

    public void OnGet() => AccountId = Guid.CreateVersion7();

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await invite.RunAsync(Typed, this.IdOf(AccountId));
        return result.IsDone ? LocalRedirect($"/account/people/{result.Value.Id}") : Refused(result.Outcome);
    }
}
