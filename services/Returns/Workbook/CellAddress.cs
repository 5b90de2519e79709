namespace Platform.Returns.Workbook;

/// <summary>Where a cell is, as people say it: "C4".</summary>
internal static class CellAddress
{
    /// <param name="column">From 0.</param>
    /// <param name="row">From 1.</param>
    public static string Of(int column, int row) => Column(column) + row;

    /// <summary>"A" for 0, "AA" for 26.</summary>
    public static string Column(int column) => (column < 26 ? "" : Column(column / 26 - 1)) + (char)('A' + column % 26);

    /// <summary>The column of an address, from 0; -1 where it has none.</summary>
    public static int ColumnOf(string address) =>
        address.TakeWhile(char.IsAsciiLetter).Take(4).Aggregate(0, (sum, letter) => sum * 26 + char.ToUpperInvariant(letter) - 'A' + 1) - 1;
}
