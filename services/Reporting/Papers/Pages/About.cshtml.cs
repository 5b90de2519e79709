using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers.Pages;

internal sealed class AboutModel(ReportingContext db, Caller caller, ChangePaper change) : PaperPage(db, caller), IAboutFields
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Meeting { get; set; }

    [BindProperty]
    public TypedDate? MeetingOn { get; set; }

    /// <summary>Whether a colleague has saved the paper meanwhile: both answers are shown.</summary>
    public bool IsConflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Title = Paper.Title;
        Meeting = Paper.Meeting;
        MeetingOn = TypedDate.From(Paper.MeetingOn);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var about = this.Read(ModelState);
        return await ActAsync(
            async () =>
            {
                var result = await change.DescribeAsync(Number, Version, about, cancellationToken);
                IsConflict = result.Kind == ResultKind.Stale;
                return result;
            },
            cancellationToken
        );
    }
}
