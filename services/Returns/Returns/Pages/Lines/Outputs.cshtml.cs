using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Lines;

internal sealed class OutputsModel(ReturnsContext db, Caller caller, SaveReturn save) : LinePage(db, caller, save)
{
    /// <summary>One for each output, in the grant's order.</summary>
    [BindProperty]
    public List<string?> Achieved { get; set; } = [];

    protected override string Before => PageAt("spending");

    protected override string Next => PageAt("assets");

    public string HintOf(Output output) =>
        Hint(
            output.Cumulative
                ? $"Achieved this quarter. The target is {output.Describe()}; {Figures.Achieved(Id, output):N0} were reported before"
                : $"Each quarter stands for itself: enter what this one stood at. The target is {output.Describe()} each quarter",
            l => $"{l.Achieved.FirstOrDefault(a => a.Indicator == output.Indicator)?.Quantity:N0}"
        );

    /// <summary>What is saved, beside the target.</summary>
    public string? SoFar(Output output) =>
        Line.Achieved.FirstOrDefault(a => a.Indicator == output.Indicator) is { } saved
            ? $"Saved: {ReturnWords.Progress(output, saved.Quantity, LineWarnings.Reached(Intervention, output, Line, Figures))}."
            : null;

    protected override IActionResult? Fill()
    {
        if (Intervention.Outputs.Count == 0)
            return Redirect(Next);
        Achieved =
        [
            .. Intervention.Outputs.Select(o =>
                Line.Achieved.FirstOrDefault(a => a.Indicator == o.Indicator)?.Quantity.ToString("N0", null)
            ),
        ];
        return null;
    }

    protected override PartAnswers Read() =>
        new OutputAnswers(
            Id,
            [
                .. Intervention.Outputs.Select(
                    (output, i) =>
                        new Achievement(
                            output.Indicator,
                            ModelState.ReadWholeNumber(
                                $"{nameof(Achieved)}[{i}]",
                                Achieved[i],
                                $"Number of {output.Indicator}",
                                0,
                                OutputAnswers.LargestQuantity
                            ) ?? 0
                        )
                ),
            ]
        );

    // A box for each output, whatever was posted.
    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        Achieved = [.. Intervention.Outputs.Select((_, i) => Achieved.ElementAtOrDefault(i))];
        return true;
    }
}
