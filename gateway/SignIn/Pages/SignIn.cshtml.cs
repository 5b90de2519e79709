using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn.Pages;

/// <summary>Signs a person in. If their session ended while they were typing, their answers are kept.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
[Says(null)]
internal sealed class SignInModel(CheckPassword check, SignInBrowser signIn) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    /// <summary>The form that was sent without a session, as it was sent.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>Whether something was sent that could not be kept.</summary>
    public bool NotKept { get; private set; }

    /// <summary>Whether a file was sent: a browser has to be shown it again.</summary>
    public bool FileNotKept { get; private set; }

    /// <summary>What to send again, once signed in.</summary>
    public KeptAnswers? Again { get; private set; }

    public void OnGet(string? returnUrl)
    {
        var sent = StockPages.IsShowing(HttpContext) ? KeptAnswers.Of(HttpContext) : null;
        ReturnUrl = sent?.Path ?? returnUrl;
        Kept = sent?.Body;
        NotKept = sent is { Body: null };
        FileNotKept = NotKept && sent!.IsFile;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (TypedText.Line(Email).Length == 0)
            ModelState.AddModelError(nameof(Email), "Enter your email address");
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), "Enter your password");
        if (!ModelState.IsValid)
            return Page();
        if (await check.RunAsync(TypedText.Line(Email), Password, cancellationToken) is not { } user)
        {
            ModelState.AddModelError(nameof(Email), CheckPassword.Refused);
            return Page();
        }
        await signIn.RunAsync(user);
        var to = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/";
        if (Kept is null)
            return LocalRedirect(to);
        Again = new(to, Kept);
        return Page();
    }
}
