using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Foi.Pages;

[May(nameof(Acts.AnswerFoi))]
internal sealed class WithdrawModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken) =>
        await AnswerAsync(
            reference,
            await change.RunAsync(reference, Version, (request, by, at) => request.Withdraw(by, at), cancellationToken),
            cancellationToken
        );

    protected override bool IsOpenTo(FoiRequest request) => request.State is FoiState.Open or FoiState.AwaitingClarification;
}
