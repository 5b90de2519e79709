using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class InterventionOutputsModel(BidsContext db, Caller caller, SaveBid save) : InterventionPage(db, caller, save, "budget")
{
    private const int Most = 20;

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [new("Exactly", nameof(TargetKind.Fixed)), new("Up to", nameof(TargetKind.UpTo)), new("At least", nameof(TargetKind.AtLeast))];

    [BindProperty]
    public List<TypedOutput> Rows { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenOneAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Rows =
        [
            .. Intervention!.Outputs.Select(o => new TypedOutput
            {
                Indicator = o.Indicator,
                Unit = o.Unit,
                Kind = o.Kind,
                Target = o.Target.ToString("N0", null),
                Cumulative = o.Cumulative ? "true" : "false",
            }),
        ];
        if (Rows.Count == 0)
            Rows.Add(new());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? add, int? remove, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (add is not null || remove is not null)
            return TypedRows.Change(this, Rows, remove, Most);
        var outputs = new List<Output>();
        foreach (var (i, row) in Rows.Index().Where(r => !r.Item.IsBlank))
        {
            var indicator = ModelState.ReadText($"Rows[{i}].Indicator", row.Indicator, "What is counted", 100);
            var unit = ModelState.ReadText($"Rows[{i}].Unit", row.Unit, "Unit", 40, optional: true);
            var target = ModelState.ReadWholeNumber($"Rows[{i}].Target", row.Target, "Target", 1, InterventionRules.LargestTarget);
            if (indicator is not null && target is not null)
                outputs.Add(new(indicator, target.Value, row.Kind) { Unit = unit ?? "", Cumulative = row.Cumulative != "false" });
        }
        return await SaveAsync(new InterventionOutputs(Id, outputs), PageAt("assets"), cancellationToken);
    }

    protected override string FieldOf(string field) => field.Length == 0 ? "" : "Rows[0].Indicator";

    public sealed class TypedOutput
    {
        public string? Indicator { get; set; }
        public string? Unit { get; set; }
        public TargetKind Kind { get; set; }
        public string? Target { get; set; }
        public string? Cumulative { get; set; } = "true";
        public bool IsBlank => string.IsNullOrWhiteSpace(Indicator) && string.IsNullOrWhiteSpace(Target) && string.IsNullOrWhiteSpace(Unit);
    }
}
