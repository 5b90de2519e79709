using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Rounds.Pages;

/// <summary>What assessors score, and from which score a bid is recommended.</summary>
[May(nameof(Acts.WriteRounds))]
internal sealed class CriteriaModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    [BindProperty]
    public string? ThresholdPercent { get; set; }

    public Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken) =>
        ShowAsync(reference, kept => ThresholdPercent = $"{kept.ThresholdPercent}", cancellationToken);

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(reference, cancellationToken))
            return NotFound();
        if (IsFixed)
            return Redirect(Hub);
        var threshold = ModelState.ReadWholeNumber(nameof(ThresholdPercent), ThresholdPercent, "Threshold", 0, 100);
        return ModelState.IsValid
            ? await SaveAsync(kept => kept with { ThresholdPercent = threshold!.Value }, Hub, cancellationToken)
            : Page();
    }
}
