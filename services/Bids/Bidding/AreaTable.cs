using System.Globalization;
using System.Text.RegularExpressions;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Bids.Bidding;

/// <summary>
/// The known areas: those shipped, from seed 000 (an answer of 2021, with the areas of the 2011 census), or the Office for National
/// Statistics' whole lookup, where <c>Areas:File</c> names one. An unknown area is accepted if its name or code is well formed, and shown
/// as unchecked.
/// </summary>
internal sealed partial class AreaTable
{
    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<int>> vintages = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="csv">With the columns code, name and vintage in any order; code and vintage may be empty.</param>
    public AreaTable(TextReader csv)
    {
        var columns = Fields(csv.ReadLine() ?? "").Select(c => c.ToLowerInvariant()).ToList();
        var code = columns.IndexOf("code");
        var name = columns.IndexOf("name");
        var vintage = columns.IndexOf("vintage");
        if (code < 0 || name < 0 || vintage < 0)
            throw new InvalidDataException("The table of areas must have the columns code, name and vintage.");
        while (csv.ReadLine() is { } line)
        {
            var fields = Fields(line);
            if (fields.Count != columns.Count)
                continue;
            if (fields[code].Length > 0)
                names[fields[code]] = fields[name];
            if (!vintages.TryGetValue(fields[name], out var known))
                vintages[fields[name]] = known = [];
            if (int.TryParse(fields[vintage], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
                known.Add(year);
        }
    }

    /// <summary>The area's name if it was given by code; otherwise as given.</summary>
    public string NameOf(string area) => names.GetValueOrDefault(area, area);

    /// <summary>What the partnership should check about an area; null where the table knows it.</summary>
    public string? Note(string area, int? vintage) =>
        !vintages.TryGetValue(area, out var known) ? "Not in our table: check it"
        : vintage is { } year && known.Count > 0 && !known.Contains(year)
            ? $"In our table for {string.Join(" and ", known.Order())}, not for {year}: check it"
        : null;

    public static AreaTable Open(string? file)
    {
        using var csv = file is null
            ? new StreamReader(typeof(AreaTable).Assembly.GetManifestResourceStream("areas.csv")!)
            : new StreamReader(file);
        return new(csv);
    }

    private static List<string> Fields(string line) =>
        [
            .. Field()
                .Matches(line)
                .Select(m => m.Groups["quoted"].Success ? m.Groups["quoted"].Value.Replace("\"\"", "\"") : m.Groups["plain"].Value.Trim()),
        ];

    [GeneratedRegex("""(?<=^|,)(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,]*))""")]
    private static partial Regex Field();
}

internal static class AreaTableRegistration
{
    /// <summary>The table of areas, read at start.</summary>
    public static ServiceBuilder Areas(this ServiceBuilder service)
    {
        service.Services.AddSingleton(AreaTable.Open(service.Configuration["Areas:File"]));
        return service;
    }
}
