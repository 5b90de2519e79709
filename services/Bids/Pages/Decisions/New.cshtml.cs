using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Operations;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Pages.Decisions;

[Authorize(Roles = Roles.Officer)]
internal sealed class NewModel(BidsContext db, Caller caller, RecordDecision record) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Round { get; set; }
    [BindProperty] public string? Reference { get; set; }
    [BindProperty] public string? Title { get; set; }
    [BindProperty] public string? Summary { get; set; }
    [BindProperty] public string? Decision { get; set; }
    [BindProperty] public TypedDate? DecidedOn { get; set; }
    [BindProperty] public List<string> Bids { get; set; } = [];
    public IReadOnlyList<Model.Bid> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        var today = London.DateOf(caller.At);
        Reference = await NextReferenceAsync(today, cancellation);
        DecidedOn = TypedDate.From(today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation)) return NotFound();
        var title = ModelState.ReadText(nameof(Title), Title, "Title", 200);
        var reference = ModelState.ReadText(nameof(Reference), Reference, "Reference", 12);
        var date = ModelState.ReadDate(nameof(DecidedOn), DecidedOn, "Date of the decision", notAfter: London.DateOf(caller.At));
        if (!Enum.TryParse<Decision>(Decision, out var decision) || !Enum.IsDefined(decision)) ModelState.AddModelError(nameof(Decision), "Select what the commissioner decided");
        if (Bids.Count == 0) ModelState.AddModelError(nameof(Bids), "Select at least one bid");
        if (!ModelState.IsValid) return Page();
        var result = await record.RunAsync(new(reference!, title!, (Summary ?? "").Trim(), decision, date!.Value, Bids), cancellation);
        if (result.IsDone) return Redirect($"/decisions/{reference}");
        if (result.Kind == ResultKind.Stale) ModelState.AddModelError("", "One of the bids has just changed. Check the bids and record the decision again");
        result.AddTo(ModelState);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == Round, cancellation);
        if (round is null) return false;
        Waiting = await db.Bids.AsNoTracking().Where(b => b.RoundId == round.Id && b.State == BidState.Submitted).OrderBy(b => b.Reference).ToListAsync(cancellation);
        return true;
    }

    // The office's series runs through the calendar year; other decisions take numbers from it too, so the officer may change it.
    private async Task<string> NextReferenceAsync(DateOnly today, CancellationToken cancellation)
    {
        var suffix = $"-{today:yy}";
        var length = "EXE000".Length + suffix.Length;
        var last = await db.Decisions.Where(d => d.Reference.StartsWith("EXE") && d.Reference.EndsWith(suffix) && d.Reference.Length == length)
            .MaxAsync(d => d.Reference, cancellation);
        return $"EXE{(int.TryParse(last?[3..6], out var number) ? number + 1 : 1):000}{suffix}";
    }
}
