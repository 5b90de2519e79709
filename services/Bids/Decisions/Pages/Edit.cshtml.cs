using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

[May(nameof(Acts.PrepareDecision))]
[Says("The draft is saved")]
internal sealed class EditModel(BidsContext db, Caller caller, ChangeDecision change) : DecisionPage(db, caller, DecisionStep.Draft)
{
    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    /// <summary>The bids that await a decision, and those that the record already covers.</summary>
    public IReadOnlyList<Bid> MayCover { get; private set; } = [];

    public Intervention? Asked(string bid, Guid intervention) =>
        MayCover.FirstOrDefault(b => b.Reference == bid)?.Content.Interventions.FirstOrDefault(i => i.Id == intervention);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        await ChoicesAsync(cancellationToken);
        var draft = Form.Read(ModelState, nameof(Form));
        return await ActAsync(() => change.WriteAsync(Reference, Version, draft, cancellationToken), cancellationToken);
    }

    protected override string FieldOf(string field) =>
        field == nameof(DecisionDraft.Items) ? "Form.Bids"
        : field.StartsWith(nameof(DecisionDraft.Moves), StringComparison.Ordinal) ? TypedMove.KeyOf($"Form.{field}", Form.Moves)
        : field.Length > 0 ? $"Form.{field}"
        : "";

    protected override async Task FillAsync(CancellationToken cancellationToken)
    {
        await ChoicesAsync(cancellationToken);
        Form = DecisionForm.From(Record.Details, Covered);
    }

    private async Task ChoicesAsync(CancellationToken cancellationToken)
    {
        string[] covered = Record.Bids;
        MayCover = await Db
            .Bids.AsNoTracking()
            .Where(b => b.State == BidState.Submitted || b.State == BidState.UnderAssessment || covered.Contains(b.Reference))
            .OrderBy(b => b.Reference)
            .ToListAsync(cancellationToken);
    }
}
