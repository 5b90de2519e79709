using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.Clients.Pages;

/// <summary>Registers a program, and shows its secret once.</summary>
[May(nameof(Acts.ManagePeople))]
[Says(null)]
internal sealed class NewProgramModel(RegisterClient register) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Partnership { get; set; }

    [BindProperty]
    public string? Access { get; set; }

    [BindProperty]
    public TypedDate? Until { get; set; }

    /// <summary>Created with the page, so that pressing twice registers one.</summary>
    [BindProperty]
    public Guid ClientId { get; set; }

    public (Client Client, string Secret)? Made { get; private set; }

    public static IEnumerable<SelectListItem> Places =>
        [
            new("Select whose things", ""),
            new("Office of the Police and Crime Commissioner", TypedAccount.Office),
            .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code)),
        ];

    public void OnGet() => ClientId = Guid.CreateVersion7();

    public async Task OnPostAsync()
    {
        var until = ModelState.ReadDate(nameof(Until), Until, "Last day");
        var result = await register.RunAsync(new(Name, Partnership, Access, until), this.IdOf(ClientId));
        if (result.IsDone)
        {
            Made = result.Value;
            return;
        }
        foreach (var problem in result.Outcome.Problems.Where(p => p.Field != nameof(Until) || ModelState.IsValid))
            ModelState.AddModelError(problem.Field, problem.Message);
    }
}
