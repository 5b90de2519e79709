using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn.Pages;

/// <summary>What the sign-in page asks for, or shows.</summary>
internal enum SignInStep
{
    Password,
    Code,
    SetUp,
    RecoveryCodes,
    Again,
}

/// <summary>
/// Signs a person in: password, then a second factor where the account has one or must have one. If their session ended while they were
/// typing, their answers are kept through all of it.
/// </summary>
[AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
[Says(null)]
internal sealed class SignInModel(
    CheckPassword check,
    Halfway halfway,
    SecondFactors factors,
    SignInBrowser signIn,
    Passkeys passkeys,
    OfficeSignIn office,
    TimeProvider time
) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>A code of the authenticator app, or a recovery code.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The key of the app that is being set up, encrypted.</summary>
    [BindProperty]
    public string? Offered { get; set; }

    /// <summary>What the browser says with a passkey, as JSON.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    /// <summary>The form that was sent without a session, as it was sent.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    public SignInStep Step { get; private set; }

    /// <summary>Whether something was sent that could not be kept.</summary>
    public bool NotKept { get; private set; }

    /// <summary>Whether a file was sent: a browser has to be shown it again.</summary>
    public bool FileNotKept { get; private set; }

    /// <summary>What to send again, once signed in.</summary>
    public KeptAnswers? Again { get; private set; }

    public bool HasAuthenticator { get; private set; }

    public AuthenticatorOffer Offer { get; private set; } = null!;

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>What the office's own sign-in is called; null where there is none.</summary>
    public string? Office => office.Name;

    /// <summary>Where to go once signed in.</summary>
    public string To => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/";

    public async Task OnGetAsync(string? returnUrl, string? step)
    {
        var sent = StockPages.IsShowing(HttpContext) ? KeptAnswers.Of(HttpContext) : null;
        ReturnUrl = sent?.Path ?? returnUrl;
        Kept = sent?.Body;
        NotKept = sent is { Body: null };
        FileNotKept = NotKept && sent!.IsFile;
        // From the office's sign-in, or from a link in a letter.
        if (step is not null && await halfway.FindAsync() is { } user)
            await AskAsync(user);
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
        if (!await factors.HasAsync(user) && !factors.AreFor(user, London.DateOf(time.GetUtcNow())))
            return await FinishAsync(user);
        await halfway.BeginAsync(user);
        await AskAsync(user);
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        if (await halfway.FindAsync() is not { } user)
            return Anew();
        if (await factors.TakeAsync(user, Code))
            return await FinishAsync(user);
        await AskAsync(user);
        ModelState.AddModelError(nameof(Code), string.IsNullOrWhiteSpace(Code) ? "Enter a code" : SecondFactors.WrongCode);
        return Page();
    }

    public async Task<IActionResult> OnPostSetUpAsync(CancellationToken cancellationToken)
    {
        if (await halfway.FindAsync() is not { } user || await factors.HasAsync(user))
            return Anew();
        if (await factors.SetUpAsync(user, Offered, Code, cancellationToken) is not { } codes)
        {
            await AskAsync(user);
            ModelState.AddModelError(
                nameof(Code),
                string.IsNullOrWhiteSpace(Code) ? "Enter the code that the app shows" : "Enter the 6 digits that the app shows now"
            );
            return Page();
        }
        await signIn.RunAsync(user);
        (Step, RecoveryCodes) = (SignInStep.RecoveryCodes, codes);
        Again = Kept is null ? null : new(To, Kept);
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        if (await passkeys.ProveAsync(Credential) is { } user)
            return await FinishAsync(user);
        ModelState.AddModelError(nameof(Email), Passkeys.Unknown);
        return Page();
    }

    private async Task AskAsync(User user)
    {
        Step = await factors.HasAsync(user) ? SignInStep.Code : SignInStep.SetUp;
        HasAuthenticator = user.Authenticator is not null;
        if (Step == SignInStep.SetUp)
            Offer = AuthenticatorOffer.For(user, factors, Offered);
    }

    private async Task<IActionResult> FinishAsync(User user)
    {
        await signIn.RunAsync(user);
        if (Kept is null)
            return LocalRedirect(To);
        (Step, Again) = (SignInStep.Again, new(To, Kept));
        return Page();
    }

    private PageResult Anew()
    {
        ModelState.AddModelError(nameof(Email), "That took longer than 10 minutes. Enter your email address and password again");
        return Page();
    }
}
