namespace Platform.Returns.Workbook;

/// <summary>What a cell holds.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Address">"C4".</param>
/// <param name="Text">What it shows, or the number that it holds; empty for an empty cell.</param>
/// <param name="Problem">Why it cannot be read, worded to follow a name: "is a date".</param>
internal sealed record TypedCell(string Sheet, string Address, string Text, string? Problem = null)
{
    public bool IsBlank => Text.Length == 0 && Problem is null;

    /// <summary>"Spending, cell C4"</summary>
    public string Place => $"{Sheet}, cell {Address}";
}

/// <summary>A row of a sheet that has something in it.</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Number">From 1.</param>
/// <param name="Cells">By column, from 0.</param>
internal sealed record TypedRow(string Sheet, int Number, IReadOnlyDictionary<int, TypedCell> Cells)
{
    public TypedCell this[int column] => Cells.GetValueOrDefault(column) ?? new(Sheet, CellAddress.Of(column, Number), "");
}
