using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

[May(nameof(Acts.WriteRounds))]
[Says("Your changes to the round are saved")]
internal sealed class MoneyModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    [BindProperty]
    public string? Available { get; set; }

    [BindProperty]
    public string? CapPerBid { get; set; }

    [BindProperty]
    public string? MatchPercent { get; set; }

    [BindProperty]
    public string? PriorityPercent { get; set; }

    protected override void Fill(RoundAnswers kept)
    {
        (Available, CapPerBid) = (kept.Available?.WithoutSign, kept.CapPerBid?.WithoutSign);
        (MatchPercent, PriorityPercent) = ($"{kept.MatchPercent}", $"{kept.PriorityPercent}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var available = ModelState.ReadMoney(nameof(Available), Available, "Money available", optional: true);
        if (IsFixed)
            return await SaveAsync(kept => kept with { Available = available }, Hub, cancellationToken);
        var cap = ModelState.ReadMoney(nameof(CapPerBid), CapPerBid, "Most per bid", optional: true);
        var match = ModelState.ReadWholeNumber(nameof(MatchPercent), MatchPercent, "Match funding", 0, 100);
        var priority = ModelState.ReadWholeNumber(nameof(PriorityPercent), PriorityPercent, "Share for priorities", 0, 100);
        return await SaveAsync(
            kept => kept with { Available = available, CapPerBid = cap, MatchPercent = match!.Value, PriorityPercent = priority!.Value },
            Hub,
            cancellationToken
        );
    }
}
