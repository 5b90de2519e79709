using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>A page on which an officer changes some answers of a round.</summary>
internal abstract class RoundEditPage(BidsContext db, EditRound edit) : ActPage
{
    public Round Round { get; private set; } = null!;
    public RoundAnswers Kept => Round.Answers;

    /// <summary>Whether bidders have seen it, and so what they rely on is fixed.</summary>
    public bool IsFixed => Round?.IsPublished == true;
    public override string Address => $"/rounds/{Round.Reference}";
    public string Hub => Address + "/edit";

    /// <summary>The reference by which the page's address names the round.</summary>
    protected virtual string InAddress => (string)RouteData.Values["reference"]!;

    protected override int VersionNow => Round.Version;

    protected override string StaleWords =>
        "Someone else changed this round while you had this page open. Check what is saved now, shown above your answers. To replace "
        + "it with yours, save again";

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Fill(Kept);
        return Page();
    }

    /// <summary>Fills the form as it is first shown.</summary>
    protected virtual void Fill(RoundAnswers kept) { }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        (Round = (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == InAddress, cancellationToken))!) is not null;

    /// <param name="change">Puts this page's answers into the round's.</param>
    /// <param name="next">Where to go once it is saved.</param>
    /// <param name="cancellationToken">Stops it.</param>
    protected Task<IActionResult> SaveAsync(Func<RoundAnswers, RoundAnswers> change, string next, CancellationToken cancellationToken) =>
        ActAsync(() => edit.RunAsync(InAddress, Version, change, cancellationToken), cancellationToken, next);
}
