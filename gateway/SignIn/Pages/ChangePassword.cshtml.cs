using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn.Pages;

/// <summary>Changes one's own password, which ends one's other sessions.</summary>
[May(nameof(Acts.UseOwnAccount))]
[EnableRateLimiting(SignInLimit.Policy)]
[Says("Your password is changed")]
internal sealed class ChangePasswordModel(ChangePassword change, SignInBrowser signIn) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool Done { get; private set; }

    public void OnGet(bool done) => Done = done;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await change.RunAsync(Current, Password, cancellationToken);
        result.Outcome.AddTo(ModelState);
        if (!result.IsDone)
            return Page();
        await signIn.RunAsync(result.Value);
        return LocalRedirect("/account/change-password?done=true");
    }
}
