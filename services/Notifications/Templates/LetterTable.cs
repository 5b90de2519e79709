namespace Platform.Notifications.Templates;

/// <summary>A table in a letter: in HTML as it is, in plain text a line for each row.</summary>
/// <param name="Rows">The names of the columns, then the rows, cell by cell.</param>
/// <param name="More">What is said below it; empty for nothing.</param>
internal sealed record LetterTable(IReadOnlyList<IReadOnlyList<string>> Rows, string More)
{
    /// <summary>"Melton; working days overdue: 31"</summary>
    public IReadOnlyList<string> Lines =>
        [
            .. Rows.Skip(1)
                .Select(row =>
                    string.Join(
                        "; ",
                        row.Select((cell, i) => (Cell: cell, Line: i == 0 ? cell : $"{Rows[0][i].ToLowerInvariant()}: {cell}"))
                            .Where(c => c.Cell.Length > 0)
                            .Select(c => c.Line)
                    )
                ),
            .. More.Length > 0 ? new[] { More } : [],
        ];
}

/// <summary>A file that goes with a letter.</summary>
/// <param name="Name">"overdue-2025-02-03.csv".</param>
/// <param name="Text">What is in it.</param>
internal sealed record Enclosure(string Name, string Text);
