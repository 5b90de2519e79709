using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Changes one's own name and address.</summary>
[May(nameof(Acts.SecureOwnAccount))]
internal sealed class DetailsModel(UserManager<User> users, ChangeOwnDetails change, Caller caller) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public async Task OnGetAsync()
    {
        var person = (await users.FindByIdAsync(caller.Person.UserId.ToString()))!;
        (Name, Email) = (person.Name, person.Email);
    }

    [Says("Your details are saved")]
    public async Task<IActionResult> OnPostAsync()
    {
        var result = await change.RunAsync(Name, Email);
        result.Outcome.AddTo(ModelState);
        if (!result.IsDone)
            return Page();
        if (!string.Equals(result.Value.Email, Contracts.EmailAddress.Read(Email), StringComparison.OrdinalIgnoreCase))
            this.Say("Check your email", "We sent a link to both addresses: the new one counts once you have confirmed at both");
        else if (result.Value.Waiting is not null)
            this.Say("A second person has to confirm your new name", "The administrators get a letter");
        return LocalRedirect("/account");
    }
}
