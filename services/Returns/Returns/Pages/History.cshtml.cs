using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Returns.Pages;

/// <summary>What happened to a return and who changed what, from its event log, the newest first.</summary>
internal sealed class HistoryModel(ReturnsContext db, Caller caller) : ReturnPage(db, caller)
{
    private readonly ReturnsContext db = db;

    public FormHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number = 1, CancellationToken cancellationToken = default)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        History = await FormHistory.ReadAsync(db, Return, number, Happened.Read, Told, cancellationToken);
        return Page();
    }

    private HistoryEntry Told(Happened now, Happened? before) =>
        new(
            now.What,
            now.By.Name,
            now.At,
            now.Note(Return),
            before is null ? [] : ReturnChanges.Between(Return.Interventions, before.Content, now.Content, Return.Quarter)
        );

    /// <summary>What every event of a return has.</summary>
    private sealed record Happened(int Version, DateTimeOffset At, Person By, ReturnDetails Return, string? Reason, string? Text)
    {
        public string Type { get; private init; } = "";

        public ReturnContent Content => new(Return.Lines, Return.Overall, Return.NilReason);

        public string What =>
            Type switch
            {
                nameof(ReturnScheduled) => "Return put on the calendar",
                nameof(ReturnOpened) => "Return opened",
                nameof(ReturnSaved) => "Answers saved",
                nameof(ReturnReady) => "Handed over to be certified",
                nameof(ReturnDeclined) => "Not certified",
                nameof(ReturnSubmitted) => "Certified and submitted",
                nameof(ReturnSentBack) => "Sent back",
                nameof(ReturnAccepted) => "Accepted",
                nameof(ReturnExtended) => $"More time given: due on {London.Plain(Return.DueOn)}",
                nameof(ReturnNotRequired) => "Said not to be required",
                nameof(ReturnRescheduled) => "Changed with its grant",
                nameof(ReturnChased) or nameof(ReturnReminded) => "Reminder sent",
                nameof(ChasingChanged) => Return.Chasing switch
                {
                    ChasingState.Paused => "Reminders paused",
                    ChasingState.Stopped => "Reminders stopped",
                    _ => "Reminders go on",
                },
                nameof(ReplyNoted) => "Reply noted by the office",
                _ => Type,
            };

        public string Note(Return owed) =>
            Type == nameof(ReturnSentBack)
                ? string.Join("\n", Return.SentBack.Select(n => $"{ReturnSections.Name(owed, n.Section)}: {n.Reason}"))
                : Reason ?? Text ?? "";

        public static Happened Read(EventLogRow row)
        {
            var happened = (Event<ReturnDetails>)row.Read();
            var reason = happened switch
            {
                ReturnDeclined e => e.Reason,
                ReturnExtended e => e.Reason,
                ReturnNotRequired e => e.Reason,
                ReturnRescheduled e => e.Reason,
                ChasingChanged e => e.Reason,
                _ => null,
            };
            return new(happened.Version, happened.At, happened.By, happened.Details, reason, (happened as ReplyNoted)?.Text)
            {
                Type = row.Type,
            };
        }
    }
}
