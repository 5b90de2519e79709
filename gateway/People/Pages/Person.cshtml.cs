using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>One account, with a new invitation link as long as the person has no password.</summary>
[May(nameof(Acts.ManagePeople))]
internal sealed class PersonModel(UserManager<User> users, Invitations invitations, EnableUser enable, Caller caller) : PageModel
{
    public bool MayDisable => Person.MayDisable(caller.Person).IsDone;

    public User Person { get; private set; } = null!;

    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user)
            return NotFound();
        Person = user;
        if (user is { HasAccepted: false, Disabled: false })
            Link = await invitations.LinkAsync(user);
        return Page();
    }

    [Says("The account is enabled again")]
    public async Task<IActionResult> OnPostEnableAsync(Guid id)
    {
        var result = await enable.RunAsync(id);
        if (result.IsDone)
            return LocalRedirect($"/account/people/{id}");
        result.Outcome.AddTo(ModelState);
        return await OnGetAsync(id);
    }
}
