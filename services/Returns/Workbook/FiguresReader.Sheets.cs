using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.Returns.Model;
using Platform.Returns.Model.Answers;
using static Platform.Returns.Workbook.FiguresSheets;

namespace Platform.Returns.Workbook;

internal sealed partial class FiguresReader
{
    private void ReadSpending(FiguresSheet sheet)
    {
        var asked = OfSpending(later).Where(c => c.Kind != ColumnKind.Fixed).ToList();
        foreach (var (row, intervention) in Rows(sheet, asked))
        {
            if (asked.All(c => sheet[row, c].IsBlank)) continue;
            var place = Remember(sheet, row, asked);
            var (capital, revenue) = (MoneyAt(sheet, row, Capital), MoneyAt(sheet, row, Revenue));
            var forecasts = new List<Forecast?>();
            foreach (var (i, quarter) in later.Index())
            {
                var (ofCapital, ofRevenue) = (FiguresSheets.Forecast(SpendKind.Capital, quarter, i), FiguresSheets.Forecast(SpendKind.Revenue, quarter, i));
                var (inCapital, inRevenue) = (MoneyAt(sheet, row, ofCapital), MoneyAt(sheet, row, ofRevenue));
                if (inCapital is not null && inRevenue is not null) forecasts.Add(new(quarter, inCapital.Value, inRevenue.Value));
                else if (sheet[row, ofCapital].IsBlank != sheet[row, ofRevenue].IsBlank)
                {
                    var blank = sheet[row, ofCapital].IsBlank ? ofCapital : ofRevenue;
                    Wrong(sheet[row, blank], $"Enter the {char.ToLowerInvariant(blank.Name[0])}{blank.Name[1..]}, or 0 if there will be none");
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
            if (InterventionAt(sheet, row, [Achieved]) is not { } intervention) continue;
            var indicator = sheet[row, Indicator];
            if (intervention.Outputs.FirstOrDefault(o => Same(o.Indicator, indicator.Text)) is not { } output)
                Wrong(indicator, $"{intervention.Name} has no output “{indicator.Text}”. Do not change the grey cells");
            else if (!seen.TryAdd((intervention.Id, output.Indicator), row)) Wrong(indicator, $"{output.Indicator} of {intervention.Name} is in row {seen[(intervention.Id, output.Indicator)].Number} already");
        }
        foreach (var (intervention, _) in labels)
        {
            var place = $"{Outputs}!{intervention.Id}";
            var achieved = new List<Achievement?>();
            foreach (var (i, output) in intervention.Outputs.Index())
            {
                if (!seen.TryGetValue((intervention.Id, output.Indicator), out var row)) continue;
                var (cell, name) = (sheet[row, Achieved], $"Number of {output.Indicator}");
                (cells[$"{place}.{nameof(OutputAnswers.Achieved)}[{i}]"], _) = (cell, cells.TryAdd(place, cell));
                if (!cell.IsBlank && Typed(cell, name, state => state.ReadWholeNumber("", cell.Text, name, 0, OutputAnswers.LargestQuantity)) is { } number) achieved.Add(new(output.Indicator, number));
            }
            if (achieved.Count > 0) parts.Add((place, new OutputAnswers(intervention.Id, achieved)));
        }
    }

    // The sheet is the whole list: what is saved and not in it is taken off.
    private void ReadBought(FiguresSheet sheet, Return owed)
    {
        var kept = new HashSet<(Guid, Guid)>();
        var list = new List<(string, PartAnswers)>();
        foreach (var row in sheet.Rows)
        {
            if (OfBought.Where(c => c != BoughtId).All(c => sheet[row, c].IsBlank)) continue;
            var (of, idCell) = (sheet[row, BoughtFor], sheet[row, BoughtId]);
            var id = Guid.CreateVersion7();
            if (idCell.Text.Length > 0 && !Guid.TryParse(idCell.Text, out id)) Wrong(idCell, "Leave this cell empty for something new. Do not change the grey cells");
            if (labels.FirstOrDefault(l => Same(l.Label, of.Text) || Same(l.Intervention.Id.ToString(), of.Text)).Intervention is not { } intervention)
            {
                Wrong(of, of.IsBlank ? "Select the intervention that it was bought for" : $"There is no intervention “{of.Text}” in this grant. Select one from the list");
                continue;
            }
            // A row that was copied with its ID is something new.
            if (!kept.Add((intervention.Id, id))) kept.Add((intervention.Id, id = Guid.CreateVersion7()));
            var quantity = Typed(sheet[row, Quantity], Quantity.Name, state => state.ReadWholeNumber("", sheet[row, Quantity].Text, Quantity.Name, 1, AssetAnswers.LargestQuantity));
            var typed = new BoughtAsset(id, TextAt(Kind), TextAt(FiguresSheets.Model), TextAt(Description), quantity ?? 1, TextAt(Place));
            list.Add((Remember(sheet, row, OfBought), new AssetAnswers(intervention.Id, id, typed)));

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
            if (InterventionAt(sheet, row, asked) is not { } intervention) continue;
            if (seen.TryAdd(intervention.Id, row.Number)) yield return (row, intervention);
            else Wrong(sheet[row, Id], $"{intervention.Name} is in row {seen[intervention.Id]} already");
        }
    }

    private Intervention? InterventionAt(FiguresSheet sheet, TypedRow row, IReadOnlyList<FiguresColumn> asked)
    {
        var cell = sheet[row, Id];
        if (cell.IsBlank && asked.All(c => sheet[row, c].IsBlank)) return null;
        if (labels.FirstOrDefault(l => Same(l.Intervention.Id.ToString(), cell.Text)).Intervention is { } found) return found;
        Wrong(cell, cell.IsBlank ? "This row is for no intervention. Type into the rows that were there when you downloaded it" : $"There is no intervention “{cell.Text}” in this grant. Do not change the grey cells");
        return null;
    }

    private Money? MoneyAt(FiguresSheet sheet, TypedRow row, FiguresColumn column) =>
        Typed(sheet[row, column], column.Name, state => state.ReadMoney("", sheet[row, column].Text, column.Name, optional: true));

    /// <summary>Where a row's answers stand: from then on its cells are found by the rules' names.</summary>
    private string Remember(FiguresSheet sheet, TypedRow row, IReadOnlyList<FiguresColumn> columns)
    {
        var place = $"{sheet.Name}!{row.Number}";
        foreach (var column in columns.Where(c => c.Field.Length > 0)) cells[$"{place}.{column.Field}"] = sheet[row, column];
        cells[place] = sheet[row, columns.First(c => c.Field.Length > 0)];
        return place;
    }
}
