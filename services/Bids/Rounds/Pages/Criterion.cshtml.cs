using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using Criterion = Platform.Contracts.Criterion;

namespace Platform.Bids.Rounds.Pages;

[May(nameof(Acts.WriteRounds))]
[Says("Your changes to the round are saved")]
internal sealed class CriterionModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    /// <summary>Created with the page, so that pressing twice saves one criterion.</summary>
    [BindProperty]
    public Guid CriterionId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Guidance { get; set; }

    [BindProperty]
    public string? Weight { get; set; } = "1";

    /// <summary>The criterion as it is saved; null for a new one, or one that a colleague has removed.</summary>
    public Criterion? Saved => Round.Criteria.FirstOrDefault(c => c.Id == CriterionId);

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        var id = (string)RouteData.Values["id"]!;
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
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (CriterionId == Guid.Empty)
            CriterionId = Guid.CreateVersion7();
        var guidance = ModelState.ReadText(nameof(Guidance), Guidance, "Guidance", RoundAnswers.LongestGuidance, optional: true) ?? "";
        if (IsFixed)
            return Saved is { } kept ? await PutAsync(kept with { Guidance = guidance }, cancellationToken) : NotFound();
        var name = ModelState.ReadText(nameof(Name), Name, "The name of the criterion", Round.LongestName);
        var weight = ModelState.ReadWholeNumber(nameof(Weight), Weight, "Weight", 1, 100);
        return await PutAsync(new(CriterionId, name ?? "", guidance, weight ?? 0), cancellationToken);
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
            cancellationToken
        );

    protected override string FieldOf(string field) => field == nameof(RoundAnswers.Criteria) ? nameof(Name) : field;
}
