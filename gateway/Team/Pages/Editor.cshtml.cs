using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.Team.Pages;

/// <summary>An editor of the lead's partnership: stands in for the lead, or is removed.</summary>
[May(nameof(Acts.ManageTeam))]
internal sealed class EditorModel(UserManager<User> users, ManageTeam manage, Caller caller) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TypedDate? Until { get; set; }

    [BindProperty]
    public bool End { get; set; }

    public User Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Until = TypedDate.From(Person.DeputyUntil);
        return Page();
    }

    [Says("The deputy is changed", "They and the administrators get a letter")]
    public async Task<IActionResult> OnPostDeputyAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var until = End ? null : ModelState.ReadDate(nameof(Until), Until, "Last day");
        if (!ModelState.IsValid)
            return Page();
        return await DoneAsync(manage.DeputiseAsync(Id, until));
    }

    [Says("The editor is removed", "They and the administrators get a letter")]
    public async Task<IActionResult> OnPostRemoveAsync() => await LoadAsync() ? await DoneAsync(manage.RemoveAsync(Id)) : NotFound();

    private async Task<IActionResult> DoneAsync(Task<Result> act)
    {
        var result = await act;
        if (result.IsDone)
            return LocalRedirect("/account/team");
        result.AddTo(ModelState);
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        if (await users.FindByIdAsync(Id.ToString()) is not { } user || user.Partnership != caller.Partnership || !TeamModel.IsEditor(user))
            return false;
        Person = user;
        return Id != caller.Person.UserId && caller.Partnership is not null;
    }
}
