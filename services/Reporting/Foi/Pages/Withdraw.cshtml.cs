using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

[May(nameof(Acts.AnswerFoi))]
[Says("The request is withdrawn")]
internal sealed class WithdrawModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ActAsync(
            () => change.RunAsync(Reference, Version, (request, by, at) => request.Withdraw(by, at), cancellationToken),
            cancellationToken
        );

    protected override bool IsPossible => Asked.State is FoiState.Open or FoiState.AwaitingClarification;
}
