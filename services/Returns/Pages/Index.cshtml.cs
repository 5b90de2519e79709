using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Returns.Data;
using Platform.Returns.Model;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Pages;

internal sealed class IndexModel(ReturnsContext db, Caller caller) : PageModel
{
    public const string Overdue = "overdue";
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)] public string? Partnership { get; set; }
    [BindProperty(SupportsGet = true)] public string? State { get; set; }
    [BindProperty(SupportsGet = true)] public int Number { get; set; } = 1;

    public IReadOnlyList<Return> Returns { get; private set; } = [];
    public int Pages { get; private set; }
    public DateOnly Today => London.DateOf(caller.At);
    public bool IsOffice => caller.SeesEverything;
    public string PageAddress => $"?partnership={Uri.EscapeDataString(Partnership ?? "")}&state={Uri.EscapeDataString(State ?? "")}&number={{0}}";
    public bool IsFiltered => !string.IsNullOrEmpty(Partnership) || !string.IsNullOrEmpty(State);

    public IReadOnlyList<SelectListItem> Partnerships => [new("All partnerships", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];

    public IReadOnlyList<SelectListItem> States =>
        [new("All returns", ""), new("Overdue", Overdue), .. Enum.GetValues<ReturnState>().Select(s => new SelectListItem(ReturnWords.Of(s), s.ToString()))];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var found = Filtered();
        Pages = Math.Max(1, (await found.CountAsync(cancellation) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        // What is still owed first, the oldest at the top; below it what is in, the newest at the top.
        Returns = await found.OrderBy(r => r.FirstSubmittedAt != null || r.State == ReturnState.NotRequired)
            .ThenBy(r => r.FirstSubmittedAt != null || r.State == ReturnState.NotRequired ? DateOnly.MaxValue : r.DueOn)
            .ThenByDescending(r => r.DueOn).ThenBy(r => r.Partnership).ThenBy(r => r.GrantReference).ThenBy(r => r.Id)
            .Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
    }

    private IQueryable<Return> Filtered()
    {
        var found = db.Returns.AsNoTracking();
        if (IsOffice && Contracts.Partnership.Find(Partnership) is { } partnership) found = found.Where(r => r.Partnership == partnership);
        if (State == Overdue) return found.Where(r => r.FirstSubmittedAt == null && r.State != ReturnState.NotRequired && r.DueOn < Today);
        return Enum.TryParse<ReturnState>(State, out var state) && Enum.IsDefined(state) ? found.Where(r => r.State == state) : found;
    }
}
