using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Views.Pages;

/// <summary>Saves a report with its filters.</summary>
[May(nameof(Acts.SaveViews))]
[Says("The view is saved")]
internal sealed class NewModel(ReportList reports, ChangeView change, Caller caller) : ViewForm
{
    [BindProperty(SupportsGet = true)]
    public string? Report { get; set; }

    /// <summary>Created with the page, so that pressing twice saves one view.</summary>
    [BindProperty]
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public IReport? Asked => reports.Find(Report ?? "");
    public ReportFilter Filter => ReportFilter.Parse(Request.QueryString.Value, London.DateOf(caller.At), Asked);

    // A filter that is not understood is not saved as a view of everything.
    private bool IsFound => Asked is not null && Filter.Unknown.Count == 0;

    public IActionResult OnGet() => IsFound ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        return IsFound
            ? Answer(await change.SaveAsync(this.IdOf(Id), Name ?? "", Asked!.Name, Filter, Monthly, cancellationToken))
            : NotFound();
    }
}
