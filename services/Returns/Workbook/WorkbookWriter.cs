using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Platform.Contracts;

namespace Platform.Returns.Workbook;

/// <summary>
/// Writes a workbook: a cover, then sheets of one table each. Numbers are numbers, no cells are merged, and no text is a formula.
/// </summary>
internal sealed partial class WorkbookWriter : IDisposable
{
    private readonly MemoryStream file = new();
    private readonly SpreadsheetDocument document;
    private readonly WorkbookPart book;
    private readonly Sheets sheets = new();

    public WorkbookWriter(string title)
    {
        document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        document.PackageProperties.Title = title;
        book = document.AddWorkbookPart();
        book.Workbook = new(sheets);
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Sheet();
    }

    /// <summary>The first sheet: what the workbook is, and how it is filled in.</summary>
    public void Cover(string name, string title, IEnumerable<(string Name, object Value)> facts, IEnumerable<string> howTo)
    {
        var data = new SheetData(RowOf(1, (title, WorkbookStyles.Title)));
        foreach (var (key, value) in facts)
            data.Append(RowOf(Next(data), (key, WorkbookStyles.Plain), (value, WorkbookStyles.Grey)));
        data.Append(RowOf(Next(data) + 1, ("How to fill it in", WorkbookStyles.Title)));
        foreach (var (i, line) in howTo.Index())
            data.Append(RowOf(Next(data), (i + 1, WorkbookStyles.Plain), (line, WorkbookStyles.Wrapped)));
        Add(name, new(Columns([16, 100]), data));
    }

    /// <summary>A sheet that is a table, its headings in the first row.</summary>
    /// <param name="name">The sheet's name.</param>
    /// <param name="columns">The table's columns.</param>
    /// <param name="rows">Text, money or numbers; null for an empty cell.</param>
    /// <param name="choices">A column whose values are selected from a list, and where the list is.</param>
    public void Table(
        string name,
        IReadOnlyList<FiguresColumn> columns,
        IReadOnlyList<object?[]> rows,
        (int Column, string List)? choices = null
    )
    {
        if (rows.Count == 0)
            rows = [new object?[columns.Count]];
        var data = new SheetData(RowOf(1, [.. columns.Select(c => ((object?)c.Header, WorkbookStyles.Header))]));
        foreach (var row in rows)
            data.Append(RowOf(Next(data), [.. row.Zip(columns, (value, column) => (value, WorkbookStyles.Of(column.Kind)))]));
        var frozen = new SheetView(
            new Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            }
        )
        {
            WorkbookViewId = 0,
        };
        var sheet = new Worksheet(new SheetViews(frozen), Columns([.. columns.Select(c => c.Width)]), data);
        if (choices is { } choice)
        {
            var letter = CellAddress.Column(choice.Column);
            sheet.Append(
                new DataValidations(
                    new DataValidation(new Formula1(choice.List))
                    {
                        Type = DataValidationValues.List,
                        AllowBlank = true,
                        SequenceOfReferences = new() { InnerText = $"{letter}2:{letter}{rows.Count + 1}" },
                    }
                )
                {
                    Count = 1,
                }
            );
        }
        var part = Add(name, sheet);
        Mark(part, name, columns, $"A1:{CellAddress.Of(columns.Count - 1, rows.Count + 1)}");
        sheet.Append(new TableParts(new TablePart { Id = part.GetIdOfPart(part.TableDefinitionParts.Single()) }) { Count = 1 });
    }

    public byte[] Finish()
    {
        document.Dispose();
        return file.ToArray();
    }

    public void Dispose()
    {
        document.Dispose();
        file.Dispose();
    }

    private WorksheetPart Add(string name, Worksheet sheet)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = sheet;
        sheets.Append(
            new Sheet
            {
                Id = book.GetIdOfPart(part),
                SheetId = (uint)sheets.Count() + 1,
                Name = name,
            }
        );
        return part;
    }

    private void Mark(WorksheetPart part, string name, IReadOnlyList<FiguresColumn> columns, string cells)
    {
        var word = name.Replace(" ", "");
        part.AddNewPart<TableDefinitionPart>().Table = new(
            new AutoFilter { Reference = cells },
            new TableColumns(columns.Select((c, i) => new TableColumn { Id = (uint)i + 1, Name = c.Header }))
            {
                Count = (uint)columns.Count,
            },
            new TableStyleInfo
            {
                Name = "TableStyleLight1",
                ShowRowStripes = false,
                ShowColumnStripes = false,
            }
        )
        {
            Id = (uint)sheets.Count(),
            Name = word,
            DisplayName = word,
            Reference = cells,
        };
    }

    private static uint Next(SheetData data) => data.Elements<Row>().Last().RowIndex! + 1;

    private static Columns Columns(int[] widths) =>
        new(
            widths.Select(
                (width, i) =>
                    new Column
                    {
                        Min = (uint)i + 1,
                        Max = (uint)i + 1,
                        Width = width,
                        CustomWidth = true,
                    }
            )
        );

    private static Row RowOf(uint number, params (object? Value, uint Style)[] cells) =>
        new(cells.Select((c, i) => CellOf(CellAddress.Of(i, (int)number), c.Value, c.Style))) { RowIndex = number };

    private static Cell CellOf(string address, object? value, uint style) =>
        value switch
        {
            null or "" => new() { CellReference = address, StyleIndex = style },
            Money money => Number(address, style, money.Pounds),
            int number => Number(address, style, number),
            _ => new(new InlineString(new Text(Safe((string)value)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                CellReference = address,
                StyleIndex = style,
                DataType = CellValues.InlineString,
            },
        };

    private static Cell Number(string address, uint style, decimal number) =>
        new(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { CellReference = address, StyleIndex = style };

    // Removes what XML cannot hold, and escapes "_x0041_", which would be read as a letter.
    private static string Safe(string text) =>
        Escape().Replace(string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value))), "_x005F_");

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
