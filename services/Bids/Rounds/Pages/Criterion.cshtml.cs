using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Criterion = Platform.Contracts.Criterion;

namespace Platform.Bids.Rounds.Pages;

[May(nameof(Acts.WriteRounds))]
internal sealed class CriterionModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    /// <summary>Made with the page, so that a second press saves the same criterion again instead of a second one.</summary>
    [BindProperty]
    public Guid CriterionId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Guidance { get; set; }

    [BindProperty]
    public string? Weight { get; set; } = "1";

    /// <summary>The criterion as it is kept; null for a new one, or one that a colleague has removed.</summary>
    public Criterion? Saved => Round.Criteria.FirstOrDefault(c => c.Id == CriterionId);

    public async Task<IActionResult> OnGetAsync(string reference, [FromRoute] string id, CancellationToken cancellationToken)
    {
        var page = await ShowAsync(reference, _ => { }, cancellationToken);
        if (Round is null)
            return page;
        CriterionId =
            id == "new" && !IsFixed ? Guid.CreateVersion7()
            : Guid.TryParse(id, out var wanted) ? wanted
            : Guid.Empty;
        if (Saved is { } saved)
        {
            Name = saved.Name;
            Guidance = saved.Guidance;
            Weight = $"{saved.Weight}";
        }
        else if (id != "new" || IsFixed)
            return NotFound();
        return page;
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(reference, cancellationToken))
            return NotFound();
        if (CriterionId == Guid.Empty)
            CriterionId = Guid.CreateVersion7();
        var guidance = ModelState.ReadText(nameof(Guidance), Guidance, "Guidance", RoundAnswers.LongestGuidance, optional: true) ?? "";
        if (IsFixed)
            return Saved is null ? NotFound()
                : ModelState.IsValid ? await PutAsync(Saved with { Guidance = guidance }, cancellationToken)
                : Page();
        var name = ModelState.ReadText(nameof(Name), Name, "The name of the criterion", Round.LongestName);
        var weight = ModelState.ReadWholeNumber(nameof(Weight), Weight, "Weight", 1, 100);
        return ModelState.IsValid ? await PutAsync(new(CriterionId, name!, guidance, weight!.Value), cancellationToken) : Page();
    }

    private Task<IActionResult> PutAsync(Criterion typed, CancellationToken cancellationToken) =>
        SaveAsync(
            kept =>
                kept with
                {
                    Criteria = kept.Criteria!.Any(c => c.Id == typed.Id)
                        ? [.. kept.Criteria!.Select(c => c.Id == typed.Id ? typed : c)]
                        : [.. kept.Criteria!, typed],
                },
            $"{Address}/criteria",
            cancellationToken,
            p => p.Field == nameof(RoundAnswers.Criteria) ? nameof(Name) : p.Field
        );
}
