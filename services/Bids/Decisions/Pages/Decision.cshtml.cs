using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

/// <summary>A record: for the public, what is published of it; for the office, all of it and the next step.</summary>
[AllowAnonymous]
internal sealed class DecisionModel(BidsContext db, Caller caller, ChangeDecision change, BeginDecision begin) : ActPage
{
    private string? asked;

    [FromRoute]
    public string Reference { get; set; } = "";
    public DecisionRecord Record { get; private set; } = null!;
    public DecisionCheck Check { get; private set; } = new([], []);
    public bool IsOffice => caller.SeesEverything;
    public bool MayPrepare => caller.May(Acts.PrepareDecision);

    /// <summary>Whether this reader can open the record that corrects this one.</summary>
    public bool LaterIsSeen { get; private set; }

    /// <summary>The record that is being written to correct this one.</summary>
    public string? Correction { get; private set; }

    /// <summary>Created with the page, so that pressing twice begins one correction.</summary>
    [BindProperty]
    public Guid CorrectionId { get; set; }

    /// <summary>Why this reader, who signs such records, may not sign this one; null where they may.</summary>
    public string? Barred { get; private set; }

    /// <summary>What this reader can do next.</summary>
    public (string Address, string Text)? Next =>
        Record.Step switch
        {
            DecisionStep.Draft when MayPrepare => ($"/decisions/{Record.Reference}/edit", "Change the draft"),
            DecisionStep.AwaitingApproval when caller.May(Acts.ApproveDecision) => (
                $"/decisions/{Record.Reference}/approve",
                Barred is null ? "Approve or return" : "Return to draft"
            ),
            DecisionStep.AwaitingDetermination when caller.May(Acts.DetermineDecision) && Barred is null => (
                $"/decisions/{Record.Reference}/determine",
                "Determine publication"
            ),
            DecisionStep.AwaitingDecision when caller.May(Acts.SignDecision) && Barred is null => (
                $"/decisions/{Record.Reference}/sign",
                "Decide and sign"
            ),
            DecisionStep.Decided when caller.May(Acts.PublishDecision) && Record is { PublishedAt: null, MayBePublished: true } => (
                $"/decisions/{Record.Reference}/publish",
                "Preview and publish"
            ),
            _ => null,
        };

    public override string Address => $"/decisions/{Reference}";

    private Act? Signs =>
        Record.Step switch
        {
            DecisionStep.AwaitingApproval => Acts.ApproveDecision,
            DecisionStep.AwaitingDetermination => Acts.DetermineDecision,
            DecisionStep.AwaitingDecision => Acts.SignDecision,
            _ => null,
        };

    // The version that was read has been submitted or dropped, and nothing else has happened since.
    protected override bool IsDoneAlready =>
        Record.Version == Version + 1 && Record.Step == (asked == "drop" ? DecisionStep.Dropped : DecisionStep.AwaitingApproval);

    protected override int VersionNow => Record.Version;

    protected override string StaleWords => "This record has changed since you opened it. Check it, then press the button again";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        CorrectionId = Guid.CreateVersion7();
        return ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken cancellationToken)
    {
        if (caller.Person.UserId == Guid.Empty)
            return Unauthorized();
        if (!MayPrepare)
            return StatusCode(403);
        asked = act;
        if (act == "submit")
            this.Say("The record is submitted for approval", "Those who can approve it get a letter");
        else if (act == "drop")
            this.Say("The record is not proceeded with", "Its number stays taken");
        else
            this.Say("A record that corrects this one is begun", "It is approved and signed as every record is");
        if (act == "correct" && await begin.RunAsync(Reference, Version, CorrectionId, cancellationToken) is var begun)
            return await AnswerAsync(begun.Outcome, cancellationToken, begun.IsDone ? $"/decisions/{begun.Value}/edit" : null);
        return await ActAsync(
            () =>
                act switch
                {
                    "submit" => change.RunAsync(Reference, Version, (record, by, at) => record.Submit(by, at), cancellationToken),
                    "drop" => change.RunAsync(Reference, Version, (record, by, at) => record.Drop(by, at), cancellationToken),
                    _ => Task.FromResult(Result.NotFound),
                },
            cancellationToken
        );
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Record = (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == Reference, cancellationToken))!;
        if (Record is null || !(caller.MayRead(Record) || Record.IsPublic))
            return false;
        if (IsOffice)
        {
            var covered = await db.CoveredAsync(Record.Bids, cancellationToken);
            if (Signs is { } act && caller.May(act))
                Barred = await db.BarredAsync(Record, Record.Step, caller.Person, cancellationToken);
            if (caller.May(Acts.ReadUnsigned))
                Correction = await db.CorrectionOfAsync(Reference, cancellationToken);
            Check = new(Record.Details.Warnings(covered, London.DateOf(caller.At)), Record.Details.Sums(covered));
        }
        if (Record.Details.SupersededBy is { } later)
            LaterIsSeen =
                IsOffice
                || (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == later, cancellationToken))?.IsPublic == true;
        return true;
    }
}
