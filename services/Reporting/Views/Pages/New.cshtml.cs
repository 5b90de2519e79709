using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Views.Pages;

/// <summary>Saves a report as it is narrowed now.</summary>
[May(nameof(Acts.SaveViews))]
internal sealed class NewModel(ReportList reports, ChangeView change) : ViewForm
{
    [BindProperty(SupportsGet = true)]
    public string? Report { get; set; }

    /// <summary>Made with the page: a second press finds the view that the first one saved.</summary>
    [BindProperty]
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public IReport? Asked => reports.Find(Report ?? "");
    public ReportFilter Filter => ReportFilter.Parse(Request.QueryString.Value);

    public IActionResult OnGet() => Asked is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        Asked is null ? NotFound() : Answer(await change.SaveAsync(Id, Name ?? "", Asked.Name, Filter, Monthly, cancellationToken));
}
