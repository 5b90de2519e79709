using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Lines;

internal sealed class ProgressModel(ReturnsContext db, Caller caller, SaveReturn save) : LinePage(db, caller, save)
{
    [BindProperty]
    public string? Status { get; set; }

    [BindProperty]
    public string? Narrative { get; set; }

    protected override string Next => PageAt("spending");

    protected override IActionResult? Fill()
    {
        (Status, Narrative) = (Line.Status?.ToString(), Line.Narrative);
        return null;
    }

    protected override PartAnswers Read() =>
        new ProgressAnswers(Id, Enum.TryParse<DeliveryStatus>(Status, out var status) ? status : null, Narrative);
}
