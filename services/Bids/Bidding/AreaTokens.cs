using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Bids.Bidding;

internal enum AreaTokenKind
{
    Code,

    /// <summary>The ONS code of something larger or smaller: a middle layer area, a district, a ward.</summary>
    OtherCode,
    District,

    /// <summary>A ward, a place, or "the whole of" a district.</summary>
    Place,

    /// <summary>"023A", "4B"</summary>
    Area,

    /// <summary>"023", without a letter.</summary>
    Number,

    /// <summary>A letter by itself.</summary>
    Letter,

    /// <summary>A dash, or "to".</summary>
    Range,

    /// <summary>A comma, "and" and the like.</summary>
    Separator,
    Colon,
    Line,
    Word,
}

/// <summary>A word of a text that names areas.</summary>
internal readonly record struct AreaToken(AreaTokenKind Kind, string Text);

/// <summary>Splits a text that names areas into words, leaving out the bullets, numbers and quotation marks of lists.</summary>
internal static partial class AreaTokens
{
    private static readonly Regex Words = new(
        string.Join(
            '|',
            [
                @"(?<Code>\b[EWNS]01\d{6}\b)",
                @"(?<OtherCode>\b[EWNSJK]\d{8}\b)",
                $@"(?<Place>\b(?:the )?(?:whole|all|entire)(?: of)?(?: the)? (?:(?:{Any(AreaSearch.Districts)})(?: district)?|district)\b)",
                // The longest names first: "Melton Mowbray South" before "Melton".
                .. AreaSearch
                    .Districts.Select(name => ("District", name))
                    .Concat(Ward.All.Select(w => w.Name).Concat(Lsoa.All.Select(a => a.Place)).Select(name => ("Place", name)))
                    .DistinctBy(n => n.name)
                    .OrderByDescending(n => n.name.Length)
                    .Select(n => $@"(?<{n.Item1}>\b(?:{Any([n.name])})(?: {(n.Item1 == "Place" ? "ward" : "district")})?\b)"),
                @"(?<Area>(?<![A-Za-z0-9])(?:\d{3} ?|\d{1,3})[A-Za-z](?![A-Za-z0-9]))",
                @"(?<Number>(?<![A-Za-z0-9])\d{1,3}(?![A-Za-z0-9]))",
                @"(?<Range>[-‐-―−﹘﹣－]+|…|→|~|\.\.\.?|\b(?:up )?(?:to|through|thru|until|till)(?: and including| to)?\b)",
                @"(?<Separator>[,;/&+|\t.]|\b(?:and|or|plus)\b)",
                "(?<Colon>:)",
                @"(?<Line>\n)",
                @"(?<Letter>(?<![A-Za-z0-9'])[A-Za-z](?![A-Za-z0-9']))",
                @"(?<Word>[^\s,;:/&+|()""]+)",
            ]
        ),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled
    );

    public static IReadOnlyList<AreaToken> Of(string? typed)
    {
        var lines = TypedText.Tidy(typed).Replace('’', '\'').Replace('‘', '\'').Split('\n').Select(Seen).Select(Bare);
        return
        [
            .. Words
                .Matches(string.Join('\n', lines))
                .Select(found => new AreaToken(
                    Enum.GetValues<AreaTokenKind>().First(kind => found.Groups[kind.ToString()].Success),
                    found.Value.Trim('\'')
                ))
                .Where(word => word.Text.Length > 0 && !Filler().IsMatch(word.Text)),
        ];
    }

    // Only tabs stay, which stand between cells.
    private static string Seen(string line) => string.Join('\t', line.Split('\t').Select(TypedText.Line));

    // A line without its bullet or number, its quotation marks, and remarks in brackets that have no digit, such as local names.
    private static string Bare(string line) => Remark().Replace(Quote().Replace(Bullet().Replace(line, ""), " "), " ");

    private static string Any(IEnumerable<string> names) =>
        string.Join(
            '|',
            names
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(name => name.Length)
                .Select(name => Joint().Replace(Regex.Escape(name.Replace(" - ", " ")), "(?: and | ?& ?)").Replace(@"\ ", "[ -]+"))
        );

    [GeneratedRegex(
        """
            ^\s*(?:(?:
              [•‣◦▪●○·∙■□➢✓*§\uE000-\uF8FF]
              |[-–—](?=\s)
              |o(?=\t)
              |\d{1,3}(?=\t(?:[a-z]{2}|[EWNS]01))
              |\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)](?=\s)
            )\s*)+
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Bullet();

    [GeneratedRegex("""["“”„«»]|(?<![A-Za-z])'|'(?![A-Za-z])""")]
    private static partial Regex Quote();

    [GeneratedRegex(@"\([^()\d]*\)")]
    private static partial Regex Remark();

    // The words of column headings.
    [GeneratedRegex(
        @"^(?:[lm]?soas?|(?:oa|[lm]soa|lad|[lu]tla|wd|rgn|ctry)\d\d(?:cd|nmw?|hclnm)|lower|middle|layer|super|output|areas?|codes?"
            + @"|census|2011|2021|names?|numbers?|the|of|in|wards?|local|authority|district|region|objectid|fid)\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Filler();

    [GeneratedRegex(@"\\ (?:and|&)\\ ", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
