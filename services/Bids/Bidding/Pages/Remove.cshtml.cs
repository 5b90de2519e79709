using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

/// <summary>Asks for confirmation before an intervention, a source of match funding or a risk is removed.</summary>
[May(nameof(Acts.WriteBid))]
[Says("It is removed")]
internal sealed class RemoveModel(BidsContext db, Caller caller, SaveBid save) : BidPage(db, caller)
{
    [FromRoute]
    public string Section { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }
    public string? Name => BidWords.Of(Content, null, Round).FirstOrDefault(l => l.Section == Section && l.Thing == Id)?.Of;

    /// <summary>The list that it is in.</summary>
    public override string Address => $"{base.Address}/{Section}";

    protected override bool IsPossible => MayChange(Section);

    protected override bool IsDoneAlready => Name is null;

    protected override string StaleWords =>
        Bid.LastSaved($"{Section}/{Id}") is { } saved
            ? $"{saved.By.Name} changed this at {London.Moment(saved.At)}, after you opened the page. To remove it all the same, "
                + "select remove again"
            : base.StaleWords;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? (Name is null ? NotFound() : Page());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await ActAsync(() => save.RunAsync(Bid.Reference, Version, Removal, cancellationToken), cancellationToken)
            : NotFound();

    private SectionAnswers Removal =>
        Section switch
        {
            BidSections.Interventions => new InterventionRemoval(Id),
            BidSections.Match => new MatchRemoval(Id),
            _ => new RiskRemoval(Id),
        };
}
