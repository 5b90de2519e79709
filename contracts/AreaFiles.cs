using Microsoft.VisualBasic.FileIO;

namespace Platform.Contracts;

/// <summary>The tables of <c>contracts/areas</c>, which another police area replaces by its own.</summary>
internal static class AreaFiles
{
    /// <summary>The rows of a CSV file, each by the names of its columns.</summary>
    /// <exception cref="InvalidDataException">A row has another number of fields than there are columns.</exception>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        using var csv = new TextFieldParser(Open(file)) { Delimiters = [","], HasFieldsEnclosedInQuotes = true };
        var columns = csv.ReadFields() ?? [];
        while (csv.ReadFields() is { } fields)
            yield return fields.Length == columns.Length
                ? columns.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second)
                : throw new InvalidDataException($"{file} has a row that does not fit its columns: {string.Join(',', fields)}");
    }

    private static Stream Open(string file) =>
        Environment.GetEnvironmentVariable("Areas__Folder") is { Length: > 0 } folder
            ? File.OpenRead(Path.Combine(folder, file))
            : typeof(AreaFiles).Assembly.GetManifestResourceStream(file)!;
}
