using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>One of an intervention's pages, which come in this order: about, budget, outputs, assets, areas.</summary>
internal abstract class InterventionPage(BidsContext db, Caller caller, SaveBid save, string before)
    : AnswerPage(db, caller, save, BidSections.Interventions)
{
    [FromRoute]
    public Guid Id { get; set; }
    public Intervention? Intervention => Content.Interventions.FirstOrDefault(i => i.Id == Id);
    public string Name => Intervention?.Name ?? "Intervention";

    protected override string Before => before.Length == 0 ? EndOf(Section) : PageAt(before);

    protected string PageAt(string page) => $"{Address}/interventions/{Id}/{page}";

    /// <summary>Opens the page of an existing intervention.</summary>
    protected async Task<IActionResult?> OpenOneAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? (Intervention is null ? NotFound() : null);
}
