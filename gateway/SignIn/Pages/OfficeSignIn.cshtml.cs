using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn.Pages;

/// <summary>Sends people to the office's own sign-in, and takes them in when they come back.</summary>
[AllowAnonymous]
[Says(null)]
internal sealed class OfficeSignInModel(
    OfficeSignIn office,
    SecondFactors factors,
    Halfway halfway,
    SignInBrowser signIn,
    TimeProvider time
) : PageModel
{
    public bool Failed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? returnUrl, bool failed)
    {
        Failed = failed;
        if (office.Name is null)
            return NotFound();
        if (failed)
            return Page();
        var from = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (from.Principal is not { } person)
            return LocalRedirect(StockPages.SignInPath);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (await office.FindAsync(person) is not { } user)
            return Page();
        var to = Url.IsLocalUrl(returnUrl) ? returnUrl : "/";
        if (
            OfficeSignIn.HasSecondFactor(person) || !(await factors.HasAsync(user) || factors.AreFor(user, London.DateOf(time.GetUtcNow())))
        )
        {
            await signIn.RunAsync(user);
            return LocalRedirect(to);
        }
        await halfway.BeginAsync(user);
        return LocalRedirect($"{StockPages.SignInPath}?step=second&returnUrl={Uri.EscapeDataString(to)}");
    }

    public IActionResult OnPost([FromForm] string? returnUrl) =>
        office.Name is null
            ? NotFound()
            : Challenge(
                new AuthenticationProperties
                {
                    RedirectUri = $"/account/office-sign-in?returnUrl={Uri.EscapeDataString(Url.IsLocalUrl(returnUrl) ? returnUrl : "/")}",
                },
                OfficeSignIn.Scheme
            );
}
