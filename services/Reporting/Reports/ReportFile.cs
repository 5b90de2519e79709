using System.Text;
using CsvHelper;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Reports;

/// <summary>All rows of a report as CSV: numbers and dates as they are; text that a spreadsheet would run is guarded.</summary>
internal static class ReportFile
{
    public static void MapReportFile(this WebApplication app) =>
        app.MapGet(
                "/reports/{name}.csv",
                async (string name, ReportList reports, Caller caller, HttpRequest http, CancellationToken cancellationToken) =>
                {
                    if (reports.Find(name) is not { } asked)
                        return Results.NotFound();
                    var today = London.DateOf(caller.At);
                    var filter = ReportFilter.Parse(http.QueryString.Value, today, asked);
                    if (filter.Unknown.Count > 0)
                        return Results.NotFound();
                    var report = await reports.ReadAsync(asked, filter, today, Page.All, cancellationToken);
                    return Results.File(Write(report), "text/csv; charset=utf-8", $"{name}-{today:yyyy-MM-dd}.csv");
                }
            )
            .May(Acts.ReadReports)
            .Noted(AccessKind.Exported)
            .RequireRateLimiting(Limits.Export)
            .ExcludeFromDescription();

    /// <summary>The same as text, with its byte order mark.</summary>
    public static string Text(Report report) => Encoding.UTF8.GetString(Write(report));

    private static byte[] Write(Report report)
    {
        using var bytes = new MemoryStream();
        using (var csv = SpreadsheetCsv.To(bytes))
        {
            csv.WriteHeader(report.Columns.Select(c => c.Text).ToArray());
            foreach (var row in report.Rows)
            {
                foreach (var (cell, column) in row.Zip(report.Columns))
                    Write(csv, cell, column);
                csv.EndRecord();
            }
            csv.Flush();
        }
        return bytes.ToArray();
    }

    private static void Write(CsvWriter csv, Cell cell, Column column)
    {
        switch (cell.Value)
        {
            case decimal number:
                csv.WriteField(number, "0.##");
                break;
            case long number:
                csv.WriteField((decimal)number, "0");
                break;
            case int number:
                csv.WriteField((decimal)number, "0");
                break;
            case DateOnly day:
                csv.WriteField(day);
                break;
            // In a column of numbers, a dash means that there is none.
            default:
                csv.WriteField(column.IsNumber && cell == Cell.None ? null : cell.Text);
                break;
        }
    }
}
