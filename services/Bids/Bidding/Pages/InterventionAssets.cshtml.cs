using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class InterventionAssetsModel(BidsContext db, Caller caller, SaveBid save) : InterventionPage(db, caller, save, "outputs")
{
    private const int Most = 30;

    [BindProperty]
    public List<TypedAsset> Rows { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenOneAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Rows =
        [
            .. Intervention!.Assets.Select(a => new TypedAsset
            {
                Kind = a.Kind,
                Model = a.Model,
                Description = a.Description,
                Quantity = a.Quantity.ToString("N0", null),
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
        var assets = new List<Asset>();
        foreach (var (i, row) in Rows.Index().Where(r => !r.Item.IsBlank))
        {
            var kind = ModelState.ReadText($"Rows[{i}].Kind", row.Kind, "What is bought", 60);
            var model = ModelState.ReadText($"Rows[{i}].Model", row.Model, "Model", 100, optional: true);
            var description = ModelState.ReadText($"Rows[{i}].Description", row.Description, "Description", 200, optional: true);
            var quantity = ModelState.ReadWholeNumber(
                $"Rows[{i}].Quantity",
                row.Quantity,
                "How many",
                1,
                InterventionRules.LargestQuantity
            );
            if (kind is not null && quantity is not null)
                assets.Add(new(kind, model ?? "", description ?? "", quantity.Value));
        }
        return await SaveAsync(new InterventionAssets(Id, assets), PageAt("areas"), cancellationToken);
    }

    protected override string FieldOf(string field) => field.Length == 0 ? "" : "Rows[0].Kind";

    public sealed class TypedAsset
    {
        public string? Kind { get; set; }
        public string? Model { get; set; }
        public string? Description { get; set; }
        public string? Quantity { get; set; }
        public bool IsBlank =>
            string.IsNullOrWhiteSpace(Kind)
            && string.IsNullOrWhiteSpace(Model)
            && string.IsNullOrWhiteSpace(Description)
            && string.IsNullOrWhiteSpace(Quantity);
    }
}
