using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Timelines.Pages;

/// <summary>A page of what happened, newest first.</summary>
[May(nameof(Acts.FollowWork))]
internal abstract class TimelinePage(ReportingContext db, Caller caller) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;
    public IReadOnlyList<TimelineEntry> Activities { get; private set; } = [];
    public bool More { get; private set; }

    /// <summary>Whether the caller can open letters.</summary>
    public bool SeesLetters => caller.May(LinkedActs.ReadLetters);

    protected ReportingContext Db => db;

    protected Caller Caller => caller;

    protected async Task<IActionResult> ShowAsync(IQueryable<TimelineEntry> of, CancellationToken cancellationToken)
    {
        Number = Math.Clamp(Number, 1, 10_000);
        (Activities, More) = await db.TimelineAsync(caller, of, Number, cancellationToken);
        return Page();
    }
}
