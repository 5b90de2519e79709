using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

[May(nameof(Acts.PrepareDecision))]
[Says("The decision record is begun", "Nobody is told until it is submitted for approval")]
internal sealed class NewModel(BidsContext db, BeginDecision begin) : PageModel
{
    /// <summary>The round whose bids are listed first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    /// <summary>Created with the page, so that pressing twice begins one record.</summary>
    [BindProperty]
    public Guid RecordId { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public List<string> Bids { get; set; } = [];

    [BindProperty]
    public List<TypedMove> Moves { get; set; } = [];
    public IReadOnlyList<Bid> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Moves = [new()];
        RecordId = Guid.CreateVersion7();
        Title = await db.Rounds.Where(r => r.Reference == Round).Select(r => r.Name).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var title = ModelState.ReadText(nameof(Title), Title, "Title", DecisionDraft.LongestTitle);
        var draft = new DecisionDraft
        {
            Title = title,
            Items = [.. Bids.Select(b => new DraftItem(b))],
            Moves = TypedMove.Read(Moves, nameof(Moves), ModelState),
        };
        if (Bids.Count == 0 && draft.Moves.Count == 0)
            ModelState.AddModelError(nameof(Bids), DecisionDraft.NothingToDecide);
        if (!ModelState.IsValid)
            return Page();
        var begun = await begin.RunAsync(draft, this.IdOf(RecordId), cancellationToken);
        if (begun.IsDone)
            return Redirect($"/decisions/{begun.Value}/edit");
        foreach (var problem in begun.Outcome.Problems)
            ModelState.AddModelError(KeyOf(problem.Field), problem.Message);
        return Page();
    }

    private string KeyOf(string field) =>
        field == nameof(DecisionDraft.Items) ? nameof(Bids)
        : field.StartsWith(nameof(Moves), StringComparison.Ordinal) ? TypedMove.KeyOf(field, Moves)
        : field;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var first = (Round ?? "") + "-";
        Waiting = await db
            .Bids.AsNoTracking()
            .Where(b => b.State == BidState.Submitted || b.State == BidState.UnderAssessment)
            .OrderByDescending(b => b.Reference.StartsWith(first))
            .ThenBy(b => b.Reference)
            .ToListAsync(cancellationToken);
    }
}
