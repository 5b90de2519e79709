using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers.Pages;

/// <summary>An officer says which of two ends of delivery is right.</summary>
[Says("The end of delivery is settled")]
internal sealed class EndModel(ReportingContext db, Caller caller, ChangePaper change) : PaperPage(db, caller)
{
    [FromRoute]
    public string Key { get; set; } = "";

    [BindProperty]
    public bool? AsGranted { get; set; }
    public StatedEnd End { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        AsGranted = Paper.Settled.FirstOrDefault(s => s.Key == Key)?.AsGranted;
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ActAsync(
            () => change.SettleAsync(Number, Version, Key, AsGranted, cancellationToken),
            cancellationToken,
            $"/reports/papers/{Number}/check"
        );

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        await base.LoadAsync(cancellationToken) && (End = StatedEnds.Of(Paper).FirstOrDefault(e => e.Key == Key)!) is not null;
}
