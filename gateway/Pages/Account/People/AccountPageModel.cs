using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Contracts;
using Platform.Gateway.Accounts;

namespace Platform.Gateway.Pages.Account.People;

/// <summary>The fields of an account, as they are typed to invite somebody or to change an account.</summary>
internal abstract class AccountPageModel : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    public IEnumerable<SelectListItem> Places =>
    [
        new("Select where they work", ""),
        new("Office of the Police and Crime Commissioner", TypedAccount.Office),
        .. Partnership.All.Select(p => new SelectListItem(p.Name, p.Code)),
    ];

    protected TypedAccount Typed => new() { Name = Name, Email = Email, Place = Place, Roles = Roles };

    protected void Show(User user) =>
        (Name, Email, Place, Roles) = (user.Name, user.Email, user.Partnership?.Code ?? TypedAccount.Office, [.. user.Roles]);

    protected PageResult Refused(AccountResult result)
    {
        foreach (var refusal in result.Refusals) ModelState.AddModelError(refusal.Field, refusal.Text);
        return Page();
    }
}
