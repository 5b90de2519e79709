using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Alerts.Pages;

/// <summary>Takes what the button beside each alert posts.</summary>
[May(nameof(Acts.DealWithAlerts))]
internal sealed class AlertModel(DealWithAlert deal) : PageModel
{
    // Stale: a colleague was faster, or a receipt came in. The list shows which.
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await deal.RunAsync(id, cancellationToken)).Kind == ResultKind.NotFound ? NotFound() : Redirect("/notifications/alerts");
}
