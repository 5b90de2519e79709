using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;
using static Platform.Returns.Workbook.FiguresSheets;

namespace Platform.Returns.Workbook;

/// <summary>
/// Reads the figures of a return from a workbook: the answers, the cell of each, and what is wrong. A problem's field is its cell, as in
/// "Spending, cell C4", and its message begins with that.
/// </summary>
internal sealed partial class FiguresReader
{
    private readonly IReadOnlyList<Quarter> later;
    private readonly IReadOnlyList<(Intervention Intervention, string Label)> labels;
    private readonly List<Problem> problems = [];
    private readonly List<(string Place, PartAnswers Answers)> parts = [];

    // The cell that a rule's problem is about, by the place of the answers and the rule's own name for the field.
    private readonly Dictionary<string, TypedCell> cells = [];

    public FiguresReader(WorkbookFile file, Return owed, GrantFigures figures)
    {
        (later, labels) = (figures.LaterThisYear, FiguresSheets.Labels(owed));
        ReadCover(file, owed);
        if (problems.Count > 0)
            return;
        var spending = FiguresSheet.Find(file, FiguresSheets.Spending, FiguresSheets.OfSpending(later), problems);
        var outputs = FiguresSheet.Find(file, FiguresSheets.Outputs, FiguresSheets.OfOutputs, problems);
        var bought = FiguresSheet.Find(file, FiguresSheets.Bought, FiguresSheets.OfBought, problems);
        if (spending is null || outputs is null || bought is null)
            return;
        ReadSpending(WithoutTotals(spending, [Id, Name]));
        ReadOutputs(WithoutTotals(outputs, [Id, Name, Indicator]));
        ReadBought(WithoutTotals(bought, [BoughtFor, Kind]), owed);
    }

    /// <summary>The version of the return that the workbook was made from.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Problem> Problems => problems;

    /// <summary>What differs from what is saved. Nobody vouches for a colleague's answers just by downloading and uploading them.</summary>
    public IEnumerable<(string Place, PartAnswers Answers)> Changes(Return now) => parts.Where(p => !IsSaved(p.Answers, now));

    /// <summary>The rules' problems, moved to the cells that they are about.</summary>
    public Result InCells(Result result) =>
        result.Kind != ResultKind.Incorrect
            ? result
            : Result.Of([
                .. result.Problems.Select(p =>
                    cells.TryGetValue(p.Field, out var cell) || cells.TryGetValue(p.Field.Split('.')[0], out cell) ? At(cell, p.Message) : p
                ),
            ]);

    // Outputs can only be compared when all of an intervention's are there; the rule names those that are missing.
    private static bool IsSaved(PartAnswers answers, Return now) =>
        answers.IsIn(now)
        && (
            answers is not OutputAnswers outputs
            || now.Interventions.Single(i => i.Id == outputs.InterventionId).Outputs.Count == outputs.Achieved.Count
        )
        && JsonColumn.Same(answers.Apply(now.Content, now), now.Content);

    private void ReadCover(WorkbookFile file, Return owed)
    {
        var facts = (file.Rows(FiguresSheets.Cover) ?? []).GroupBy(r => r[0].Text).ToDictionary(g => g.Key, g => g.First()[1].Text);
        if (
            !Guid.TryParse(facts.GetValueOrDefault(FiguresSheets.ReturnId), out var id)
            || !int.TryParse(facts.GetValueOrDefault(FiguresSheets.ReturnVersion), out var version)
            || version < 1
        )
            problems.Add(
                new(
                    "File",
                    $"The sheet “{FiguresSheets.Cover}” does not say which return it is for. Use the spreadsheet that you downloaded here"
                )
            );
        else if (id != owed.Id)
            problems.Add(
                new(
                    "File",
                    $"The selected file is for another return. Upload the spreadsheet of {owed.GrantReference} for {owed.Quarter.Label}"
                )
            );
        else
            Version = version;
    }

    private void Wrong(TypedCell cell, string message) => problems.Add(At(cell, message));

    private static Problem At(TypedCell cell, string message) => new(cell.Place, $"{cell.Place}: {message}");

    /// <summary>What a cell holds, read as its page would read it; a problem names the cell.</summary>
    private T? Typed<T>(TypedCell cell, string name, Func<ModelStateDictionary, T?> read)
    {
        var state = new ModelStateDictionary();
        if (cell.Problem is not null)
            state.AddModelError("", $"{name} {cell.Problem}");
        var typed = cell.Problem is null ? read(state) : default;
        foreach (var error in state.Values.SelectMany(v => v.Errors))
            Wrong(cell, error.ErrorMessage);
        return typed;
    }

    private string Text(TypedCell cell, string name) => Typed(cell, name, _ => cell.Text) ?? "";

    // People add rows of totals, or have their program add them. They are no lines: they are compared with the lines.
    private FiguresSheet WithoutTotals(FiguresSheet sheet, IReadOnlyList<FiguresColumn> labelled)
    {
        var summed = sheet.Columns.Keys.Where(c => c.Kind is ColumnKind.Money or ColumnKind.Whole).ToList();
        var called = sheet.Rows.ToDictionary(
            r => r,
            r => labelled.Select(c => (Column: c, sheet[r, c].Text)).FirstOrDefault(l => l.Text.Length > 0)
        );
        var totals = sheet.Rows.Where(SaysTotal).ToList();
        var lines = sheet.Rows.Where(r => !totals.Contains(r)).ToList();
        foreach (var total in totals)
        foreach (var column in summed)
            if (Number(sheet[total, column]) is { } said && Sum(lines, column) is { } sum && sum != said)
                Wrong(
                    sheet[total, column],
                    $"The total is {said:#,0.##}, but its rows come to {sum:#,0.##}. Correct one of them, or empty this cell"
                );
        return sheet with { Rows = [.. lines.Where(r => !IsSum(r))] };

        bool SaysTotal(TypedRow row) =>
            called[row] is { Text: { } label, Column: var column }
            && !IsIntervention(label)
            && (Total().IsMatch(label) || (column != Kind && OfTotal().IsMatch(label) && Numbers(row).Any()));

        // Named otherwise, or not at all: each of its numbers is the sum of its column.
        bool IsSum(TypedRow row) =>
            (called[row] is { Text: { } label } ? !labelled.Contains(Kind) && !IsIntervention(label) : HasNumbersAlone(row))
            && Numbers(row).Any(n => n.Said > 0)
            && Numbers(row).All(n => n.Said == Sum(lines.Except([row]), n.Column));

        bool HasNumbersAlone(TypedRow row) => sheet.Columns.Keys.Except(summed).All(c => sheet[row, c].IsBlank);

        IEnumerable<(FiguresColumn Column, decimal? Said)> Numbers(TypedRow row) =>
            summed.Where(c => !sheet[row, c].IsBlank).Select(c => (c, Number(sheet[row, c])));

        decimal? Sum(IEnumerable<TypedRow> rows, FiguresColumn column) => FiguresReader.Sum(rows.Select(r => sheet[r, column]));
    }

    private bool IsIntervention(string label) => labels.Any(l => Same(l.Label, label) || Same(l.Intervention.Id.ToString(), label));

    [GeneratedRegex(@"^(?:(?:grand|overall) )?totals?(?: spend)?\W*\z|^sum\W*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex(@"\b(?:sub-?)?totals?\b|^sum of\b|[Σ∑]", RegexOptions.IgnoreCase)]
    private static partial Regex OfTotal();

    private static decimal? Number(TypedCell cell) =>
        TypedNumber.Plain(cell.Text.Replace("£", "", StringComparison.Ordinal)) is { } text
        && decimal.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    // Null where a cell holds no number, which is said beside that cell.
    private static decimal? Sum(IEnumerable<TypedCell> cells) =>
        cells.Where(c => !c.IsBlank).Aggregate((decimal?)0, (sum, cell) => sum + Number(cell));

    private void ReadSpending(FiguresSheet sheet)
    {
        var asked = OfSpending(later).Where(c => c.Kind != ColumnKind.Fixed).ToList();
        foreach (var (row, intervention) in Rows(sheet, asked))
        {
            if (asked.All(c => sheet[row, c].IsBlank))
                continue;
            var place = Remember(sheet, row, asked);
            var (capital, revenue) = (MoneyAt(sheet, row, Capital), MoneyAt(sheet, row, Revenue));
            var forecasts = new List<Forecast?>();
            foreach (var (i, quarter) in later.Index())
            {
                var (ofCapital, ofRevenue) = (
                    FiguresSheets.Forecast(SpendKind.Capital, quarter, i),
                    FiguresSheets.Forecast(SpendKind.Revenue, quarter, i)
                );
                var (inCapital, inRevenue) = (MoneyAt(sheet, row, ofCapital), MoneyAt(sheet, row, ofRevenue));
                if (inCapital is not null && inRevenue is not null)
                    forecasts.Add(new(quarter, inCapital.Value, inRevenue.Value));
                else if (sheet[row, ofCapital].IsBlank != sheet[row, ofRevenue].IsBlank)
                {
                    var blank = sheet[row, ofCapital].IsBlank ? ofCapital : ofRevenue;
                    Wrong(
                        sheet[row, blank],
                        $"Enter the {char.ToLowerInvariant(blank.Name[0])}{blank.Name[1..]}, or 0 if there will be none"
                    );
                }
            }
            parts.Add((place, new SpendingAnswers(intervention.Id, capital, revenue, forecasts, Text(sheet[row, Reason], Reason.Name))));
        }
    }

    private void ReadOutputs(FiguresSheet sheet)
    {
        var seen = new Dictionary<(Guid, string), TypedRow>();
        foreach (var row in sheet.Rows)
        {
            if (InterventionAt(sheet, row, [Achieved]) is not { } intervention)
                continue;
            var indicator = sheet[row, Indicator];
            if (intervention.Outputs.FirstOrDefault(o => Same(o.Indicator, indicator.Text)) is not { } output)
                Wrong(indicator, $"{intervention.Name} has no output “{indicator.Text}”. Do not change the grey cells");
            else if (!seen.TryAdd((intervention.Id, output.Indicator), row))
                Wrong(
                    indicator,
                    $"{output.Indicator} of {intervention.Name} is in row {seen[(intervention.Id, output.Indicator)].Number} already"
                );
        }
        foreach (var (intervention, _) in labels)
        {
            var place = $"{Outputs}!{intervention.Id}";
            var achieved = new List<Achievement?>();
            foreach (var (i, output) in intervention.Outputs.Index())
            {
                if (!seen.TryGetValue((intervention.Id, output.Indicator), out var row))
                    continue;
                var (cell, name) = (sheet[row, Achieved], $"Number of {output.Indicator}");
                (cells[$"{place}.{nameof(OutputAnswers.Achieved)}[{i}]"], _) = (cell, cells.TryAdd(place, cell));
                if (
                    !cell.IsBlank
                    && Typed(cell, name, state => state.ReadWholeNumber("", cell.Text, name, 0, OutputAnswers.LargestQuantity))
                        is { } number
                )
                    achieved.Add(new(output.Indicator, number));
            }
            if (achieved.Count > 0)
                parts.Add((place, new OutputAnswers(intervention.Id, achieved)));
        }
    }

    // The sheet is the whole list: what is saved but not in it is removed.
    private void ReadBought(FiguresSheet sheet, Return owed)
    {
        var kept = new HashSet<(Guid, Guid)>();
        var list = new List<(string, PartAnswers)>();
        var named = sheet.Rows.Select(r => Guid.TryParse(sheet[r, BoughtId].Text, out var id) ? id : Guid.Empty).ToHashSet();
        foreach (var row in sheet.Rows)
        {
            if (OfBought.Where(c => c != BoughtId).All(c => sheet[row, c].IsBlank))
                continue;
            var (of, idCell) = (sheet[row, BoughtFor], sheet[row, BoughtId]);
            var id = Guid.CreateVersion7();
            if (idCell.Text.Length > 0 && !Guid.TryParse(idCell.Text, out id))
                Wrong(idCell, "Leave this cell empty for something new. Do not change the grey cells");
            if (
                labels.FirstOrDefault(l => Same(l.Label, of.Text) || Same(l.Intervention.Id.ToString(), of.Text)).Intervention
                is not { } intervention
            )
            {
                Wrong(
                    of,
                    of.IsBlank
                        ? "Select the intervention that it was bought for"
                        : $"There is no intervention “{of.Text}” in this grant. Select one from the list"
                );
                continue;
            }
            var quantity = Typed(
                sheet[row, Quantity],
                Quantity.Name,
                state => state.ReadWholeNumber("", sheet[row, Quantity].Text, Quantity.Name, 1, AssetAnswers.LargestQuantity)
            );
            var typed = new BoughtAsset(id, TextAt(Kind), TextAt(FiguresSheets.Model), TextAt(Description), quantity ?? 1, TextAt(Place));
            // Where the same file is sent again, what was new in it is known by what it says.
            if (idCell.IsBlank && (owed.Line(intervention.Id)?.Assets ?? []).FirstOrDefault(IsTheSame) is { } same)
                id = same.Id;
            // A row that was copied with its ID is something new.
            if (!kept.Add((intervention.Id, id)))
                kept.Add((intervention.Id, id = Guid.CreateVersion7()));
            typed = typed with { Id = id };
            list.Add((Remember(sheet, row, OfBought), new AssetAnswers(intervention.Id, id, typed)));

            bool IsTheSame(BoughtAsset saved) =>
                !named.Contains(saved.Id) && !kept.Contains((intervention.Id, saved.Id)) && saved == typed with { Id = saved.Id };

            string TextAt(FiguresColumn column) => Text(sheet[row, column], column.Name);
        }
        foreach (var line in owed.Lines)
        foreach (var gone in line.Assets.Where(a => !kept.Contains((line.InterventionId, a.Id))))
            parts.Add((Bought, new AssetAnswers(line.InterventionId, gone.Id, null)));
        parts.AddRange(list);
    }

    // Each intervention once; a row that names none is a problem where something is typed in it.
    private IEnumerable<(TypedRow Row, Intervention Intervention)> Rows(FiguresSheet sheet, IReadOnlyList<FiguresColumn> asked)
    {
        var seen = new Dictionary<Guid, int>();
        foreach (var row in sheet.Rows)
        {
            if (InterventionAt(sheet, row, asked) is not { } intervention)
                continue;
            if (seen.TryAdd(intervention.Id, row.Number))
                yield return (row, intervention);
            else
                Wrong(sheet[row, Id], $"{intervention.Name} is in row {seen[intervention.Id]} already");
        }
    }

    private Intervention? InterventionAt(FiguresSheet sheet, TypedRow row, IReadOnlyList<FiguresColumn> asked)
    {
        var cell = sheet[row, Id];
        if (cell.IsBlank && asked.All(c => sheet[row, c].IsBlank))
            return null;
        if (labels.FirstOrDefault(l => Same(l.Intervention.Id.ToString(), cell.Text)).Intervention is { } found)
        {
            // Somebody has sorted the names and not the IDs, or the other way round: nobody can tell whose the figures are.
            if (labels.FirstOrDefault(l => Same(l.Label, sheet[row, Name].Text)).Intervention is { } other && other.Id != found.Id)
                Wrong(
                    sheet[row, Name],
                    $"By its ID this row is for {found.Name}, but by its name for {other.Name}. "
                        + "Put the grey cells back as you downloaded them"
                );
            return found;
        }
        Wrong(
            cell,
            cell.IsBlank
                ? "This row is for no intervention. Type into the rows that were there when you downloaded it"
                : $"There is no intervention “{cell.Text}” in this grant. Do not change the grey cells"
        );
        return null;
    }

    private Money? MoneyAt(FiguresSheet sheet, TypedRow row, FiguresColumn column) =>
        Typed(sheet[row, column], column.Name, state => state.ReadMoney("", sheet[row, column].Text, column.Name, optional: true));

    /// <summary>The place of a row's answers. From then on, its cells are found by the rules' names for the fields.</summary>
    private string Remember(FiguresSheet sheet, TypedRow row, IReadOnlyList<FiguresColumn> columns)
    {
        var place = $"{sheet.Name}!{row.Number}";
        foreach (var column in columns.Where(c => c.Field.Length > 0))
            cells[$"{place}.{column.Field}"] = sheet[row, column];
        cells[place] = sheet[row, columns.First(c => c.Field.Length > 0)];
        return place;
    }
}

/// <summary>A sheet whose columns were found by their headings.</summary>
internal sealed record FiguresSheet(string Name, IReadOnlyList<TypedRow> Rows, IReadOnlyDictionary<FiguresColumn, int> Columns)
{
    /// <summary>The sheet of that name; null where it or a heading is missing, which is added to the problems.</summary>
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
            var at = headings.Where(h => FiguresSheets.Same(h.Value.Text, column.Header)).Select(h => h.Key).Order().ToList();
            if (at.Count > 0)
                found[column] = at[0];
            if (at.Count > 1)
                problems.Add(
                    new(
                        $"{name}, cell {CellAddress.Of(at[1], 1)}",
                        $"{name}, cell {CellAddress.Of(at[1], 1)}: The heading “{column.Header}” is in two columns. Delete the one "
                            + "that you do not need"
                    )
                );
            else if (at.Count == 0)
                problems.Add(
                    new(
                        $"{name}, cell {CellAddress.Of(i, 1)}",
                        $"{name}, cell {CellAddress.Of(i, 1)}: The heading “{column.Header}” is missing. Use the spreadsheet that you "
                            + "downloaded here"
                    )
                );
        }
        return problems.Count > before ? null : new(name, [.. rows.Where(r => r.Number > 1)], found);
    }

    public TypedCell this[TypedRow row, FiguresColumn column] => row[Columns[column]];
}
