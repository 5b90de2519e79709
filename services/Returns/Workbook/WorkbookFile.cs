using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Platform.ServiceDefaults.Files;

namespace Platform.Returns.Workbook;

/// <summary>A workbook that was uploaded, recognised by its content, as rows of typed cells.</summary>
internal sealed class WorkbookFile
{
    public const int Largest = 5 * 1024 * 1024;
    public const int MostRows = 5000;
    private const int LongestPart = 4_000_000;
    private const long LargestUnpacked = 30_000_000;
    private const string NotAWorkbook = "The selected file must be an XLSX, saved from the spreadsheet that you downloaded here";

    private readonly Dictionary<string, IReadOnlyList<TypedRow>> sheets = new(StringComparer.OrdinalIgnoreCase);

    private WorkbookFile() { }

    /// <summary>The rows of a sheet that have something in them; null where there is no such sheet.</summary>
    public IReadOnlyList<TypedRow>? Rows(string sheet) => sheets.GetValueOrDefault(sheet);

    /// <param name="content">Null where no file was selected.</param>
    /// <returns>The workbook, or what is wrong with the file.</returns>
    public static (WorkbookFile? File, string? Problem) Read(byte[]? content)
    {
        if (content is null)
            return (null, "Select a file");
        if (content.Length == 0)
            return (null, "The selected file is empty");
        if (content.Length > Largest)
            return (null, "The selected file must be smaller than 5MB");
        var (kind, problem) = FileContent.Read(content);
        if (problem == FileContent.Protected)
            return (null, problem);
        if (content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return (null, "The selected file is in an older format (.xls). Save it as an Excel workbook (.xlsx) and upload that");
        if (kind != FileKind.Xlsx)
            return (null, NotAWorkbook);
        try
        {
            // The declared sizes can be trusted: nothing is unpacked beyond them.
            using (var zip = new ZipArchive(new MemoryStream(content, writable: false)))
                if (zip.Entries.Sum(e => e.Length) > LargestUnpacked)
                    return (null, NotAWorkbook);
            using var document = SpreadsheetDocument.Open(
                new MemoryStream(content, writable: false),
                false,
                new() { MaxCharactersInPart = LongestPart }
            );
            return document.WorkbookPart is { } book ? Read(book) : (null, NotAWorkbook);
        }
        catch (Exception e)
            when (e
                    is OpenXmlPackageException
                        or XmlException
                        or IOException
                        or FormatException
                        or ArgumentException
                        or InvalidDataException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or NotSupportedException
                        or OverflowException
            )
        {
            return (null, NotAWorkbook);
        }
    }

    private static (WorkbookFile?, string?) Read(WorkbookPart book)
    {
        var (file, reader) = (new WorkbookFile(), new CellReader(book));
        foreach (var sheet in book.Workbook.Sheets?.Elements<Sheet>() ?? [])
        {
            if (
                sheet.Id?.Value is not { } id
                || sheet.Name?.Value is not { } name
                || !FiguresSheets.All.Contains(name, StringComparer.OrdinalIgnoreCase)
                || !book.TryGetPartById(id, out var part)
                || part is not WorksheetPart worksheet
            )
                continue;
            var rows = new List<TypedRow>();
            foreach (var (i, row) in (worksheet.Worksheet.GetFirstChild<SheetData>()?.Elements<Row>() ?? []).Index())
            {
                var number = (int)(row.RowIndex?.Value ?? (uint)i + 1);
                var cells = new Dictionary<int, TypedCell>();
                foreach (var (place, cell) in row.Elements<Cell>().Index())
                {
                    var column = cell.CellReference?.Value is { } address ? CellAddress.ColumnOf(address) : place;
                    if (column >= 0 && reader.Read(cell, name, CellAddress.Of(column, number)) is { IsBlank: false } typed)
                        cells[column] = typed;
                }
                if (cells.Count > 0)
                    rows.Add(new(name, number, cells));
                if (rows.Count > MostRows)
                    return (null, $"{name} has more than {MostRows:N0} rows. Use the spreadsheet that you downloaded here");
            }
            file.sheets[name] = rows;
        }
        return (file, null);
    }
}
