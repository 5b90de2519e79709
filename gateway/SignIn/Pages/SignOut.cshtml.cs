using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn.Pages;

/// <summary>Ends the session. Following a link does not: another site could make a browser follow one.</summary>
[AllowAnonymous]
[Says(null)]
internal sealed class SignOutModel : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return LocalRedirect("/account/sign-in");
    }
}
