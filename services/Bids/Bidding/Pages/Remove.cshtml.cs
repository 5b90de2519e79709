using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

/// <summary>Asks once before an intervention, a source of match funding or a risk is taken out.</summary>
[May(nameof(Acts.WriteBid))]
internal sealed class RemoveModel(BidsContext db, Caller caller, SaveBid save) : BidPage(db, caller)
{
    [FromRoute]
    public string Section { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }
    public string? Name => BidWords.Of(Content, null, Round).FirstOrDefault(l => l.Section == Section && l.Thing == Id)?.Of;

    protected override bool IsPossible => MayChange(Section);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? (Name is null ? NotFound() : Page());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var result = await save.RunAsync(Bid.Reference, Version, Removal, cancellationToken);
        if (result.IsDone)
            return Redirect($"{Address}/{Section}");
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Name is null)
            return Redirect($"{Address}/{Section}");
        result.AddTo(ModelState);
        if (result.Kind == ResultKind.Stale && Bid.LastSaved($"{Section}/{Id}") is { } saved)
            ModelState.AddModelError(
                "",
                $"{saved.By.Name} changed this at {London.Moment(saved.At)}, after you opened the page. To remove it all the same, "
                    + "select remove again"
            );
        Version = Bid.Version;
        return Page();
    }

    private SectionAnswers Removal =>
        Section switch
        {
            BidSections.Interventions => new InterventionRemoval(Id),
            BidSections.Match => new MatchRemoval(Id),
            _ => new RiskRemoval(Id),
        };
}
