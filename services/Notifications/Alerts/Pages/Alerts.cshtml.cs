using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Notifications.Alerts.Pages;

/// <summary>What an officer must deal with: letters that failed, and letters without a recipient.</summary>
[May(nameof(Acts.ReadAlerts))]
internal sealed class AlertsModel(NotificationsContext db, Caller caller) : PageModel
{
    private const int Most = 100;

    public sealed record Row(Guid Id, string Subject, string ToName, Partnership? Partnership, string Why, DateTimeOffset At);

    public IReadOnlyList<Row> Failed { get; private set; } = [];
    public IReadOnlyList<Alert> Missing { get; private set; } = [];

    /// <summary>Whether the reader sees what the letters are about.</summary>
    public bool SeesLetters => caller.May(Acts.ReadLetters);
    public bool CanDeal => caller.May(Acts.DealWithAlerts);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Failed = await db
            .Letters.AsNoTracking()
            .Where(l => l.State == LetterState.Failed && l.DealtWithAt == null)
            .OrderByDescending(l => l.FailedAt)
            .Take(Most)
            .Select(l => new Row(l.Id, l.Subject, l.ToName, l.Partnership, l.LastError ?? "", l.FailedAt ?? l.QueuedAt))
            .ToListAsync(cancellationToken);
        Missing = await db
            .Alerts.AsNoTracking()
            .Where(a => a.DealtWithAt == null)
            .OrderByDescending(a => a.RaisedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
    }
}
