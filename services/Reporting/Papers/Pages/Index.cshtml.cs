using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Papers.Pages;

[May(nameof(Acts.ReadPapers))]
internal sealed class IndexModel(ReportingContext db, Caller caller) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<ListedPaper> Papers { get; private set; } = [];
    public bool MayWrite => caller.May(Acts.WritePapers);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Papers = await db.PapersFor(caller)
            .OrderByDescending(p => p.MeetingOn)
            .ThenByDescending(p => p.Number)
            .Take(Most)
            .Select(p => new ListedPaper(p.Number, p.Title, p.Meeting, p.MeetingOn, p.AsAt, p.State))
            .ToListAsync(cancellationToken);
}

internal sealed record ListedPaper(
    int Number,
    string Title,
    string Meeting,
    DateOnly MeetingOn,
    DateTimeOffset AsAt,
    BoardPaperState State
);
