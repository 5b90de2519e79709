using Microsoft.VisualBasic.FileIO;

namespace Platform.Contracts;

/// <summary>The tables that ship with the contracts, which an operator can replace by their own.</summary>
internal static class DataFiles
{
    /// <summary>The rows of a CSV file, each by the names of its columns.</summary>
    /// <param name="shipped">The name of the file that ships.</param>
    /// <param name="own">The path of the operator's own; null or empty for none.</param>
    /// <exception cref="InvalidDataException">A row has another number of fields than there are columns.</exception>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string shipped, string? own)
    {
        using var csv = new TextFieldParser(Open(shipped, own)) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var columns = csv.ReadFields() ?? [];
        while (csv.ReadFields() is { } fields)
            yield return fields.Length == columns.Length
                ? columns.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second)
                : throw new InvalidDataException($"{own ?? shipped} has a row that does not fit its columns: {string.Join(',', fields)}");
    }

    /// <summary>The rows of a table of <c>contracts/areas</c>.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> OfAreas(string file) =>
        Rows(file, Environment.GetEnvironmentVariable("Areas__Folder") is { Length: > 0 } folder ? Path.Combine(folder, file) : null);

    private static Stream Open(string shipped, string? own) =>
        string.IsNullOrEmpty(own) ? typeof(DataFiles).Assembly.GetManifestResourceStream(shipped)! : File.OpenRead(own);
}
