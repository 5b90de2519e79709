using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Bidding.Pages;

/// <summary>
/// What happened to a bid, from its event log. The office reads what differs between submissions, and not how a draft came about.
/// </summary>
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
                .Select(Happened.Read)
                .ToList();
        History = await FormHistory.ReadAsync(
            db,
            Bid,
            number,
            Happened.Read,
            (now, before) => Told(now, IsOffice ? Last(now) : before),
            cancellationToken
        );
        return Page();

        Happened? Last(Happened now) =>
            now.Type == nameof(BidSubmitted) ? submitted.Where(s => s.Version < now.Version).MaxBy(s => s.Version) : null;
    }

    private HistoryEntry Told(Happened now, Happened? before)
    {
        var lines = before is null ? [] : BidChanges.Between(before.Bid.Content, now.Bid.Content, Round);
        var marks = before is null
            ? []
            : now
                .Bid.Content.Completed.Except(before.Bid.Content.Completed)
                .Select(s => $"{BidSections.Name(s)} said to be completed")
                .ToList();
        if (now.Type == nameof(BidSaved) && before is not null && lines.Count + marks.Count == 0)
            marks =
            [
                now.Section switch
                {
                    BidSections.Contacts => "What contacts were before is not kept",
                    BidSections.Attachments => "Files were changed",
                    _ => "Saved without a change",
                },
            ];
        return new(now.What, now.By.Name, now.At, string.Join("\n", marks.Append(now.Note).Where(n => n.Length > 0)), lines);
    }

    /// <summary>What every event of a bid has.</summary>
    private sealed record Happened(int Version, DateTimeOffset At, Person By, BidDetails Bid, string? Section, string? Reason)
    {
        public string Type { get; private init; } = "";

        public string What =>
            Type switch
            {
                nameof(BidStarted) => "Bid started",
                nameof(BidSaved) => $"{BidSections.Name(Section ?? "")} saved",
                nameof(BidSubmitted) => "Bid submitted",
                nameof(BidSentBack) => "Bid sent back",
                nameof(BidAssigned) => "Assessment begun",
                nameof(BidRestored) => "Not submitted again in time: the bid stands as it was submitted",
                nameof(BidWithdrawn) => "Bid withdrawn",
                nameof(BidLapsed) => "Bid lapsed: it was not submitted by the deadline",
                nameof(BidDecided) => Bid.Decision switch
                {
                    Decision.Supported => "Bid supported",
                    Decision.NotSupported => "Bid not supported",
                    _ => "Decision deferred",
                },
                _ => Type,
            };

        public string Note =>
            Type == nameof(BidSentBack)
                ? string.Join(
                    "\n",
                    Bid.SentBack.Select(n => $"{BidSections.Name(n.Section)}: {n.Reason}")
                        .Append($"To be submitted again by {London.Deadline(Bid.AnswerBy!.Value)}")
                )
                : Reason ?? "";

        public static Happened Read(EventLogRow row)
        {
            var happened = (Event<BidDetails>)row.Read();
            var (section, reason) = ((happened as BidSaved)?.Section, (happened as BidWithdrawn)?.Reason);
            return new(happened.Version, happened.At, happened.By, happened.Details, section, reason) { Type = row.Type };
        }
    }
}
