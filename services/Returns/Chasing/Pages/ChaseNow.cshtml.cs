using Microsoft.AspNetCore.Mvc;
using Platform.Returns.Returns.Pages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Chasing.Pages;

/// <summary>Sends a reminder now, whatever the ladder says.</summary>
[May(nameof(Acts.ChaseReturns))]
[Says("The reminder goes out", "It goes within a few minutes, at any time of day. You will then find it under Letters")]
internal sealed class ChaseNowModel(ReturnsContext db, Caller caller, ChaseNow chase) : OfficePage(db, caller)
{
    protected override bool IsPossible => Return.CanBeRemindedOn(Today);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? await ActAsync(() => chase.RunAsync(Return.Id, cancellationToken), cancellationToken);
}
