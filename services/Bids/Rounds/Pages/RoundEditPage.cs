using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>A page on which an officer changes some answers of a round.</summary>
internal abstract class RoundEditPage(BidsContext db, EditRound edit) : PageModel
{
    [BindProperty]
    public int Version { get; set; }
    public Round Round { get; private set; } = null!;
    public RoundAnswers Kept => Round.Answers;

    /// <summary>Bidders have seen it: what they write by is fixed.</summary>
    public bool IsFixed => Round?.IsPublished == true;
    public bool IsStale { get; private set; }
    public string Address => $"/rounds/{Round.Reference}";
    public string Hub => Address + "/edit";

    protected async Task<bool> LoadAsync(string reference, CancellationToken cancellationToken)
    {
        Round = (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken))!;
        return Round is not null;
    }

    /// <summary>Loads the round and shows a form of it as it is.</summary>
    protected async Task<IActionResult> ShowAsync(string reference, Action<RoundAnswers> show, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(reference, cancellationToken))
            return NotFound();
        Version = Round.Version;
        show(Kept);
        return Page();
    }

    /// <param name="change">Puts this page's answers into the round's.</param>
    /// <param name="next">Where to go when it is saved; given the reference, which may have changed.</param>
    /// <param name="field">The field of this page that a problem stands beside.</param>
    /// <param name="cancellationToken">Stops it.</param>
    protected async Task<IActionResult> SaveAsync(
        Func<RoundAnswers, RoundAnswers> change,
        string next,
        CancellationToken cancellationToken,
        Func<Problem, string>? field = null
    )
    {
        var result = await edit.RunAsync(Round.Reference, Version, change, cancellationToken);
        if (result.IsDone)
            return Redirect(next);
        foreach (var problem in result.Problems)
            ModelState.AddModelError(field?.Invoke(problem) ?? problem.Field, problem.Message);
        if (!await LoadAsync(Round.Reference, cancellationToken))
            return NotFound();
        if (result.Kind != ResultKind.Stale)
            return Page();
        IsStale = true;
        ModelState.AddModelError(
            "",
            "Someone else changed this round while you had this page open. Check what is saved now, shown above your answers. To replace "
                + "it with yours, save again"
        );
        ModelState.Remove(nameof(Version));
        Version = Round.Version;
        return Page();
    }
}
