using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Timelines.Pages;

/// <summary>A page of what happened, newest first.</summary>
internal abstract class TimelinePage(ReportingContext db, Caller caller) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;
    public IReadOnlyList<TimelineEntry> Activities { get; private set; } = [];
    public bool More { get; private set; }

    /// <summary>Whether letters can be opened.</summary>
    public bool SeesLetters => caller.Is(Roles.Officer) || caller.Is(Roles.Administrator);

    protected ReportingContext Db => db;

    protected Caller Caller => caller;

    protected async Task<IActionResult> ShowAsync(IQueryable<TimelineEntry> of, CancellationToken cancellationToken)
    {
        // The board reads reports, not who did what.
        if (caller.Roles is [Roles.Board])
            return Forbid();
        Number = Math.Clamp(Number, 1, 10_000);
        (Activities, More) = await db.TimelineAsync(caller, of, Number, cancellationToken);
        return Page();
    }
}
