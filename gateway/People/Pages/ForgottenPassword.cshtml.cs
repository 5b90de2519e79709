using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Has a link sent by which somebody chooses another password. The answer is the same for everybody.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
[Says(null)]
internal sealed class ForgottenPasswordModel(ForgetPassword forget) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public bool Sent { get; private set; }

    public void OnGet(bool sent) => Sent = sent;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (EmailAddress.Read(Email) is not { } email)
        {
            ModelState.AddModelError(nameof(Email), TypedText.Line(Email).Length == 0 ? "Enter your email address" : EmailAddress.Problem);
            return Page();
        }
        await forget.RunAsync(email, cancellationToken);
        return LocalRedirect("/account/forgotten-password?sent=true");
    }
}
