using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>What assessors score, and the score from which a bid is recommended.</summary>
[May(nameof(Acts.WriteRounds))]
[Says("Your changes to the round are saved")]
internal sealed class CriteriaModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    [BindProperty]
    public string? ThresholdPercent { get; set; }

    protected override void Fill(RoundAnswers kept) => ThresholdPercent = $"{kept.ThresholdPercent}";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var threshold = ModelState.ReadWholeNumber(nameof(ThresholdPercent), ThresholdPercent, "Threshold", 0, 100);
        return await SaveAsync(kept => kept with { ThresholdPercent = threshold!.Value }, Hub, cancellationToken);
    }
}
