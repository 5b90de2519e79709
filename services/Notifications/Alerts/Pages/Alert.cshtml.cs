using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Alerts.Pages;

/// <summary>Handles the button beside each alert.</summary>
[May(nameof(Acts.DealWithAlerts))]
[Says("The alert is dealt with")]
internal sealed class AlertModel(DealWithAlert deal) : PageModel
{
    // Stale if a colleague was faster or a receipt came in. The list shows which.
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await deal.RunAsync(id, cancellationToken)).Kind == ResultKind.NotFound ? NotFound() : Redirect("/notifications/alerts");
}
