using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

/// <summary>A page on which somebody in the office acts on one record.</summary>
internal abstract class DecisionPage(BidsContext db, Caller caller, DecisionStep step) : ActPage
{
    [FromRoute]
    public string Reference { get; set; } = "";
    public DecisionRecord Record { get; private set; } = null!;
    public IReadOnlyList<CoveredBid> Covered { get; private set; } = [];
    public DecisionCheck Check => new(Record.Details.Warnings(Covered, London.DateOf(caller.At)), Record.Details.Sums(Covered));
    public string Me => caller.Person.Name;
    public override string Address => $"/decisions/{Reference}";

    protected BidsContext Db { get; } = db;

    protected override int VersionNow => Record.Version;

    protected override bool IsPossible => Record.Step == step && (Barred.Length == 0 || IsOpenToAll);

    /// <summary>Why this reader may not take the step; empty where they may.</summary>
    public string Barred { get; private set; } = "";

    /// <summary>Whether the page has something for those, too, who may not take the step.</summary>
    protected virtual bool IsOpenToAll => false;

    protected override bool IsDoneAlready => IsDoneBy(Record, caller.Person.UserId);

    protected override string StaleWords =>
        "This record or one of its bids has changed since you opened this page. Check it, then press the button again";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        await FillAsync(cancellationToken);
        return Page();
    }

    /// <summary>Fills the form as it is first shown.</summary>
    protected virtual Task FillAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether that person's act on the record has been done.</summary>
    protected virtual bool IsDoneBy(DecisionRecord record, Guid user) => false;

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        // The page and the operation each read for themselves.
        Db.ChangeTracker.Clear();
        Record = (await Db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == Reference, cancellationToken))!;
        if (Record is null)
            return false;
        Covered = await Db.CoveredAsync(Record.Bids, cancellationToken);
        Barred = await Db.BarredAsync(Record, step, caller.Person, cancellationToken) ?? "";
        Db.ChangeTracker.Clear();
        return true;
    }
}

/// <summary>What to check before writing or signing.</summary>
internal sealed record DecisionCheck(IReadOnlyList<string> Warnings, IReadOnlyList<DecisionSum> Sums);
