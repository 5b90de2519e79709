using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Lines;

internal sealed class AssetModel(ReturnsContext db, Caller caller, SaveReturn save) : LinePage(db, caller, save)
{
    [FromRoute]
    public Guid AssetId { get; set; }

    /// <summary>The number of the thing in the grant to start from.</summary>
    [FromQuery]
    public int? Granted { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Model { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public string? Quantity { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    protected override string Before => PageAt("assets");

    protected override string Next => PageAt("assets");

    protected override IActionResult? Fill()
    {
        if (Line.Assets.FirstOrDefault(a => a.Id == AssetId) is { } saved)
        {
            Kind = saved.Kind;
            Model = saved.Model;
            Description = saved.Description;
            Quantity = saved.Quantity.ToString("N0", null);
            Place = saved.Place;
        }
        else if (Granted is { } index and >= 0 && index < Intervention.Assets.Count && Intervention.Assets[index] is var granted)
        {
            Kind = granted.Kind;
            Model = granted.Model;
            Description = granted.Description;
            Quantity = granted.Quantity.ToString("N0", null);
            Place = Intervention.Areas is [var only] ? only : null;
        }
        return null;
    }

    protected override PartAnswers Read() =>
        new AssetAnswers(
            Id,
            AssetId,
            new(
                AssetId,
                Kind ?? "",
                Model ?? "",
                Description ?? "",
                ModelState.ReadWholeNumber(nameof(Quantity), Quantity, "How many", 1, AssetAnswers.LargestQuantity) ?? 1,
                Place ?? ""
            )
        );
}
