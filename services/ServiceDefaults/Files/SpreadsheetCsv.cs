using CsvHelper;

namespace Platform.ServiceDefaults.Files;

/// <summary>CSV (RFC 4180, UTF-8) that people open in a spreadsheet.</summary>
public static class SpreadsheetCsv
{
    // A spreadsheet runs text that begins with = + - @, a tab or a return: an apostrophe is put before it. Numbers and dates stay as they
    // are.
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <summary>Writes to a stream, which stays open.</summary>
    public static CsvWriter To(Stream stream) => CsvWriter.Create(stream, Options, leaveOpen: true);
}
