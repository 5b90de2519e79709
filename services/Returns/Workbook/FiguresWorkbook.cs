using Platform.Contracts;
using static Platform.Returns.Workbook.FiguresSheets;

namespace Platform.Returns.Workbook;

/// <summary>
/// The figures of a return as a workbook, filled in with what is saved, to be changed away from the platform and uploaded again.
/// </summary>
internal static class FiguresWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int EmptyRows = 20;

    /// <summary>"e31-2024-25-q1-figures.xlsx"</summary>
    public static string NameOf(Return owed) => $"{owed.GrantReference.ToLowerInvariant()}-{QuarterAddress.Of(owed.Quarter)}-figures.xlsx";

    public static byte[] Of(Return owed, GrantFigures figures)
    {
        using var workbook = new WorkbookWriter($"Figures of the return for {owed.GrantReference}, {owed.Quarter.Label}");
        workbook.Cover(Cover, $"Figures of the return for {owed.Quarter.Label}", Facts(owed), HowTo);
        var columns = OfSpending(figures.LaterThisYear);
        workbook.Table(
            Spending,
            columns,
            [.. Labels(owed).Select(i => SpendingRow(i.Intervention, i.Label, LineOf(owed, i.Intervention), figures.LaterThisYear))]
        );
        workbook.Table(
            Outputs,
            OfOutputs,
            [.. Labels(owed).SelectMany(i => OutputRows(i.Intervention, i.Label, LineOf(owed, i.Intervention), figures))]
        );
        workbook.Table(
            Bought,
            OfBought,
            [
                .. Labels(owed)
                    .SelectMany(i =>
                        LineOf(owed, i.Intervention)
                            .Assets.Select(a => (object?[])[a.Id.ToString(), i.Label, a.Kind, a.Model, a.Description, a.Quantity, a.Place])
                    ),
                .. Enumerable.Repeat(new object?[OfBought.Count], EmptyRows),
            ],
            choices: (1, $"{Spending}!$B$2:$B${owed.Interventions.Count + 1}")
        );
        return workbook.Finish();
    }

    private static IEnumerable<(string, object)> Facts(Return owed) =>
        [
            ("Partnership", owed.Partnership.Name),
            ("Grant", $"{owed.GrantReference}: {owed.Title}"),
            ("Quarter", owed.Quarter.Label),
            ("Due", $"by the end of {London.WithWeekday(owed.DueOn)}"),
            (ReturnId, owed.Id.ToString()),
            (ReturnVersion, owed.Version),
        ];

    private static readonly string[] HowTo =
    [
        "There is a sheet each for Spending, Outputs and Things bought. They hold what is saved now.",
        "Type into the white cells. Do not change the grey cells, the headings or the names of the sheets.",
        "Amounts are pounds and pence: 1500, 1500.50 or £1,500. Enter 0 where nothing was spent.",
        "A row of Spending or Outputs that you leave blank is left out: what is saved for it stays.",
        "In Things bought, use a row for each thing. A thing whose row you delete is taken off the return. Where nothing was bought, say "
            + "so on the page of the intervention.",
        "Save the file as an Excel workbook (.xlsx) and upload it on the page that you downloaded it from. If anything is wrong, nothing "
            + "is saved, and each cell to put right is named.",
    ];

    private static ReturnLine LineOf(Return owed, Intervention intervention) =>
        owed.Line(intervention.Id) ?? PartAnswers.Unsaid(intervention.Id);

    private static object?[] SpendingRow(Intervention intervention, string label, ReturnLine line, IReadOnlyList<Quarter> later) =>
        [
            intervention.Id.ToString(),
            label,
            line.Capital,
            line.Revenue,
            .. later.SelectMany(quarter =>
                line.Forecasts.FirstOrDefault(f => f.Quarter == quarter) is { } saved
                    ? new object?[] { saved.Capital, saved.Revenue }
                    : [null, null]
            ),
            line.VarianceReason,
        ];

    private static IEnumerable<object?[]> OutputRows(Intervention intervention, string label, ReturnLine line, GrantFigures figures) =>
        intervention.Outputs.Select(output =>
            (object?[])
                [
                    intervention.Id.ToString(),
                    label,
                    output.Indicator,
                    TargetOf(output),
                    figures.Achieved(intervention.Id, output),
                    line.Achieved.FirstOrDefault(a => a.Indicator == output.Indicator)?.Quantity,
                ]
        );
}
