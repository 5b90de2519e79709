using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Gateway.SignIn;

namespace Platform.Standalone.Demonstration.Pages;

/// <summary>The authenticator app of the demonstration, for whoever has no telephone at hand. Only this program has it.</summary>
[AllowAnonymous]
internal sealed class CodeModel(Settings settings) : PageModel
{
    private static readonly TimeProvider Time = TimeProvider.System;

    public string Now => Totp.CodeOf(settings.Secrets.Authenticator, Totp.StepOf(Time.GetUtcNow()));

    public string Next => Totp.CodeOf(settings.Secrets.Authenticator, Totp.StepOf(Time.GetUtcNow()) + 1);
}
