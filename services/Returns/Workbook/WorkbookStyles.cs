using DocumentFormat.OpenXml.Spreadsheet;

namespace Platform.Returns.Workbook;

/// <summary>How cells look. The numbers are positions in the workbook's list of formats.</summary>
internal static class WorkbookStyles
{
    public const uint Plain = 0,
        Title = 1,
        Header = 2,
        Grey = 3,
        Text = 4,
        Money = 5,
        Whole = 6,
        Wrapped = 7;

    public static uint Of(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Fixed => Grey,
            ColumnKind.Money => Money,
            ColumnKind.Whole => Whole,
            _ => Text,
        };

    public static Stylesheet Sheet() =>
        new(
            new Fonts(Font(11, bold: false), Font(14, bold: true), Font(11, bold: true)) { Count = 3 },
            new Fills(Fill(PatternValues.None, null), Fill(PatternValues.Gray125, null), Fill(PatternValues.Solid, "FFD9D9D9"))
            {
                Count = 3,
            },
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()))
            {
                Count = 1,
            },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            new CellFormats(
                Format(),
                Format(font: 1),
                Format(font: 2, fill: 2, wrap: true),
                Format(fill: 2, wrap: true),
                // Text stays text, even if it begins like a formula.
                Format(number: 49, wrap: true, quoted: true),
                Format(number: 4),
                Format(number: 3),
                Format(wrap: true)
            )
            {
                Count = 8,
            },
            new CellStyles(
                new CellStyle
                {
                    Name = "Normal",
                    FormatId = 0,
                    BuiltinId = 0,
                }
            )
            {
                Count = 1,
            }
        );

    private static Font Font(double size, bool bold) =>
        bold
            ? new(new Bold(), new FontSize { Val = size }, new FontName { Val = "Arial" })
            : new(new FontSize { Val = size }, new FontName { Val = "Arial" });

    private static Fill Fill(PatternValues pattern, string? colour) =>
        new(
            colour is null
                ? new PatternFill { PatternType = pattern }
                : new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = pattern }
        );

    private static CellFormat Format(uint font = 0, uint fill = 0, uint number = 0, bool wrap = false, bool quoted = false)
    {
        var format = new CellFormat
        {
            FormatId = 0,
            FontId = font,
            FillId = fill,
            BorderId = 0,
            NumberFormatId = number,
            ApplyFont = true,
            ApplyFill = true,
            ApplyNumberFormat = true,
        };
        if (quoted)
            format.QuotePrefix = true;
        if (!wrap)
            return format;
        format.ApplyAlignment = true;
        format.Alignment = new() { WrapText = true, Vertical = VerticalAlignmentValues.Top };
        return format;
    }
}
