using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Foi.Pages;

/// <summary>The log: first what is open, by due date, then what was answered, newest first.</summary>
[May(nameof(Acts.ReadFoi))]
internal sealed class IndexModel(ReportingContext db, Caller caller) : PageModel
{
    public const int PageSize = Paging.LongRows;

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>The state of the requests that are listed; null for all.</summary>
    public FoiState? Chosen { get; private set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;
    public DateOnly Today => London.DateOf(caller.At);
    public bool MayWork => caller.May(Acts.AnswerFoi);
    public bool MayWord => caller.May(Acts.WordFoiLetters);
    public int Count { get; private set; }
    public int Pages => Paging.Pages(Count, PageSize);
    public IReadOnlyList<FoiRequest> Requests { get; private set; } = [];

    public IReadOnlyList<SelectListItem> States { get; } =
    [new("All", ""), .. Enum.GetValues<FoiState>().Select(s => new SelectListItem(FoiWords.Of(s), s.ToString()))];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var isKnown = ModelState.AreKnown((nameof(State), State, States));
        Chosen = isKnown && Enum.TryParse<FoiState>(State, ignoreCase: true, out var state) ? state : null;
        var found = db.FoiRequests.AsNoTracking().Where(r => isKnown && (Chosen == null || r.State == Chosen));
        Count = await found.CountAsync(cancellationToken);
        Number = Math.Clamp(Number, 1, Pages);
        Requests = await found
            .OrderBy(r =>
                r.State == FoiState.Open ? 0
                : r.State == FoiState.AwaitingClarification ? 1
                : 2
            )
            .ThenBy(r => r.State == FoiState.Open ? r.DueOn : DateOnly.MinValue)
            .ThenByDescending(r => r.ReceivedOn)
            .ThenByDescending(r => r.Reference)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
    }
}
