using System.Text;
using CsvHelper;

namespace Platform.ServiceDefaults.Files;

/// <summary>CSV (RFC 4180, UTF-8) that people open in a spreadsheet.</summary>
public static class SpreadsheetCsv
{
    // A spreadsheet runs text that begins with = + - @, a tab or a return: an apostrophe is put before it. Numbers and dates stay as they
    // are.
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <summary>
    /// Writes to a stream, which stays open. It begins with a byte order mark, without which Excel takes £ and ’ for other characters.
    /// </summary>
    public static CsvWriter To(Stream stream)
    {
        stream.Write(Encoding.UTF8.Preamble);
        return CsvWriter.Create(stream, Options, leaveOpen: true);
    }
}
