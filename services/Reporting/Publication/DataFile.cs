namespace Platform.Reporting.Publication;

/// <summary>What a column holds: how it is written, and whether it must be guarded from being run by a spreadsheet.</summary>
internal enum Holds
{
    /// <summary>Text that somebody typed, or may have typed; guarded.</summary>
    Text,
    Number,

    /// <summary>Pence, written as pounds: 18029.50.</summary>
    Money,

    /// <summary>Pounds, written as such.</summary>
    Pounds,
    Date,
    Instant,

    /// <summary>A partnership's code, written as its name.</summary>
    Partnership,

    /// <summary>A financial year, stored as the calendar year in which it begins and written as 2024/25.</summary>
    Year,
}

internal sealed record DataColumn(string Name, Holds Holds, string Meaning);

/// <summary>
/// A table that is published as CSV. Columns are in the order of the query, which ends with the keys after which the next page begins.
/// </summary>
/// <param name="Name">Its name, which never changes: its address is /funding/data/NAME.csv.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Row">What a row is.</param>
/// <param name="Tables">The tables that it is read from: if none of them has changed, the file has not.</param>
/// <param name="Columns">New ones come last.</param>
/// <param name="Sql">Reads a page: the next @limit rows or things after @after1 and @after2.</param>
/// <param name="Keys">The types of @after1 and @after2.</param>
internal sealed record DataFile(
    string Name,
    string Subject,
    string Row,
    IReadOnlyList<string> Tables,
    IReadOnlyList<DataColumn> Columns,
    string Sql,
    (KeyKind First, KeyKind Second) Keys
)
{
    /// <summary>How many rows, or things with rows of their own, are read at once: what a download has in memory.</summary>
    public int Page { get; init; } = 2_000;

    public string Address => $"/funding/data/{Name}.csv";
}

internal enum KeyKind
{
    Text,
    Id,
    Number,
}
