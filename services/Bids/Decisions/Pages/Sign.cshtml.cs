using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

[May(nameof(Acts.SignDecision))]
[Says("The decision is signed", "Partnerships get a letter about their bids")]
internal sealed class SignModel(BidsContext db, Caller caller, SignDecision sign) : DecisionPage(db, caller, DecisionStep.AwaitingDecision)
{
    [BindProperty]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Decision? decision = Enum.TryParse<Decision>(Decision, out var typed) ? typed : null;
        return ActAsync(() => sign.RunAsync(Reference, Version, decision, Name, cancellationToken), cancellationToken);
    }

    protected override bool IsDoneBy(DecisionRecord record, Guid user) => record.Commissioner == user;
}
