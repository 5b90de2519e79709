using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Lines;

internal sealed class AdjustmentModel(ReturnsContext db, Caller caller, SaveReturn save) : LinePage(db, caller, save)
{
    [FromRoute]
    public Guid AdjustmentId { get; set; }

    /// <summary>The figure to correct, for a new correction.</summary>
    [FromQuery]
    public string? Figure { get; set; }

    [BindProperty]
    public string? Now { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The figure that is wrong, with what was reported.</summary>
    public ReportedFigure? Wrong { get; private set; }
    private Adjustment? Saved => Line.Adjustments.FirstOrDefault(a => a.Id == AdjustmentId);

    protected override string Before => PageAt("adjustments");

    protected override string Next => PageAt("adjustments");

    protected override IActionResult? Fill()
    {
        if (Saved is { } saved)
            (Now, Reason) = (ReturnWords.Amount(saved.Kind, saved.Now).TrimStart('£'), saved.Reason);
        return null;
    }

    protected override PartAnswers Read()
    {
        var now = Wrong!.Kind is null
            ? ModelState.ReadWholeNumber(nameof(Now), Now, "The right figure", 0, OutputAnswers.LargestQuantity)
            : ModelState.ReadMoney(nameof(Now), Now, "The right figure")?.Pence;
        return new AdjustmentAnswers(
            Id,
            AdjustmentId,
            new(AdjustmentId, Wrong.Quarter, Wrong.Kind, Wrong.Indicator, Wrong.Was, now ?? 0, Reason ?? "")
        );
    }

    // A problem with anything that has no box on this page is about the figure itself.
    protected override string FieldOf(string field) => field is nameof(Now) or nameof(Reason) ? field : nameof(Now);

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        await base.LoadAsync(cancellationToken)
        && (
            Wrong = ReportedFigure
                .Of(Intervention, Figures)
                .FirstOrDefault(f =>
                    Saved is { } saved
                        ? f.Quarter == saved.Quarter && f.Kind == saved.Kind && f.Indicator == saved.Indicator
                        : f.Key == Figure
                )
        )
            is not null;
}
