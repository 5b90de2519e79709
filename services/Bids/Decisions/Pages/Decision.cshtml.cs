using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

/// <summary>A record: what of it is published for everybody, all of it and the next step for the office.</summary>
[AllowAnonymous]
internal sealed class DecisionModel(BidsContext db, Caller caller, ChangeDecision change, BeginDecision begin) : PageModel
{
    [BindProperty]
    public int Version { get; set; }
    public DecisionRecord Record { get; private set; } = null!;
    public DecisionCheck Check { get; private set; } = new([], []);
    public bool IsOffice => caller.SeesEverything;
    public bool MayPrepare => caller.May(Acts.PrepareDecision);

    /// <summary>Whether the correction of this record can be opened by this reader.</summary>
    public bool LaterIsSeen { get; private set; }

    /// <summary>The record that is being written to correct this one.</summary>
    public string? Correction { get; private set; }

    /// <summary>What this reader is to do next.</summary>
    public (string Address, string Text)? Next =>
        Record.Step switch
        {
            DecisionStep.Draft when MayPrepare => ($"/decisions/{Record.Reference}/edit", "Change the draft"),
            DecisionStep.AwaitingApproval when caller.May(Acts.ApproveDecision) => (
                $"/decisions/{Record.Reference}/approve",
                "Approve or return"
            ),
            DecisionStep.AwaitingDetermination when caller.May(Acts.DetermineDecision) => (
                $"/decisions/{Record.Reference}/determine",
                "Determine publication"
            ),
            DecisionStep.AwaitingDecision when caller.May(Acts.SignDecision) => ($"/decisions/{Record.Reference}/sign", "Decide and sign"),
            DecisionStep.Decided when caller.May(Acts.PublishDecision) && Record is { PublishedAt: null, Details.PublishRecord: true } => (
                $"/decisions/{Record.Reference}/publish",
                "Preview and publish"
            ),
            _ => null,
        };

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        await LoadAsync(reference, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference, string? act, CancellationToken cancellationToken)
    {
        if (caller.Person.UserId == Guid.Empty)
            return Unauthorized();
        if (!MayPrepare)
            return StatusCode(403);
        var correction = act == "correct" ? await begin.RunAsync(reference, Version, cancellationToken) : null;
        var result = act switch
        {
            "submit" => await change.RunAsync(reference, Version, (record, by, at) => record.Submit(by, at), cancellationToken),
            "drop" => await change.RunAsync(reference, Version, (record, by, at) => record.Drop(by, at), cancellationToken),
            _ => correction?.Outcome ?? Result.NotFound,
        };
        if (result.IsDone)
            return Redirect(correction is null ? $"/decisions/{reference}" : $"/decisions/{correction.Value}/edit");
        db.ChangeTracker.Clear();
        if (!await LoadAsync(reference, cancellationToken) || result.Kind == ResultKind.NotFound)
            return NotFound();
        if (result.Kind == ResultKind.Stale)
        {
            ModelState.Remove(nameof(Version));
            ModelState.AddModelError("", "This record has changed since you opened it. Check it, then press the button again");
        }
        result.AddTo(ModelState);
        return Page();
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancellationToken)
    {
        Record = (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == reference, cancellationToken))!;
        if (Record is null || !(IsOffice || Record.IsPublic))
            return false;
        Version = Record.Version;
        if (IsOffice)
        {
            var covered = await db.CoveredAsync(Record.Bids, cancellationToken);
            Correction = await db.CorrectionOfAsync(reference, cancellationToken);
            Check = new(Record.Details.Warnings(covered, London.DateOf(caller.At)), Record.Details.Sums(covered));
        }
        if (Record.Details.SupersededBy is { } later)
            LaterIsSeen =
                IsOffice
                || (await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == later, cancellationToken))?.IsPublic == true;
        return true;
    }
}
