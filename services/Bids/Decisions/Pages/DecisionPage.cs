using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

/// <summary>A page on which somebody of the office acts on one record.</summary>
internal abstract class DecisionPage(BidsContext db, Caller caller, DecisionStep step) : PageModel
{
    protected BidsContext Db { get; } = db;

    /// <summary>The version that was read: nobody signs what they have not seen.</summary>
    [BindProperty]
    public int Version { get; set; }
    public DecisionRecord Record { get; private set; } = null!;
    public IReadOnlyList<CoveredBid> Covered { get; private set; } = [];
    public DecisionCheck Check => new(Record.Details.Warnings(Covered, London.DateOf(caller.At)), Record.Details.Sums(Covered));
    public string Me => caller.Person.Name;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        if (Record.Step != step)
            return Redirect($"/decisions/{reference}");
        Version = Record.Version;
        await ShowAsync(cancellation);
        return Page();
    }

    /// <summary>Fills the form as it is first shown.</summary>
    protected virtual Task ShowAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Whether the caller's act has been done: a second press of the button is no mistake.</summary>
    protected virtual bool IsDoneBy(DecisionRecord record, Guid user) => false;

    protected async Task<bool> LoadAsync(string reference, CancellationToken cancellation)
    {
        Record = (await Db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == reference, cancellation))!;
        if (Record is null)
            return false;
        Covered = await Db.CoveredAsync(Record.Bids, cancellation);
        // The operation reads for itself.
        Db.ChangeTracker.Clear();
        return true;
    }

    protected async Task<IActionResult> AnswerAsync(string reference, Result result, CancellationToken cancellation)
    {
        if (result.IsDone)
            return Redirect($"/decisions/{reference}");
        if (result.Kind == ResultKind.NotFound)
            return NotFound();
        Db.ChangeTracker.Clear();
        await LoadAsync(reference, cancellation);
        if (IsDoneBy(Record, caller.Person.UserId))
            return Redirect($"/decisions/{reference}");
        if (result.Kind == ResultKind.Stale)
        {
            ModelState.AddModelError(
                "",
                "This record or one of its bids has changed since you opened this page. Check it, then press the button again"
            );
            ModelState.SetModelValue(
                nameof(Version),
                Record.Version,
                Record.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
            Version = Record.Version;
        }
        result.AddTo(ModelState);
        return Page();
    }
}

/// <summary>What to look at before writing or signing.</summary>
internal sealed record DecisionCheck(IReadOnlyList<string> Warnings, IReadOnlyList<DecisionSum> Sums);
