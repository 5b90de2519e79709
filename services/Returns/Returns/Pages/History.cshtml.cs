using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Returns.Pages;

/// <summary>
/// What happened to a return, from its event log, newest first. The office sees the differences between submissions, not how a draft
/// was written.
/// </summary>
[May(nameof(Acts.SeePeople))]
internal sealed class HistoryModel(ReturnsContext db, Caller caller) : ReturnPage(db, caller)
{
    private readonly ReturnsContext db = db;

    public FormHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number = 1, CancellationToken cancellationToken = default)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var submitted = SeesDrafts
            ? []
            : (
                await db
                    .EventLog.AsNoTracking()
                    .Where(r => r.Aggregate == Return.Id && r.Type == nameof(ReturnSubmitted))
                    .ToListAsync(cancellationToken)
            )
                .Select(Read)
                .ToList();
        History = await FormHistory.ReadAsync(
            db,
            Return,
            number,
            Read,
            (now, before) => Told(now, SeesDrafts ? before : Last(now)),
            cancellationToken
        );
        return Page();

        Event<ReturnDetails>? Last(Event<ReturnDetails> now) =>
            now is ReturnSubmitted ? submitted.Where(s => s.Version < now.Version).MaxBy(s => s.Version) : null;
    }

    /// <summary>What each event of a return is called.</summary>
    internal static readonly EventWords<ReturnDetails> Words = new EventWords<ReturnDetails>()
        .On<ReturnScheduled>(_ => "Return put on the calendar")
        .On<ReturnOpened>(_ => "Return opened")
        .On<ReturnSaved>(_ => "Answers saved")
        .On<ReturnReady>(_ => "Handed over to be certified")
        .On<ReturnDeclined>(_ => "Not certified", e => e.Reason)
        .On<ReturnSubmitted>(_ => "Certified and submitted")
        .On<ReturnSentBack>(e => e.Details.BackBy is { } day ? $"Sent back, to be back by {London.Plain(day)}" : "Sent back")
        .On<ReturnAccepted>(e =>
            e.AfterAll ? "Accepted after all as it was submitted. What was changed since it was sent back was dropped" : "Accepted"
        )
        .On<ReturnExtended>(
            e =>
                e.Details.BackBy is { } day
                    ? $"More time given: to be back by {London.Plain(day)}"
                    : $"More time given: due on {London.Plain(e.Details.DueOn)}",
            e => e.Reason
        )
        .On<ReturnNotRequired>(_ => "Said not to be required", e => e.Reason)
        .On<ReturnRescheduled>(_ => "Changed with its grant", e => e.Reason)
        .On<ReturnChased>(_ => "Reminder sent")
        .On<ReturnReminded>(_ => "Reminder sent")
        .On<ChasingChanged>(
            e =>
                e.Details.Chasing switch
                {
                    ChasingState.Paused => "Reminders paused",
                    ChasingState.Stopped => "Reminders stopped",
                    _ => "Reminders go on",
                },
            e => e.Reason
        )
        .On<ReplyNoted>(_ => "Reply noted by the office", e => e.Text);

    private static Event<ReturnDetails> Read(EventLogRow row) => (Event<ReturnDetails>)row.Read();

    // What the office notes while chasing is shown only to the office, as on the timeline.
    private HistoryEntry? Told(Event<ReturnDetails> now, Event<ReturnDetails>? before) =>
        now is ChasingChanged or ReplyNoted && !Caller.SeesEverything
            ? null
            : new(
                Words.What(now),
                now.By.Name,
                now.At,
                Note(now, before),
                before is null
                    ? []
                    : ReturnChanges.Between(Return.Interventions, Content(before.Details), Content(now.Details), Return.Quarter)
            );

    private string Note(Event<ReturnDetails> now, Event<ReturnDetails>? before) =>
        now switch
        {
            ReturnDeclined when !SeesDrafts => "",
            // The return knows what its sections are called.
            ReturnSubmitted => string.Join(
                "\n",
                now.Details.Answered.Select(n => $"{ReturnSections.Name(Return, n.Section)}: {n.Reason}\nAnswer: {n.Answer}")
            ),
            ReturnSaved when SeesDrafts => Answer(now.Details, before?.Details),
            ReturnSentBack => string.Join("\n", now.Details.SentBack.Select(n => $"{ReturnSections.Name(Return, n.Section)}: {n.Reason}")),
            _ => Words.Note(now),
        };

    // The answers that it gave to what was sent back.
    private string Answer(ReturnDetails now, ReturnDetails? before) =>
        string.Join(
            "\n",
            now.SentBack.Where(n => n.Answer != before?.SentBack.FirstOrDefault(b => b.Section == n.Section)?.Answer && n.Answer.Length > 0)
                .Select(n => $"Answer about {ReturnSections.Name(Return, n.Section)}: {n.Answer}")
        );

    private static ReturnContent Content(ReturnDetails owed) => new(owed.Lines, owed.Overall, owed.NilReason);
}
