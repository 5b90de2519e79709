using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn.Pages;

/// <summary>Asks for the password or a second factor again, before somebody signs. What they sent is kept.</summary>
[May(nameof(Acts.UseOwnAccount)), EnableRateLimiting(SignInLimit.Policy)]
[Says(null)]
internal sealed class ConfirmModel(
    ConfirmPerson confirm,
    Passkeys passkeys,
    UserManager<User> users,
    SessionSettings settings,
    Caller caller
) : PageModel
{
    /// <summary>Their password, or a code.</summary>
    [BindProperty]
    public string? Proof { get; set; }

    /// <summary>What the browser says with a passkey, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    /// <summary>The form that was sent, as it was sent.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    public bool FileNotKept { get; private set; }

    public KeptAnswers? Again { get; private set; }

    public bool HasAuthenticator { get; private set; }

    public double Minutes => settings.Confirmed.TotalMinutes;

    public Task OnGetAsync(string? returnUrl)
    {
        var sent = StockPages.IsShowing(HttpContext) ? KeptAnswers.Of(HttpContext) : null;
        ReturnUrl = sent?.Path ?? returnUrl;
        Kept = sent?.Body;
        FileNotKept = sent is { Body: null };
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await confirm.RunAsync(Proof, cancellationToken);
        result.AddTo(ModelState);
        return await GoOnAsync(result.IsDone);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancellationToken)
    {
        var isRight = (await passkeys.ProveAsync(Credential))?.Id == caller.Person.UserId;
        if (isRight)
            await confirm.NoteAsync(cancellationToken);
        else
            ModelState.AddModelError(nameof(Proof), Passkeys.Unknown);
        return await GoOnAsync(isRight);
    }

    private async Task<IActionResult> GoOnAsync(bool isProved)
    {
        await LoadAsync();
        if (!isProved)
            return Page();
        var to = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/";
        if (Kept is null)
            return LocalRedirect(to);
        Again = new(to, Kept);
        return Page();
    }

    private async Task LoadAsync() =>
        HasAuthenticator = (await users.FindByIdAsync(caller.Person.UserId.ToString()))?.Authenticator is not null;
}
