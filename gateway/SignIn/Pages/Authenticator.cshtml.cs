using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn.Pages;

/// <summary>Sets up, replaces or removes one's own authenticator app, and makes new recovery codes.</summary>
[May(nameof(Acts.SecureOwnAccount)), EnableRateLimiting(SignInLimit.Policy)]
internal sealed class AuthenticatorModel(UserManager<User> users, SecondFactors factors, AccountsContext db, Caller caller) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Offered { get; set; }

    public bool Has { get; private set; }

    public bool MayRemove { get; private set; }

    public AuthenticatorOffer Offer { get; private set; } = null!;

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    [Says(null)]
    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        var person = await LoadAsync();
        if (await factors.SetUpAsync(person, Offered, Code, cancellationToken) is { } codes)
            RecoveryCodes = codes;
        else
            ModelState.AddModelError(nameof(Code), "Enter the 6 digits that the app shows now");
    }

    [Says(null)]
    public async Task OnPostRecoveryCodesAsync(CancellationToken cancellationToken)
    {
        var person = await LoadAsync();
        if (!Has)
            return;
        var codes = SecondFactors.NewRecoveryCodes();
        person.UseRecoveryCodes(SecondFactors.Hash(codes));
        person.Secure(caller.Person, caller.At, "Recovery codes were made: those before no longer work");
        await db.SaveChangesAsync(cancellationToken);
        RecoveryCodes = codes;
    }

    [Says("Your authenticator app is no longer used")]
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        var person = await LoadAsync();
        if (!MayRemove)
        {
            ModelState.AddModelError("", "Your account must have a second factor: add a passkey first, or set up another app");
            return Page();
        }
        person.ForgetAuthenticator();
        person.Secure(caller.Person, caller.At, "The authenticator app was removed");
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect("/account");
    }

    private async Task<User> LoadAsync()
    {
        var person = (await users.FindByIdAsync(caller.Person.UserId.ToString()))!;
        Has = person.Authenticator is not null;
        MayRemove = Has && (!factors.AreFor(person, London.DateOf(caller.At)) || (await users.GetPasskeysAsync(person)).Count > 0);
        Offer = AuthenticatorOffer.For(person, factors, Offered);
        return person;
    }
}
