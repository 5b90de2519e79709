using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Alerts.Pages;

[May(nameof(Acts.ReadFailures))]
internal sealed class FailedMessagesModel(
    NotificationsContext db,
    Caller caller,
    SettleFailure settle,
    NoteMending note,
    Transport transport
) : PageModel
{
    public const int Most = 100;

    /// <summary>The message to discard, once that is confirmed.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Discard { get; set; }

    /// <summary>The finding that is being settled.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Mend { get; set; }

    [BindProperty]
    public string? How { get; set; }

    public bool MayNote => caller.May(Acts.NoteMending);

    public bool MaySettle => caller.May(Acts.SettleFailures);

    public IReadOnlyList<ReportedFailure> Waiting { get; private set; } = [];

    /// <summary>What was changed behind the platform's back; what was mended comes last.</summary>
    public IReadOnlyList<ReportedFinding> Findings { get; private set; } = [];

    /// <summary>How many messages are late, and not known to have failed.</summary>
    public int Unhandled => transport.Unhandled;

    /// <summary>The messages most recently retried or discarded.</summary>
    public IReadOnlyList<ReportedFailure> Settled { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Findings = await db
            .Findings.AsNoTracking()
            .OrderBy(f => f.MendedAt != null)
            .ThenByDescending(f => f.At)
            .Take(Most)
            .ToListAsync(cancellationToken);
        Waiting = await db
            .Failures.AsNoTracking()
            .Where(f => f.State == FailedMessageState.Waiting)
            .OrderBy(f => f.At)
            .Take(Most)
            .ToListAsync(cancellationToken);
        Settled = await db
            .Failures.AsNoTracking()
            .Where(f => f.State != FailedMessageState.Waiting)
            .OrderByDescending(f => f.At)
            .Take(20)
            .ToListAsync(cancellationToken);
    }

    [Says("It is noted how the tampering was mended")]
    public async Task<IActionResult> OnPostMendAsync(Guid id, CancellationToken cancellationToken)
    {
        var result = await note.RunAsync(id, How, cancellationToken);
        if (result.Kind == ResultKind.NotFound)
            return NotFound();
        if (result.IsDone)
            return Redirect("/failed-messages");
        result.AddTo(ModelState);
        Mend = id;
        await OnGetAsync(cancellationToken);
        return Page();
    }

    [Says("The message is tried again")]
    public Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken cancellationToken) =>
        SettleAsync(id, retry: true, cancellationToken);

    [Says("The message is discarded")]
    public Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken) =>
        SettleAsync(id, retry: false, cancellationToken);

    private async Task<IActionResult> SettleAsync(Guid id, bool retry, CancellationToken cancellationToken)
    {
        if (!MaySettle)
            return Forbid();
        var result = await settle.RunAsync(id, retry, cancellationToken);
        if (result.Kind == ResultKind.NotFound)
            return NotFound();
        if (result.IsDone)
            return Redirect("/failed-messages");
        result.AddTo(ModelState);
        await OnGetAsync(cancellationToken);
        return Page();
    }
}
