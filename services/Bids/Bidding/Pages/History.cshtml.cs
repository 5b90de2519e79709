using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Bidding.Pages;

/// <summary>
/// What happened to a bid, from its event log. The office sees the differences between submissions, not how a draft was written.
/// </summary>
[May(nameof(Acts.SeePeople))]
internal sealed class HistoryModel(BidsContext db, Caller caller) : BidPage(db, caller)
{
    private readonly BidsContext db = db;

    public FormHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number = 1, CancellationToken cancellationToken = default)
    {
        if (!await LoadAsync(cancellationToken) || !IsReadable)
            return NotFound();
        var submitted = !IsOffice
            ? []
            : (
                await db
                    .EventLog.AsNoTracking()
                    .Where(r => r.Aggregate == Bid.Id && r.Type == nameof(BidSubmitted))
                    .ToListAsync(cancellationToken)
            )
                .Select(Read)
                .ToList();
        History = await FormHistory.ReadAsync(
            db,
            Bid,
            number,
            Read,
            (now, before) => Told(now, IsOffice ? Last(now) : before),
            cancellationToken
        );
        return Page();

        Event<BidDetails>? Last(Event<BidDetails> now) =>
            now is BidSubmitted ? submitted.Where(s => s.Version < now.Version).MaxBy(s => s.Version) : null;
    }

    /// <summary>What each event of a bid is called.</summary>
    internal static readonly EventWords<BidDetails> Words = new EventWords<BidDetails>()
        .On<BidStarted>(_ => "Bid started")
        .On<BidSaved>(e =>
            SectionNotes.SectionOf(e.Section) is { } section
                ? $"Answer about {BidSections.Name(section)} saved"
                : $"{BidSections.Name(e.Section)} saved"
        )
        .On<BidReady>(_ => "Handed over to the lead")
        .On<BidRecalled>(_ => "Taken back from the lead")
        .On<BidDeclined>(_ => "Given back by the lead", e => e.Reason)
        .On<BidSubmitted>(
            _ => "Bid submitted",
            e => string.Join("\n", e.Details.Answered.Select(n => $"{BidSections.Name(n.Section)}: {n.Reason}\nAnswer: {n.Answer}"))
        )
        .On<BidSentBack>(
            _ => "Bid sent back",
            e =>
                string.Join(
                    "\n",
                    e.Details.SentBack.Select(n => $"{BidSections.Name(n.Section)}: {n.Reason}")
                        .Append($"To be submitted again by {London.Deadline(e.Details.AnswerBy!.Value)}")
                )
        )
        .On<BidAssigned>(_ => "Assessment begun")
        .On<BidRestored>(_ => "Not submitted again in time: the bid stands as it was submitted")
        .On<BidWithdrawn>(_ => "Bid withdrawn", e => e.Reason)
        .On<BidLapsed>(_ => "Bid lapsed: it was not submitted by the deadline")
        .On<BidDecided>(e =>
            e.Decision switch
            {
                Decision.Supported => "Bid supported",
                Decision.NotSupported => "Bid not supported",
                _ => "Decision deferred",
            }
        );

    private static Event<BidDetails> Read(EventLogRow row) => (Event<BidDetails>)row.Read();

    private HistoryEntry Told(Event<BidDetails> now, Event<BidDetails>? before)
    {
        var lines = before is null ? [] : BidChanges.Between(before.Details.Content, now.Details.Content, Round);
        var marks = before is null
            ? []
            : now
                .Details.Content.Completed.Except(before.Details.Content.Completed)
                .Select(s => $"{BidSections.Name(s)} said to be completed")
                .ToList();
        if (now is BidSaved saved && before is not null && lines.Count + marks.Count == 0)
            marks =
            [
                saved.Section switch
                {
                    BidSections.Contacts => "What contacts were before is not kept",
                    BidSections.Attachments => "Files were changed",
                    _ when SectionNotes.SectionOf(saved.Section) is { } section => IsOffice
                        ? ""
                        : now.Details.SentBack.FirstOrDefault(n => n.Section == section)?.Answer ?? "",
                    _ => "Saved without a change",
                },
            ];
        return new(
            Words.What(now),
            now.By.Name,
            now.At,
            string.Join("\n", marks.Append(now is BidDeclined && IsOffice ? "" : Words.Note(now)).Where(n => n.Length > 0)),
            lines
        );
    }
}
