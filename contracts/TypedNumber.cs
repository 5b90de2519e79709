using System.Text.RegularExpressions;

namespace Platform.Contracts;

/// <summary>How people write numbers: "1,500", "1 500", "1,500.50". Whatever could mean two numbers is asked about.</summary>
public static partial class TypedNumber
{
    /// <summary>How a comma is written, to follow a field's name.</summary>
    internal const string CommaProblem = "must have a comma only before three digits, and a point before pence, like 1,500.50";

    /// <summary>Whether it stands for nothing, as in a table of figures: "-", "–", "nil", "n/a".</summary>
    public static bool IsDash(string? typed) => Dash().IsMatch(TypedText.Line(typed));

    /// <summary>The number without its commas and spaces, which stand before groups of three digits: "1500.50", "-5".</summary>
    /// <returns>Null for anything else.</returns>
    public static string? Plain(string? typed)
    {
        var found = Number().Match(TypedText.Line(typed));
        return found.Success
            ? found.Groups["sign"].Value.Replace('−', '-')
                + Grouping().Replace(found.Groups["whole"].Value, "")
                + found.Groups["part"].Value
            : null;
    }

    /// <summary>Whether it is a number but for where its commas or spaces are.</summary>
    internal static bool IsMisgrouped(string? typed) => Misgrouped().IsMatch(TypedText.Line(typed));

    [GeneratedRegex(@"^(?:[-‐-―−]+|nil|none|n/?a)\.?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex(
        @"^(?<sign>[-+−]?) ?(?<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]+|(?=\.[0-9]))(?<part>(?:\.[0-9]*)?)\z"
    )]
    private static partial Regex Number();

    [GeneratedRegex("[, ]")]
    private static partial Regex Grouping();

    [GeneratedRegex("^[-+−]?[0-9., ]*[0-9][0-9., ]*\\z")]
    private static partial Regex Misgrouped();
}
