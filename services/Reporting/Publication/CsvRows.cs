using CsvHelper;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Files;

namespace Platform.Reporting.Publication;

/// <summary>A file's rows as CSV (RFC 4180, UTF-8), with one page in memory at a time.</summary>
internal sealed class CsvRows : IDisposable
{
    private readonly MemoryStream page = new();
    private readonly CsvWriter csv;
    private readonly DataFile file;

    public CsvRows(DataFile file)
    {
        this.file = file;
        csv = SpreadsheetCsv.To(page);
        csv.WriteHeader(file.Columns.Select(c => c.Name).ToArray());
    }

    public void Add(NpgsqlDataReader reader)
    {
        for (var i = 0; i < file.Columns.Count; i++)
            Write(reader, i, file.Columns[i].Holds);
        csv.EndRecord();
    }

    /// <summary>Sends what has been added, and clears it.</summary>
    public async Task SendAsync(Stream to, CancellationToken cancellationToken)
    {
        csv.Flush();
        await to.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), cancellationToken);
        await to.FlushAsync(cancellationToken);
        page.SetLength(0);
    }

    public void Dispose()
    {
        csv.Dispose();
        page.Dispose();
    }

    private void Write(NpgsqlDataReader reader, int column, Holds holds)
    {
        if (reader.IsDBNull(column))
            csv.WriteField((string?)null);
        else if (holds == Holds.Text)
            csv.WriteField(reader.GetString(column));
        else if (holds == Holds.Number)
            csv.WriteField(reader.GetFieldValue<decimal>(column), "0");
        else if (holds == Holds.Money)
            csv.WriteField(new Money(reader.GetInt64(column)).Pounds, "0.00");
        else if (holds == Holds.Pounds)
            csv.WriteField(reader.GetFieldValue<decimal>(column), "0.00");
        else if (holds == Holds.Date)
            csv.WriteField(reader.GetFieldValue<DateOnly>(column));
        else if (holds == Holds.Instant)
            csv.WriteField(reader.GetDateTime(column), "yyyy-MM-dd'T'HH:mm:ss'Z'");
        else if (holds == Holds.Partnership)
            csv.WriteField(Partnership.Get(reader.GetString(column)).Name);
        else
            csv.WriteField(new FinancialYear(reader.GetInt32(column)).ToString());
    }
}
