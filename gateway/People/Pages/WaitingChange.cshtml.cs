using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Confirms or drops, as the second person, a change of an account.</summary>
[May(nameof(Acts.ConfirmPeople))]
[Noted(AccessKind.PersonalDataRead)]
internal sealed class WaitingChangeModel(UserManager<User> users, ConfirmChange confirm, Caller caller) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public User Person { get; private set; } = null!;

    public bool MayConfirm => Person.MayConfirm(caller.Person, caller.Roles).IsDone;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await users.FindByIdAsync(Id.ToString()) is not { } user)
            return NotFound();
        Person = user;
        // Whoever may not confirm what this account waits for has no business with it.
        return user.Waiting is not null && !MayConfirm && user.Waiting.By.UserId != caller.Person.UserId && user.Id != caller.Person.UserId
            ? NotFound()
            : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var isRight = Answer == "yes";
        var result = await confirm.RunAsync(Id, Version, isRight);
        if (result.IsDone)
        {
            this.Say(isRight ? "The change counts" : "The change is dropped", "They and the administrators get a letter");
            return LocalRedirect("/account/waiting");
        }
        if (result.Outcome.Kind == ResultKind.Stale)
            ModelState.AddModelError("", "The account has changed since you opened this page. Look at it again");
        result.Outcome.AddTo(ModelState);
        return await OnGetAsync();
    }
}
