using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers.Pages;

[May(nameof(Acts.WritePapers))]
[Says("The paper is begun", "Only the office sees it until it is issued")]
internal sealed class NewModel(ReportingContext db, Caller caller, DraftPaper draft) : PageModel, IAboutFields
{
    /// <summary>Created with the page, so that pressing twice begins one paper.</summary>
    [BindProperty]
    public Guid PaperId { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Meeting { get; set; }

    [BindProperty]
    public TypedDate? MeetingOn { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var last = await db.PapersFor(caller)
            .Where(p => p.State == BoardPaperState.Issued)
            .OrderByDescending(p => p.MeetingOn)
            .ThenByDescending(p => p.Number)
            .Select(p => new { p.Title, p.Meeting })
            .FirstOrDefaultAsync(cancellationToken);
        PaperId = Guid.CreateVersion7();
        (Title, Meeting) = (last?.Title, last?.Meeting);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var about = this.Read(ModelState);
        if (!ModelState.IsValid)
            return Page();
        var drafted = await draft.RunAsync(about, this.IdOf(PaperId), cancellationToken);
        if (drafted.IsDone)
            return Redirect($"/reports/papers/{drafted.Value}");
        drafted.Outcome.AddTo(ModelState);
        return Page();
    }
}
