using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Gateway.SignIn;

namespace Platform.Standalone.Demonstration.Pages;

/// <summary>The authenticator app of the demonstration, for whoever has no telephone at hand. Only this program has it.</summary>
[AllowAnonymous]
internal sealed class CodeModel(Settings settings) : PageModel
{
    /// <summary>The key of an account that somebody is setting up, as its page shows it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public string Now => CodeOf(settings.Secrets.Authenticator);

    public string Next => CodeOf(settings.Secrets.Authenticator, ahead: 1);

    /// <summary>The code of that key; null where none was entered, or it is none.</summary>
    public string? OfKey { get; private set; }

    public void OnGet()
    {
        if (Key is null)
            return;
        var key = string.Concat(Key.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (key.Length == 32 && key.All(c => c is (>= 'A' and <= 'Z') or (>= '2' and <= '7')))
            OfKey = CodeOf(key);
        else
            ModelState.AddModelError(nameof(Key), "Enter the key as the page shows it: 32 letters and digits");
    }

    private static string CodeOf(string key, int ahead = 0) => Totp.CodeOf(key, Totp.StepOf(TimeProvider.System.GetUtcNow()) + ahead);
}
