using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn.Pages;

/// <summary>One's own passkeys.</summary>
[May(nameof(Acts.SecureOwnAccount))]
internal sealed class PasskeysModel(UserManager<User> users, SecondFactors factors, Caller caller) : PageModel
{
    [BindProperty]
    public string? Id { get; set; }

    public string? Name { get; set; }

    public bool NotMade { get; private set; }

    public IList<UserPasskeyInfo> All { get; private set; } = [];

    public async Task OnGetAsync(bool notMade)
    {
        NotMade = notMade;
        await LoadAsync();
    }

    [Says("The passkey is removed")]
    public async Task<IActionResult> OnPostAsync()
    {
        var person = await LoadAsync();
        var wanted = All.FirstOrDefault(p => Convert.ToBase64String(p.CredentialId) == Id);
        if (wanted is not null)
        {
            if (All.Count == 1 && person.Authenticator is null && factors.AreFor(person, London.DateOf(caller.At)))
            {
                ModelState.AddModelError(
                    "",
                    "Your account must have a second factor: set up an authenticator app, or add another passkey first"
                );
                return Page();
            }
            person.Secure(caller.Person, caller.At, $"A passkey was removed: {wanted.Name}");
            await users.RemovePasskeyAsync(person, wanted.CredentialId);
        }
        return LocalRedirect("/account/passkeys");
    }

    private async Task<User> LoadAsync()
    {
        var person = (await users.FindByIdAsync(caller.Person.UserId.ToString()))!;
        All = await users.GetPasskeysAsync(person);
        return person;
    }
}
