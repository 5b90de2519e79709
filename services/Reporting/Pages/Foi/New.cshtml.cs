using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.GovUk.Forms;
using Platform.Reporting.Model.Foi;
using Platform.Reporting.Operations.Foi;

namespace Platform.Reporting.Pages.Foi;

[Authorize(Roles = FoiRoles.Work)]
internal sealed class NewModel(ReceiveFoiRequest receive) : PageModel
{
    [BindProperty] public string? Subject { get; set; }
    [BindProperty] public string? OtherReference { get; set; }
    [BindProperty] public string? Background { get; set; }
    [BindProperty] public string? Questions { get; set; }
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Contact { get; set; }
    [BindProperty] public TypedDate? ReceivedOn { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var on = ModelState.ReadDate(nameof(ReceivedOn), ReceivedOn, "The day on which it was received");
        var (reference, result) = await receive.RunAsync(new()
        {
            Subject = Subject, OtherReference = OtherReference, Background = Background, Questions = NewFoiRequest.Split(Questions), Name = Name, Contact = Contact, ReceivedOn = on,
        }, cancellation);
        if (result.IsDone) return Redirect($"/foi/{reference}");
        foreach (var problem in result.Problems.Where(p => p.Field != nameof(ReceivedOn) || on is not null)) ModelState.AddModelError(problem.Field, problem.Message);
        return Page();
    }
}
