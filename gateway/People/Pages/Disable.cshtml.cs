using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Asks once before an account is disabled.</summary>
[May(nameof(Acts.ManagePeople))]
[Says("The account is disabled", "They are signed out")]
internal sealed class DisableModel(UserManager<User> users, DisableUser disable, Caller caller) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await users.FindByIdAsync(Id.ToString()) is not { } user)
            return NotFound();
        Name = user.Name;
        return HttpMethods.IsGet(Request.Method) && !user.MayDisable(caller.Person).IsDone
            ? LocalRedirect($"/account/people/{Id}")
            : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await disable.RunAsync(Id);
        if (result.IsDone)
            return LocalRedirect($"/account/people/{Id}");
        result.Outcome.AddTo(ModelState);
        return await OnGetAsync();
    }
}
