using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.SignIn.Pages;

/// <summary>Where one is signed in, and signing out there.</summary>
[May(nameof(Acts.UseOwnAccount))]
internal sealed class SessionsModel(OpenSessions open, EndSession endOne, EndSessions endAll, Caller caller) : PageModel
{
    public ShownSessions Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Shown = new(
            "Devices",
            await open.OfAsync(caller.Person.UserId, cancellationToken),
            UserPrincipals.SessionOf(User),
            "/account/sessions"
        );

    [Says("That device is signed out")]
    public async Task<IActionResult> OnPostAsync([FromForm] string? session)
    {
        var ended = await endOne.RunAsync(caller.Person.UserId, session, SessionEnd.EndedByOwner);
        return ended.IsDone ? LocalRedirect("/account/sessions") : NotFound();
    }

    [Says("You are signed out everywhere else")]
    public async Task<IActionResult> OnPostOthersAsync()
    {
        await endAll.RunAsync(caller.Person.UserId, SessionEnd.EndedByOwner, UserPrincipals.SessionOf(User));
        return LocalRedirect("/account/sessions");
    }
}
