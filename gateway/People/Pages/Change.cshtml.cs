using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Changes an account.</summary>
[May(nameof(Acts.ManagePeople))]
[Says("The account is changed", "They and the administrators get a letter")]
internal sealed class ChangeModel(UserManager<User> users, ChangeUser change) : AccountPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version that the form was filled from: a change made meanwhile is not undone.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await users.FindByIdAsync(Id.ToString()) is not { } user)
            return NotFound();
        Show(user);
        Version = user.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync() =>
        await change.RunAsync(Id, Version, Typed) switch
        {
            { Outcome.Kind: ResultKind.NotFound } => NotFound(),
            { IsDone: true, Value.Waiting: not null } => Waits(),
            { IsDone: true } => LocalRedirect($"/account/people/{Id}"),
            var refused => Refused(refused.Outcome),
        };

    private LocalRedirectResult Waits()
    {
        this.Say("The change waits for a second person", "The administrators get a letter");
        return LocalRedirect($"/account/people/{Id}");
    }
}
