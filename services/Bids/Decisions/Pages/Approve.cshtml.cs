using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

[May(nameof(Acts.ApproveDecision))]
internal sealed class ApproveModel(BidsContext db, Caller caller, ChangeDecision change)
    : DecisionPage(db, caller, DecisionStep.AwaitingApproval)
{
    // What is posted empty counts as left out.
    public const string Neither = "neither";

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    private bool returns;

    // Whoever wrote it may return it, and not approve it.
    protected override bool IsOpenToAll => true;

    public Task<IActionResult> OnPostAsync(string? act, CancellationToken cancellationToken)
    {
        returns = act == "return";
        if (returns)
            this.Say("The record is returned to be changed", "Whoever wrote it finds your reason on it");
        else
            this.Say("The record is approved", "The monitoring officer gets a letter: publication is determined next");
        return ActAsync(
            () =>
                change.RunAsync(
                    Reference,
                    Version,
                    (record, by, at) => returns ? record.Return(Reason, by, at) : record.Approve(Office == Neither ? "" : Office, by, at),
                    cancellationToken
                ),
            cancellationToken
        );
    }

    protected override bool IsDoneBy(DecisionRecord record, Guid user) =>
        returns ? record.Step == DecisionStep.Draft && record.ReturnedBecause == TypedText.Tidy(Reason) : record.Approver == user;
}
