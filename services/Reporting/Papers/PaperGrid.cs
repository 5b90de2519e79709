using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Platform.Reporting.Papers;

/// <summary>A table with its caption. Its header row is repeated on each page, and no row is split.</summary>
internal static class PaperGrid
{
    // The width of the page between its margins.
    private const int Width = 9072;

    // A cell's own margins; and the width of a letter in bold 9 point Arial, among the widest in common use.
    private const int Margins = 200;
    private const int Letter = 105;
    private const int Shortest = 5;

    public static IEnumerable<OpenXmlElement> Of(PaperTable table)
    {
        yield return PaperFile.Paragraph(PaperStyles.Caption, table.Caption);
        var widths = Widths(table);
        yield return new Table([
            new TableProperties(
                new TableStyle { Val = PaperStyles.Grid },
                new TableWidth { Width = Text(Width), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook
                {
                    Val = "0020",
                    FirstRow = true,
                    LastRow = false,
                    FirstColumn = false,
                    LastColumn = false,
                    NoHorizontalBand = true,
                    NoVerticalBand = true,
                },
                new TableCaption { Val = table.Caption }
            ),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })),
            Row(table, table.Columns, widths, true),
            .. table.Rows.Select(row => Row(table, row, widths, false)),
        ]);
        yield return PaperFile.Paragraph(PaperStyles.Body, "");
    }

    private static TableRow Row(PaperTable table, IReadOnlyList<string> cells, List<int> widths, bool head)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (head)
            properties.Append(new TableHeader());
        return new([properties, .. cells.Select((text, i) => Cell(text, widths[i], head, table.Numeric[i]))]);
    }

    private static TableCell Cell(string text, int width, bool head, bool numeric)
    {
        var paragraph = PaperFile.Paragraph(head ? PaperStyles.CellHead : PaperStyles.Cell, text);
        if (numeric)
            paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa });
        if (head)
            properties.Append(
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = "E3ECEE",
                }
            );
        return new(properties, paragraph);
    }

    // Every column has room for its longest word; what is left is shared out by the length of the texts.
    private static List<int> Widths(PaperTable table)
    {
        var texts = table.Columns.Select((head, i) => table.Rows.Select(r => r[i]).Prepend(head).ToList()).ToList();
        var least = texts
            .Select(column =>
                Margins
                + Letter * Math.Max(Shortest, column.Max(t => t.Split(' ', '-').Max(word => word.Length) + (t.Contains('-') ? 1 : 0)))
            )
            .ToList();
        var wishes = texts
            .Select((column, i) => Math.Max(1, Math.Min(column.Max(t => t.Length), 50) * Letter + Margins - least[i]))
            .ToList();
        var left = Math.Max(0, Width - least.Sum());
        var widths = least.Select((width, i) => width + left * wishes[i] / wishes.Sum()).ToList();
        widths[^1] += Width - widths.Sum();
        return widths;
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
