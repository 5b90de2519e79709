using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Contracts;
using Platform.Returns.Model;
using Platform.Returns.Model.Answers;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Workbook;

/// <summary>
/// Reads the figures of a return from a workbook: what it answers, where each answer stands, and what is wrong. Fields of problems are cells, as in
/// "Spending, cell C4", and their messages begin with them. FiguresReader.Sheets.cs reads the sheets.
/// </summary>
internal sealed partial class FiguresReader
{
    private readonly IReadOnlyList<Quarter> later;
    private readonly IReadOnlyList<(Intervention Intervention, string Label)> labels;
    private readonly List<Problem> problems = [];
    private readonly List<(string Place, PartAnswers Answers)> parts = [];

    // Which cell a rule means, by where the answers stand and the rule's own name of the field.
    private readonly Dictionary<string, TypedCell> cells = [];

    public FiguresReader(WorkbookFile file, Return owed, GrantFigures figures)
    {
        (later, labels) = (figures.LaterThisYear, FiguresSheets.Labels(owed));
        ReadCover(file, owed);
        if (problems.Count > 0) return;
        var spending = FiguresSheet.Find(file, FiguresSheets.Spending, FiguresSheets.OfSpending(later), problems);
        var outputs = FiguresSheet.Find(file, FiguresSheets.Outputs, FiguresSheets.OfOutputs, problems);
        var bought = FiguresSheet.Find(file, FiguresSheets.Bought, FiguresSheets.OfBought, problems);
        if (spending is null || outputs is null || bought is null) return;
        ReadSpending(spending);
        ReadOutputs(outputs);
        ReadBought(bought, owed);
    }

    /// <summary>The return's version that the workbook was made from.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>What differs from what is saved: answers of a colleague that were only downloaded are not vouched for.</summary>
    public IEnumerable<(string Place, PartAnswers Answers)> Changes(Return now) => parts.Where(p => !IsSaved(p.Answers, now));

    /// <summary>The problems of the rules, told of the cells that they are about.</summary>
    public Result InCells(Result result) => result.Kind != ResultKind.Incorrect ? result
        : Result.Of([.. result.Problems.Select(p => cells.TryGetValue(p.Field, out var cell) || cells.TryGetValue(p.Field.Split('.')[0], out cell) ? At(cell, p.Message) : p)]);

    // Outputs can only be compared when all of an intervention are there; the rule says which are not.
    private static bool IsSaved(PartAnswers answers, Return now) =>
        answers.IsIn(now) && (answers is not OutputAnswers outputs || now.Interventions.Single(i => i.Id == outputs.InterventionId).Outputs.Count == outputs.Achieved.Count)
        && JsonColumn.Same(answers.Apply(now.Content, now), now.Content);

    private void ReadCover(WorkbookFile file, Return owed)
    {
        var facts = (file.Rows(FiguresSheets.Cover) ?? []).GroupBy(r => r[0].Text).ToDictionary(g => g.Key, g => g.First()[1].Text);
        if (!Guid.TryParse(facts.GetValueOrDefault(FiguresSheets.ReturnId), out var id) || !int.TryParse(facts.GetValueOrDefault(FiguresSheets.ReturnVersion), out var version) || version < 1)
            problems.Add(new("File", $"The sheet “{FiguresSheets.Cover}” does not say which return it is for. Use the spreadsheet that you downloaded here"));
        else if (id != owed.Id) problems.Add(new("File", $"The selected file is for another return. Upload the spreadsheet of {owed.GrantReference} for {owed.Quarter.Label}"));
        else Version = version;
    }

    private void Wrong(TypedCell cell, string message) => problems.Add(At(cell, message));

    private static Problem At(TypedCell cell, string message) => new(cell.Place, $"{cell.Place}: {message}");

    /// <summary>What a cell holds, read as its page reads it; what is wrong is said of the cell.</summary>
    private T? Typed<T>(TypedCell cell, string name, Func<ModelStateDictionary, T?> read)
    {
        var state = new ModelStateDictionary();
        if (cell.Problem is not null) state.AddModelError("", $"{name} {cell.Problem}");
        var typed = cell.Problem is null ? read(state) : default;
        foreach (var error in state.Values.SelectMany(v => v.Errors)) Wrong(cell, error.ErrorMessage);
        return typed;
    }

    private string Text(TypedCell cell, string name) => Typed(cell, name, _ => cell.Text) ?? "";
}

/// <summary>A sheet whose columns were found by their headings.</summary>
internal sealed record FiguresSheet(string Name, IReadOnlyList<TypedRow> Rows, IReadOnlyDictionary<FiguresColumn, int> Columns)
{
    /// <summary>Null where the sheet or a heading is missing: that is added to the problems.</summary>
    public static FiguresSheet? Find(WorkbookFile file, string name, IReadOnlyList<FiguresColumn> columns, List<Problem> problems)
    {
        if (file.Rows(name) is not { } rows)
        {
            problems.Add(new("File", $"The sheet “{name}” is missing. Use the spreadsheet that you downloaded here"));
            return null;
        }
        var headings = rows.FirstOrDefault(r => r.Number == 1)?.Cells ?? new Dictionary<int, TypedCell>();
        var (found, before) = (new Dictionary<FiguresColumn, int>(), problems.Count);
        foreach (var (i, column) in columns.Index())
        {
            if (headings.Where(h => FiguresSheets.Same(h.Value.Text, column.Header)).Select(h => (int?)h.Key).FirstOrDefault() is { } at) found[column] = at;
            else problems.Add(new($"{name}, cell {CellAddress.Of(i, 1)}", $"{name}, cell {CellAddress.Of(i, 1)}: The heading “{column.Header}” is missing. Use the spreadsheet that you downloaded here"));
        }
        return problems.Count > before ? null : new(name, [.. rows.Where(r => r.Number > 1)], found);
    }

    public TypedCell this[TypedRow row, FiguresColumn column] => row[Columns[column]];
}
