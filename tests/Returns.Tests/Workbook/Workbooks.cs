using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Workbook;

/// <summary>What people do with a workbook.</summary>
internal static class Workbooks
{
    /// <summary>Changes cells as a spreadsheet program would: text in a cell, or whatever the cell is made.</summary>
    public static byte[] With(this byte[] workbook, params (string Sheet, string Address, object Value)[] cells) =>
        workbook.Changed(book =>
        {
            foreach (var (sheet, address, value) in cells)
            {
                var cell = CellAt(book, sheet, address);
                cell.RemoveAllChildren();
                (cell.DataType, cell.CellValue) = (null, null);
                if (value is Action<Cell> act)
                    act(cell);
                else if (value is string { Length: 0 }) { }
                else if (value is string text)
                    (cell.DataType, cell.InlineString) = (CellValues.InlineString, new(new Text(text)));
                else
                    cell.CellValue = new(Convert.ToDecimal(value));
            }
        });

    public static byte[] Changed(this byte[] workbook, Action<WorkbookPart> change)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var document = SpreadsheetDocument.Open(file, true))
            change(document.WorkbookPart!);
        return file.ToArray();
    }

    /// <summary>What each cell of a sheet shows, row by row.</summary>
    public static string[][] Sheet(this byte[] workbook, string name)
    {
        var read = Platform.Returns.Workbook.WorkbookFile.Read(workbook);
        Assert.Null(read.Problem);
        return [.. read.File!.Rows(name)!.Select(r => Enumerable.Range(0, r.Cells.Keys.Max() + 1).Select(c => r[c].Text).ToArray())];
    }

    public static Cell CellAt(WorkbookPart book, string sheet, string address)
    {
        var data = SheetOf(book, sheet).Worksheet.GetFirstChild<SheetData>()!;
        var number = uint.Parse(string.Concat(address.Where(char.IsAsciiDigit)));
        var row = data.Elements<Row>().FirstOrDefault(r => r.RowIndex! == number) ?? data.AppendChild(new Row { RowIndex = number });
        return row.Elements<Cell>().FirstOrDefault(c => c.CellReference! == address)
            ?? row.AppendChild(new Cell { CellReference = address });
    }

    public static WorksheetPart SheetOf(WorkbookPart book, string name) =>
        (WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name! == name).Id!);

    public static async Task<byte[]> DownloadAsync(this Visitor visitor, Return owed) =>
        await (await visitor.GetAsync($"{owed.Address}/figures.xlsx"))
            .EnsureSuccessStatusCode()
            .Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> UploadAsync(this Visitor visitor, string address, byte[] content) =>
        visitor.UploadAsync(address, content, "figures.xlsx");

    /// <summary>The page that says what is wrong with a workbook.</summary>
    public static async Task<IHtmlDocument> RefusedAsync(this Visitor visitor, Return owed, byte[] content)
    {
        var answer = await visitor.UploadAsync($"{owed.Address}/figures", content);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return await Visitor.PageOfAsync(answer);
    }
}
