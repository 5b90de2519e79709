using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages.Lines;

/// <summary>Corrections of earlier quarters: a list to add to.</summary>
[Says(null)]
internal sealed class AdjustmentsModel(ReturnsContext db, Caller caller, SaveReturn save) : LinePage(db, caller, save)
{
    [BindProperty]
    public string? Figure { get; set; }

    /// <summary>The figures that can be corrected and have not been yet.</summary>
    public IReadOnlyList<SelectListItem> Left =>
        [
            .. from figure in ReportedFigure.Of(Intervention, Figures)
            where Line.Adjustments.All(a => a.Quarter != figure.Quarter || a.Kind != figure.Kind || a.Indicator != figure.Indicator)
            select new SelectListItem(
                $"Q{figure.Quarter.Number} {figure.Quarter.Year}: {figure.Name}, reported as {figure.Reported}",
                figure.Key
            ),
        ];

    public string AddressOf(Adjustment adjustment) => PageAt($"adjustments/{adjustment.Id}");

    public override async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (Left.Any(f => f.Value == Figure))
            return Redirect(PageAt($"adjustments/{Guid.CreateVersion7()}?figure={Uri.EscapeDataString(Figure!)}"));
        ModelState.AddModelError(nameof(Figure), "Select the figure that is wrong");
        return Page();
    }

    protected override IActionResult? Fill() => null;

    protected override PartAnswers Read() => throw new InvalidOperationException("Each correction has a page of its own.");
}
