using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Lines;

/// <summary>
/// One of an intervention's pages, which come in this order: progress, spending, outputs, assets, and an explanation if figures look odd.
/// </summary>
internal abstract class LinePage(ReturnsContext db, Caller caller, SaveReturn save) : AnswerPage(db, caller, save)
{
    [FromRoute]
    public Guid Id { get; set; }
    public Intervention Intervention { get; private set; } = null!;
    public ReturnLine Line => Return.Line(Id) ?? PartAnswers.Unsaid(Id);

    /// <summary>The latest earlier figures, to start from.</summary>
    public (Quarter Quarter, ReturnLine Line)? Last => Figures.Last(Id);
    public override string Section => Id.ToString();
    public override string Caption => $"{Intervention.Name}, {Return.Quarter.Label}";

    /// <summary>What looks odd in the figures as they are saved.</summary>
    public IReadOnlyList<string> Warnings => [.. LineWarnings.Of(Intervention, Line, Figures, Return.Quarter)];

    /// <summary>A hint followed by what the last return said.</summary>
    public string Hint(string words, Func<ReturnLine, string> lastFigure) =>
        Last is { } last && lastFigure(last.Line) is { Length: > 0 } figure
            ? $"{words}. Last return ({last.Quarter.Label}): {figure}"
            : words;

    protected string PageAt(string page) => $"{Address}/interventions/{Id}/{page}";

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        await base.LoadAsync(cancellationToken) && (Intervention = Return.Interventions.FirstOrDefault(i => i.Id == Id)!) is not null;
}
