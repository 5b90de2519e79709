using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>Ends a round before its deadline. The officer types its reference, so that it never happens by mistake.</summary>
[May(nameof(Acts.WriteRounds))]
[Says("The round is closed", "Drafts have lapsed. Their partnerships and the officers get a letter")]
internal sealed class CloseEarlyModel(BidsContext db, MoveDeadline move, Caller caller) : RoundActPage(db)
{
    /// <summary>The round's reference as it was typed. A property called Reference would be bound to the address.</summary>
    [BindProperty]
    public string? Confirmation { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override bool IsPossible => Round.MayCloseEarly(caller.At);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        ModelState.ReadText(nameof(Reason), Reason, "Why it is closed early", Round.LongestReason);
        if (string.IsNullOrWhiteSpace(Confirmation))
            ModelState.AddModelError(nameof(Confirmation), $"Enter {Round.Reference} to confirm that this is the round to close");
        return await ActAsync(() => move.CloseEarlyAsync(InAddress, Confirmation, Reason, cancellationToken), cancellationToken);
    }

    protected override string FieldOf(string field) => field == nameof(Round.Reference) ? nameof(Confirmation) : field;
}
