using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>What was read from a text in which somebody named areas.</summary>
/// <param name="Found">Names of areas, each once, in the order in which they were written; an unknown one as it was written.</param>
/// <param name="Unclear">The words that have to be asked about.</param>
internal sealed record AreasRead(IReadOnlyList<string> Found, IReadOnlyList<UnclearArea> Unclear)
{
    public static readonly AreasRead Nothing = new([], []);
}

/// <summary>Words that are not understood, or mean several areas.</summary>
/// <param name="Typed">The words.</param>
/// <param name="Question">What the message says after the words; null where nothing is known about them.</param>
/// <param name="Offered">The areas that may be meant.</param>
internal sealed record UnclearArea(string Typed, string? Question = null, IReadOnlyList<Lsoa>? Offered = null)
{
    /// <summary>Words that do not name one area, with the areas that they may mean.</summary>
    /// <param name="typed">The words.</param>
    /// <param name="district">The district that was named before them; null for none.</param>
    public static UnclearArea Of(string typed, string? district)
    {
        if (AreaSearch.Same(typed, "") && typed.Any(char.IsLetter) && district is not null)
            return Of(district, null) with { Typed = typed };
        var meant = AreaSearch.Named(typed);
        return meant.Count == 0
            ? new(typed)
            : new(
                typed,
                $"is a {(AreaSearch.Same(typed, meant[0].District.Name) ? "district" : "ward or a place")}. "
                    + "Select its areas from the list, or write them",
                meant
            );
    }

    public string Message(Partnership partnership) =>
        Question is null ? $"“{Typed}” is not an area we know. {HowToWrite(partnership)}" : $"“{Typed}” {Question}";

    private static string HowToWrite(Partnership partnership) =>
        AreaSearch.Named(partnership.Districts[0]) is [var one, var other, ..]
            ? $"Write a district and numbers, like {one.Name}, {other.Name[^4..]}, or a code like {one.Code}"
            : $"Write a district and numbers, like {partnership.Districts[0]} 001A, 001B, or a code like E01025614";
}

/// <summary>Lower super output areas as people write them: "Leicester 023A, 023B, 023D and 023G" (seed 000).</summary>
internal static class Areas
{
    /// <summary>
    /// Every area named in a text: full names, numbers and letters that follow a district, codes and ranges, also in lists pasted from
    /// Word, Excel or the ONS. Where a name and a code stand side by side, the code decides.
    /// </summary>
    /// <param name="typed">The text.</param>
    /// <param name="census">2011 or 2021, where one was chosen: a range then covers that census's areas.</param>
    public static AreasRead Read(string? typed, int? census = null)
    {
        var tokens = AreaTokens.Of(typed);
        var first = new AreaParser(census).Read(tokens);
        // The other areas may show which census a range belongs to.
        return census is null && CensusOf(first.Found) is { } told ? new AreaParser(told).Read(tokens) : first;
    }

    /// <summary>The names of listed areas; what is not understood is kept as it was written.</summary>
    public static IReadOnlyList<string> Written(IReadOnlyList<string> typed)
    {
        var read = Read(string.Join('\n', typed));
        return [.. read.Found, .. read.Unclear.Select(u => u.Typed)];
    }

    /// <summary>The census that areas belong to; null where all of them are in both, or they contradict each other.</summary>
    public static int? CensusOf(IEnumerable<string> areas) =>
        Only(areas).Select(area => area.Censuses[0]).Distinct().ToList() is [var one] ? one : null;

    /// <summary>What is wrong where areas are not of this census, or of several where none was chosen; null where nothing is.</summary>
    public static string? CensusProblem(IReadOnlyList<string> areas, int? census)
    {
        var wrong = Only(areas).Where(area => !area.IsOf(census)).ToList();
        if (census is null && Only(areas).GroupBy(area => area.Censuses[0]).ToList() is { Count: > 1 } several)
            return $"{string.Join(", and ", several.Select(g => $"{Names(g)} {Is(g)} of {g.Key}"))}. Use the areas of one census";
        return wrong.Count == 0 || census is null
            ? null
            : $"{Names(wrong)} {Is(wrong)} of the census of {wrong[0].Censuses[0]}. {Instead(wrong)}";
    }

    /// <summary>What is wrong with an area; null where nothing is.</summary>
    public static string? Problem(string area, Partnership partnership) =>
        Lsoa.Find(area) is { } known
            ? partnership.Districts.Contains(known.District.Name)
                ? null
                : $"{known.Name} is not in {partnership.Name}"
            : Lsoa.DistrictOf(area) is { Length: > 0 } district
                ? District.Find(district) is not null
                    ? $"There is no {area} in the census of 2011 or 2021"
                    : partnership.Districts.Contains(district)
                        ? null
                        : new UnclearArea(area).Message(partnership)
                : new UnclearArea(area).Message(partnership);

    // The areas that only one census has.
    private static IEnumerable<Lsoa> Only(IEnumerable<string> areas) =>
        areas.Select(Lsoa.Find).OfType<Lsoa>().Where(area => area.Censuses.Count == 1);

    private static string Instead(IEnumerable<Lsoa> areas) =>
        string.Join(
            ". ",
            areas.Select(area => $"{area.Name} {(area.Censuses[0] == 2011 ? "became" : "was")} {Names(area.Related.Select(Lsoa.Find)!)}")
        );

    private static string Names(IEnumerable<Lsoa> areas) => string.Join(", ", areas.Select(area => area.Name));

    private static string Is(IEnumerable<Lsoa> areas) => areas.Count() == 1 ? "is" : "are";
}
