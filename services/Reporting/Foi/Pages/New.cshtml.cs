using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

[May(nameof(Acts.AnswerFoi))]
[Says("The request is logged", "Its 20 working days are counted from the day on which it came in")]
internal sealed class NewModel(ReceiveFoiRequest receive) : PageModel, ILoggedFields
{
    /// <summary>Created with the page, so that pressing twice logs one request.</summary>
    [BindProperty]
    public Guid RequestId { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? OtherReference { get; set; }

    [BindProperty]
    public string? Background { get; set; }

    [BindProperty]
    public string? Questions { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public TypedDate? ReceivedOn { get; set; }

    public void OnGet() => RequestId = Guid.CreateVersion7();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var typed = this.Read(ModelState);
        var received = await receive.RunAsync(typed, this.IdOf(RequestId), cancellationToken);
        if (received.IsDone)
            return Redirect($"/foi/{received.Value}");
        received.Outcome.Without(typed).AddTo(ModelState);
        return Page();
    }
}
