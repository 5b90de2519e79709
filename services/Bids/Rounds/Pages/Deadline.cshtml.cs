using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>More time for everybody.</summary>
[May(nameof(Acts.WriteRounds))]
[Says("The deadline is moved", "Editors and leads of the partnerships that may bid get a letter")]
internal sealed class DeadlineModel(BidsContext db, MoveDeadline move, Caller caller) : RoundActPage(db)
{
    [BindProperty]
    public TypedDate? LastDay { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override bool IsPossible => Round.MayMove(caller.At);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var day = ModelState.ReadDate(nameof(LastDay), LastDay, "The new deadline");
        var reason = ModelState.ReadText(nameof(Reason), Reason, "Why it is moved", Round.LongestReason);
        return await ActAsync(() => move.ExtendAsync(InAddress, day!.Value, reason, cancellationToken), cancellationToken);
    }
}
