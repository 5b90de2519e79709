using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.Keeping.Pages;

/// <summary>Gives out all that is held about somebody, as one file.</summary>
[May(nameof(Acts.AnswerSubject))]
[Says(null)]
internal sealed class SubjectModel(AnswerSubject answer, TimeProvider time) : PageModel
{
    [BindProperty]
    public string? Address { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await answer.RunAsync(Address, cancellationToken);
        if (result.IsDone)
            return File(result.Value, "application/zip", $"personal-data-{London.DateOf(time.GetUtcNow()):yyyy-MM-dd}.zip");
        result.Outcome.AddTo(ModelState);
        return Page();
    }
}
