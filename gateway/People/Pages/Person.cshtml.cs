using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>One account, with a new invitation link as long as the person has no password.</summary>
[May(nameof(Acts.ManagePeople))]
[Noted(AccessKind.PersonalDataRead)]
internal sealed class PersonModel(
    UserManager<User> users,
    Invitations invitations,
    EnableUser enable,
    OpenSessions open,
    EndSession endOne,
    EndSessions endAll,
    Caller caller
) : PageModel
{
    public bool MayDisable => Person.MayDisable(caller.Person).IsDone;

    public User Person { get; private set; } = null!;

    public string? Link { get; private set; }

    public ShownSessions Sessions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return NotFound();
        Person = user;
        Sessions = new(
            "Where they are signed in",
            user.Disabled ? [] : await open.OfAsync(id, cancellationToken),
            UserPrincipals.SessionOf(User),
            $"/account/people/{id}?handler=endSession"
        );
        if (user is { HasAccepted: false, Disabled: false })
            Link = await invitations.LinkAsync(user);
        return Page();
    }

    [Says("The account is enabled again")]
    public async Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken cancellationToken)
    {
        var result = await enable.RunAsync(id);
        if (result.IsDone)
            return LocalRedirect($"/account/people/{id}");
        result.Outcome.AddTo(ModelState);
        return await OnGetAsync(id, cancellationToken);
    }

    [Says("That device is signed out")]
    public async Task<IActionResult> OnPostEndSessionAsync(Guid id, [FromForm] string? session)
    {
        var ended = await endOne.RunAsync(id, session, SessionEnd.EndedByAdministrator);
        return ended.IsDone ? LocalRedirect($"/account/people/{id}") : NotFound();
    }

    [Says("They are signed out everywhere")]
    public async Task<IActionResult> OnPostEndSessionsAsync(Guid id)
    {
        await endAll.RunAsync(id, SessionEnd.EndedByAdministrator, UserPrincipals.SessionOf(User));
        return LocalRedirect($"/account/people/{id}");
    }
}
