using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>The fields of an account, as they are typed to invite somebody or to change an account.</summary>
internal abstract class AccountPageModel : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Partnership { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    public IEnumerable<SelectListItem> Places =>
        [
            new("Select where they work", ""),
            new("Office of the Police and Crime Commissioner", TypedAccount.Office),
            .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code)),
        ];

    protected TypedAccount Typed =>
        new()
        {
            Name = Name,
            Email = Email,
            Partnership = Partnership,
            Roles = Roles,
        };

    protected void Show(User user)
    {
        Name = user.Name;
        Email = user.Email;
        Partnership = user.Partnership?.Code ?? TypedAccount.Office;
        Roles = [.. user.Roles];
    }

    protected PageResult Refused(Result result)
    {
        if (result.Kind == ResultKind.Stale)
            ModelState.AddModelError("", "Somebody else has changed this account: go back, check it, and make your change again");
        result.AddTo(ModelState);
        return Page();
    }
}
