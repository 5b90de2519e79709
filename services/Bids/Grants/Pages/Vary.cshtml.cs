using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Grants.Pages;

/// <summary>
/// The form, then a check of what it changes. Both are at one address, so that everything typed travels from one to the other and back.
/// </summary>
[May(nameof(Acts.VaryGrant))]
internal sealed class VaryModel(BidsContext db, Caller caller, VaryGrant vary) : GrantPage(db, caller)
{
    [BindProperty]
    public VaryForm Form { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public TypedDate? On { get; set; }

    [BindProperty]
    public string? DecisionReference { get; set; }

    [BindProperty]
    public TypedDate? DeliveryTo { get; set; }

    [BindProperty]
    public List<string> ConfirmsMatch { get; set; } = [];

    [BindProperty]
    public List<string> ConfirmsConditions { get; set; } = [];

    /// <summary>What it would change; null while the form is shown.</summary>
    public PlannedVariation? Planned { get; private set; }
    public NewVariation Asked { get; private set; } = null!;
    public DateOnly Today => London.DateOf(Caller.At);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (!MayVary)
            return Redirect(Address);
        Version = Grant.Version;
        Form = Form.On(Grant, null);
        On = TypedDate.From(London.DateOf(Caller.At));
        return Page();
    }

    /// <param name="step">"years" and "change" show the form, "confirm" records, anything else checks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IActionResult> OnPostAsync(string? step, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Version != Grant.Version)
            return Stale();
        if (Grant.MayVary() is { IsDone: false } refused)
            return await RefusedAsync(refused, cancellationToken);
        if (step is "change" or "years")
            return ShowForm();
        var typed = Asked = Read();
        if (!ModelState.IsValid)
            return Page();
        var plan = await vary.PlanAsync(Grant, typed, cancellationToken);
        var result = plan.Outcome;
        if (plan.IsDone && step == "confirm")
        {
            result = await vary.RunAsync(Reference, Version, typed, cancellationToken);
            if (plan.Value.NeedsFinance)
                this.Say("The variation waits for finance", "Finance gets a letter. Nothing changes until it is approved");
            else
                this.Say("The variation is recorded", VariedModel.Told(plan.Value.Variation, Today));
            if (result.IsDone)
                return Redirect($"{Address}/variations/{plan.Value.Variation.Number}");
            if (!await LoadAsync(cancellationToken))
                return NotFound();
            if (result.Kind == ResultKind.Stale)
                return Stale();
        }
        foreach (var problem in result.Problems)
            ModelState.AddModelError(VaryForm.KeyOf(problem.Field), problem.Message);
        if (plan.IsDone)
            ProposeCuts(Planned = plan.Value);
        return Page();
    }

    /// <summary>The cuts that may have moved a target.</summary>
    public IReadOnlyList<SelectListItem> CutsOf(Guid intervention) =>
        [
            .. Planned!
                .Amounts.Where(a => a.InterventionId == intervention && a.IsCut())
                .GroupBy(a => a.Year)
                .Select(y => new SelectListItem(
                    $"{NameOf(intervention)}, {y.Key}: {y.Sum(c => c.From)} to {y.Sum(c => c.To)}",
                    y.Key.ToString()
                )),
            new("None: no cut moved it", VaryForm.NoCut),
        ];

    public int BoxOf(TargetChange target) =>
        Form.Targets.FindIndex(t => t.InterventionId == target.InterventionId && t.Indicator == target.Indicator);

    private NewVariation Read()
    {
        var on = ModelState.ReadDate(nameof(On), On, "Date from which it counts");
        var to =
            DeliveryTo is null || DeliveryTo.IsEmpty ? null : ModelState.ReadDate(nameof(DeliveryTo), DeliveryTo, "New end of delivery");
        return new(
            on,
            Reason,
            DecisionReference,
            Form.ReadAmounts(ModelState, Grant),
            Form.ReadTargets(ModelState, Grant),
            to,
            ConfirmsMatch.Count > 0,
            ConfirmsConditions.Count > 0
        );
    }

    // Selects the year that lost most, where that is plain.
    private void ProposeCuts(PlannedVariation planned)
    {
        foreach (var target in planned.Targets)
        {
            if (BoxOf(target) is not (>= 0 and var box) || CutsOf(target.InterventionId).Any(c => c.Value == Form.Targets[box].MovedBy))
                continue;
            ModelState.Remove($"Form.Targets[{box}].MovedBy");
            Form.Targets[box].MovedBy = GrantLines.LargestCut(planned.Amounts, target.InterventionId)?.ToString() ?? VaryForm.NoCut;
        }
    }

    private PageResult ShowForm()
    {
        ModelState.Clear();
        Form = Form.On(Grant, DeliveryTo is null ? null : ModelState.ReadDate(nameof(DeliveryTo), DeliveryTo, "New end of delivery"));
        ModelState.Clear();
        return Page();
    }

    private IActionResult Stale()
    {
        // Recorded already by an earlier press of the button.
        if (
            Version == Grant.Version - 1
            && Details.AllVariations().LastOrDefault() is { } last
            && last.By == Caller.Person
            && last.Reason == TypedText.Tidy(Reason)
        )
            return Redirect($"{Address}/variations/{last.Number}");
        ShowForm();
        Version = Grant.Version;
        ModelState.AddModelError(
            "",
            "Someone else changed this grant while you had this page open. The grant as it is now is shown beside each box. Check what you "
                + "typed, and continue"
        );
        return Page();
    }
}
