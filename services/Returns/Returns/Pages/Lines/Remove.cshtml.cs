using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Lines;

/// <summary>Asks for confirmation before a thing bought or a correction is removed.</summary>
internal sealed class RemoveModel(ReturnsContext db, Caller caller, SaveReturn save) : LinePage(db, caller, save)
{
    [FromRoute]
    public string List { get; set; } = "";

    [FromRoute]
    public Guid Thing { get; set; }
    public string ListAddress => PageAt(List);

    /// <summary>Its name; "it" where it is already gone.</summary>
    public string What =>
        List == "assets" ? Line.Assets.FirstOrDefault(a => a.Id == Thing)?.Kind ?? "it"
        : Line.Adjustments.FirstOrDefault(a => a.Id == Thing) is { } adjustment
            ? $"{ReturnWords.Figure(adjustment.Kind, adjustment.Indicator)} of {adjustment.Quarter.Label}"
        : "it";

    protected override string Before => ListAddress;

    protected override string Next => ListAddress;

    protected override IActionResult? Fill() =>
        Line.Assets.Any(a => a.Id == Thing) || Line.Adjustments.Any(a => a.Id == Thing) ? null : Redirect(ListAddress);

    protected override PartAnswers Read() => List == "assets" ? new AssetAnswers(Id, Thing, null) : new AdjustmentAnswers(Id, Thing, null);
}
