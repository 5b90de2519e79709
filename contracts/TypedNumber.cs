using System.Text.RegularExpressions;

namespace Platform.Contracts;

/// <summary>Reads numbers as people write them: "1,500", "1 500", "1,500.50". Anything that could mean two numbers is refused.</summary>
public static partial class TypedNumber
{
    /// <summary>What is wrong with a misplaced comma; follows the field's name.</summary>
    internal const string CommaProblem = "must have a comma only before three digits, and a point before pence, like 1,500.50";

    /// <summary>Whether it stands for no figure, as in a table: "-", "–", "nil", "n/a".</summary>
    public static bool IsDash(string? typed) => Dash().IsMatch(TypedText.Line(typed));

    /// <summary>The number without the commas or spaces between its groups of three digits: "1500.50", "-5".</summary>
    /// <returns>Null where it is not a number, or is wrongly grouped.</returns>
    public static string? Plain(string? typed)
    {
        var found = Number().Match(Line(typed));
        return found.Success
            ? found.Groups["sign"].Value.Replace('−', '-')
                + Grouping().Replace(found.Groups["whole"].Value, "")
                + found.Groups["part"].Value
            : null;
    }

    /// <summary>One line. Two cells or lines are never one number: there is a bar between them.</summary>
    internal static string Line(string? typed) => TypedText.Line(Cells().Replace(typed ?? "", " | "));

    /// <summary>Whether it has only digits, commas, spaces and points: where it is not a number, it is wrongly grouped.</summary>
    internal static bool IsMisgrouped(string? typed) => Misgrouped().IsMatch(TypedText.Line(typed));

    [GeneratedRegex(@"^(?:[-‐-―−﹘﹣－]+|nil|none|n/?a)\.?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(
        @"^(?<sign>[-+−]?) ?(?<whole>[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+)|[0-9]+|(?=\.[0-9]))(?<part>(?:\.[0-9]*)?)\z"
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[0-9.,][\s\p{Cf}]*)[\t\n\v\f\r\x85\u2028\u2029](?=[\s\p{Cf}]*[0-9.,])")]
    private static partial Regex Cells();

    [GeneratedRegex("[, ]")]
    private static partial Regex Grouping();

    [GeneratedRegex("^[-+−]?[0-9., ]*[0-9][0-9., ]*\\z")]
    private static partial Regex Misgrouped();
}
