using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers.Pages;

[Says("Title and meeting are saved")]
internal sealed class AboutModel(ReportingContext db, Caller caller, ChangePaper change) : PaperPage(db, caller), IAboutFields
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Meeting { get; set; }

    [BindProperty]
    public TypedDate? MeetingOn { get; set; }

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
        return await ActAsync(() => change.DescribeAsync(Number, Version, about, cancellationToken), cancellationToken);
    }
}
