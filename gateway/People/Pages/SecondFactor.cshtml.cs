using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Asks once before a person's second factors are taken away.</summary>
[May(nameof(Acts.ManagePeople))]
[Says("The second factor is taken away", "They and the administrators get a letter")]
internal sealed class SecondFactorModel(UserManager<User> users, ForgetSecondFactors act) : PageModel
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
        var result = await act.RunAsync(Id);
        if (result.IsDone)
            return LocalRedirect($"/account/people/{Id}");
        result.AddTo(ModelState);
        return await OnGetAsync();
    }
}
