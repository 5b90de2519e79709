using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>One account.</summary>
[May(nameof(Acts.ReadPeople))]
[Noted(AccessKind.PersonalDataRead)]
internal sealed class PersonModel(
    UserManager<User> users,
    InviteAgain inviteAgain,
    UnlockUser unlock,
    SignInAttempts attempts,
    OpenSessions open,
    EndSession endOne,
    EndSessions endAll,
    Caller caller
) : PageModel
{
    public bool MayDisable => Person.MayDisable(caller.Person).IsDone;

    public User Person { get; private set; } = null!;

    public DateTimeOffset? LockedUntil { get; private set; }

    public string SecondFactor { get; private set; } = "";

    public bool HasSecondFactor { get; private set; }

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
        LockedUntil = await attempts.LockedUntilAsync(id);
        var passkeys = (await users.GetPasskeysAsync(user)).Count;
        HasSecondFactor = user.Authenticator is not null || passkeys > 0;
        SecondFactor = WordList.Of([
            .. user.Authenticator is null ? [] : new[] { "Authenticator app" },
            .. passkeys == 0 ? [] : new[] { WordList.Count(passkeys, "passkey") },
        ]);
        if (!HasSecondFactor)
            SecondFactor = "None";
        return Page();
    }

    [Says("The invitation is sent again", "The link before no longer works")]
    public Task<IActionResult> OnPostInviteAgainAsync(Guid id, CancellationToken cancellationToken) =>
        DoneAsync(id, inviteAgain.RunAsync(id), cancellationToken);

    [Says("The account is unlocked", "Its owner gets a letter")]
    public Task<IActionResult> OnPostUnlockAsync(Guid id, CancellationToken cancellationToken) =>
        DoneAsync(id, unlock.RunAsync(id), cancellationToken);

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

    private async Task<IActionResult> DoneAsync(Guid id, Task<Result> act, CancellationToken cancellationToken)
    {
        var result = await act;
        if (result.IsDone)
            return LocalRedirect($"/account/people/{id}");
        result.AddTo(ModelState);
        return await OnGetAsync(id, cancellationToken);
    }
}
