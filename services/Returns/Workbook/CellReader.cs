using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Platform.Contracts;

namespace Platform.Returns.Workbook;

/// <summary>Reads single cells, whose texts and formats the workbook keeps elsewhere.</summary>
internal sealed partial class CellReader(WorkbookPart book)
{
    private readonly List<string> shared =
    [
        .. (book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>() ?? []).Select(TextOf),
    ];
    private readonly List<CellFormat> formats = [.. book.WorkbookStylesPart?.Stylesheet.CellFormats?.Elements<CellFormat>() ?? []];
    private readonly Dictionary<uint, string> numberings = (
        book.WorkbookStylesPart?.Stylesheet.NumberingFormats?.Elements<NumberingFormat>() ?? []
    )
        .Where(n => n.NumberFormatId is not null)
        .GroupBy(n => n.NumberFormatId!.Value)
        .ToDictionary(g => g.Key, g => g.First().FormatCode?.Value ?? "");

    public TypedCell Read(Cell cell, string sheet, string address)
    {
        var (value, kind) = (cell.CellValue?.Text ?? "", cell.DataType?.Value ?? CellValues.Number);
        if (cell.CellFormula is not null && value.Length == 0 && kind != CellValues.String)
            return new(
                sheet,
                address,
                "",
                "has a formula without a result. Open the file in your spreadsheet program, save it and upload it again, or enter the "
                    + "number itself"
            );
        if (kind == CellValues.SharedString)
            return new(sheet, address, int.TryParse(value, out var at) && at >= 0 && at < shared.Count ? shared[at] : "");
        if (kind == CellValues.InlineString)
            return new(sheet, address, cell.InlineString is { } inline ? TextOf(inline) : "");
        if (kind == CellValues.String)
            return new(sheet, address, Decode(value));
        if (kind == CellValues.Boolean)
            return new(sheet, address, value == "1" ? "TRUE" : "FALSE");
        if (kind == CellValues.Error)
            return new(sheet, address, value, $"shows the error {value}. Correct the formula, or enter the value itself");
        if (kind == CellValues.Date || (value.Length > 0 && IsDate(cell)))
            return Date(sheet, address, value);
        if (
            value.Length > 0
            && Format(cell) is { } format
            && (format.Number is 9 or 10 || Literal().Replace(format.Code, "").Contains('%'))
        )
            return new(sheet, address, value, "is a percentage. Format the cell as a number, and enter it again");
        return new(sheet, address, Number(value));
    }

    private static TypedCell Date(string sheet, string address, string value) =>
        new(sheet, address, value, "is a date. Format the cell as a number, or as text, and enter it again");

    // Spreadsheets store binary fractions: 0.1 + 0.2 is meant to be 0.3.
    private static string Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : value;

    private bool IsDate(Cell cell) =>
        Format(cell) is { } format
        && (
            format.Number is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58)
            || DatePart().IsMatch(Literal().Replace(format.Code, ""))
        );

    // Programs know the formats below 164 by their number alone.
    private (uint Number, string Code)? Format(Cell cell) =>
        cell.StyleIndex?.Value is { } style && style < formats.Count && formats[(int)style].NumberFormatId?.Value is { } number
            ? (number, numberings.GetValueOrDefault(number, ""))
            : null;

    private static string TextOf(OpenXmlElement text) =>
        Decode(string.Concat(text.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text)));

    // "_x000D_" stands for a character that XML cannot hold.
    private static string Decode(string text) =>
        TypedText.Tidy(text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text);

    [GeneratedRegex("[dmyhs]", RegexOptions.IgnoreCase)]
    private static partial Regex DatePart();

    // What a format has in quotes or brackets or after an escape, such as a colour or a currency, is not part of a date; nor is "General".
    [GeneratedRegex(
        """
            "[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase
    )]
    private static partial Regex Literal();
}
