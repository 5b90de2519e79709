using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Asks once before an account is enabled again.</summary>
[May(nameof(Acts.ManagePeople))]
[Says("The account is enabled again", "They and the administrators get a letter")]
internal sealed class EnableModel(UserManager<User> users, EnableUser act) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await users.FindByIdAsync(Id.ToString()) is not { } user)
            return NotFound();
        Name = user.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var result = (await act.RunAsync(Id)).Outcome;
        if (result.IsDone)
            return LocalRedirect($"/account/people/{Id}");
        result.AddTo(ModelState);
        return await OnGetAsync();
    }
}
