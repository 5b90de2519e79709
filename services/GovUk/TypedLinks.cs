using System.Text.RegularExpressions;

namespace Platform.GovUk;

/// <summary>Finds the addresses in words that people typed, so that they can be followed.</summary>
public static partial class TypedLinks
{
    /// <summary>The words in pieces, in their order, each with the address that it leads to; null for words alone.</summary>
    /// <param name="text">What was typed: addresses of pages begin with http:// or https://, of mail with a name.</param>
    public static IEnumerable<(string Text, string? Address)> Of(string text)
    {
        var from = 0;
        foreach (Match match in Address().Matches(text))
        {
            if (match.Index > from)
                yield return (text[from..match.Index], null);
            yield return (match.Value, match.Groups["page"].Success ? match.Value : "mailto:" + match.Value);
            from = match.Index + match.Length;
        }
        if (from < text.Length)
            yield return (text[from..], null);
    }

    // The full stop, comma or bracket after an address ends the sentence, not the address.
    [GeneratedRegex(
        @"(?<page>\bhttps?://[^\s<>""“”]*[^\s<>""“”.,;:!?)\]’'])|(?<![\w.+-])[\w.+-]*\w@\w(?:[\w-]*\w)?(?:\.\w(?:[\w-]*\w)?)+",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();
}
