using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The task list, for those who can work on the bid; for everybody else, the bid to read.</summary>
[Noted(AccessKind.PersonalDataRead)]
internal sealed class TaskListModel(BidsContext db, Caller caller, HandOverBid handOver) : BidPage(db, caller)
{
    private readonly BidsContext db = db;

    /// <summary>The instants at which it was submitted, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Submissions { get; private set; } = [];
    public int Done => BidSections.All.Count(s => BidCheck.IsComplete(s, Bid, Round));

    /// <summary>How far it has got: all that the office sees of a draft.</summary>
    public FormProgress Progress =>
        new(Done, BidSections.All.Count, Bid.Parts.Count == 0 ? Bid.StartedAt : Bid.Parts.Values.Max(p => p.At));

    public IReadOnlyList<TaskGroup> Groups =>
        [
            new("About the project", [Of(BidSections.Contacts), Of(BidSections.Project), Of(BidSections.Where)]),
            new(
                "What it does and costs",
                [Of(BidSections.Interventions), Of(BidSections.Match), Of(BidSections.Risks), Of(BidSections.Attachments)]
            ),
            .. Bid.SentBack.Count > 0 ? [new("What the office asked", [.. Bid.SentBack.Select(AnswerOf)])] : Array.Empty<TaskGroup>(),
            new(
                "Submit",
                [
                    IsLead
                        ? new("Check your answers", $"{Address}/check-answers", null, "Not started")
                        : new(
                            $"Check your answers and hand over to {Leads}",
                            $"{Address}/check-answers",
                            null,
                            Bid.Ready is null ? "Not started" : "Completed"
                        ),
                    .. IsLead
                        ? [new("Declaration", $"{Address}/declaration", null, IsReady ? "Not started" : "Cannot start yet")]
                        : Array.Empty<FormTask>(),
                ]
            ),
        ];

    public IReadOnlyList<(string Text, string Href)> Links =>
        [
            .. IsReadable && Caller.May(Acts.SeePeople) ? new[] { ("History", $"{Address}/history") } : [],
            .. Caller.May(Acts.SendBackBid) && Bid.State == BidState.Submitted ? new[] { ("Send back", $"{Address}/send-back") } : [],
            .. IsPartner ? new[] { ("Copy into another round", $"{Address}/copy") } : [],
            .. Caller.May(Acts.WithdrawBid) && (Bid.State is BidState.Draft or BidState.Submitted or BidState.SentBack)
                ? new[] { ("Withdraw", $"{Address}/withdraw") }
                : [],
        ];

    /// <summary>"Ann Lee, lead,"</summary>
    public string Submitter => Bid.SubmittedBy!.NameFor(Caller, "lead") + (Caller.May(Acts.SeePeople) ? ", lead," : "");

    public bool IsReady => BidCheck.IsReady(Bid, Round);

    /// <summary>"Risks, by Ann Lee at 9:05am on Monday 3 February 2025": what was saved since it was handed over.</summary>
    public IEnumerable<string> ChangedSince =>
        from change in Bid.ChangedSinceReady
        orderby change.Value.Version
        let section = change.Key.Split('/')[0]
        group change.Value by BidSections.All.Contains(section) ? BidSections.Name(section) : "Answers to the office" into saves
        let last = saves.MaxBy(s => s.Version)!
        select $"{saves.Key}, by {last.By.Name} at {London.Moment(last.At)}";

    [Says("The bid is taken back", "Your partnership’s leads are not asked to submit it any more")]
    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken) =>
        !IsPartner ? Forbid()
        : await LoadAsync(cancellationToken)
            ? await ActAsync(() => handOver.TakeBackAsync(Bid.Reference, cancellationToken), cancellationToken)
        : NotFound();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        await LoadShareAsync(cancellationToken);
        Submissions = await db.SubmissionsOf(Bid).Select(s => s.At).ToListAsync(cancellationToken);
        return Page();
    }

    private FormTask AnswerOf(SectionNote note) =>
        new(
            $"Answer about {BidSections.Name(note.Section)}",
            $"{Address}/{SectionNotes.PartOf(note.Section)}",
            note.Reason,
            note.Answer.Length > 0 ? "Completed" : "Not started"
        );

    private FormTask Of(string section)
    {
        var returned = Bid.SentBack.FirstOrDefault(n => n.Section == section);
        if (Bid.State == BidState.SentBack && returned is null)
            return new(BidSections.Name(section), null, null, "As submitted");
        var status =
            BidCheck.IsComplete(section, Bid, Round) ? "Completed"
            : returned is not null ? "Sent back"
            : IsBegun(section) ? "In progress"
            : "Not started";
        return new(BidSections.Name(section), $"{Address}/{section}", returned?.Reason, status);
    }

    private bool IsBegun(string section) =>
        Bid.Parts.Keys.Any(p => p == section || p.StartsWith(section + "/", StringComparison.Ordinal))
        || BidWords.Of(Content, Contacts, Round).Any(l => l.Section == section && l.Value.Length > 0);
}
