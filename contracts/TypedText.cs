using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Contracts;

/// <summary>Tidies typed text, whichever door it came by: page, API, spreadsheet or message.</summary>
public static partial class TypedText
{
    // Characters that draw nothing though they count as letters, marks or symbols: Hangul fillers, variation selectors, the Braille blank.
    private static readonly HashSet<int> Blanks =
    [
        0x034F,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x180B,
        0x180C,
        0x180D,
        0x180F,
        0x2065,
        0x2800,
        0x3164,
        0xFFA0,
        .. Enumerable.Range(0xFFF0, 9),
        0xFFFC,
        0x1D159,
        .. Enumerable.Range(0xFE00, 16),
        .. Enumerable.Range(0xE0000, 0x1000),
    ];

    // Without these, words in some languages and emoji made of several characters turn into different ones.
    private static readonly HashSet<int> Joiners = [0x200C, 0x200D, 0xFE0F];

    /// <summary>
    /// Text that may have several lines. White space around it and invisible characters are removed, and a line break becomes one
    /// character, as the page counts it. Text in which nothing can be read is empty.
    /// </summary>
    public static string Tidy(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            return "";
        // Presentations break lines with a vertical tab.
        var lines = typed.Replace('\v', '\n').ReplaceLineEndings("\n");
        var seen = Without(lines, rune => rune.Value is not ('\n' or '\t') && !Joiners.Contains(rune.Value));
        return CanBeRead(seen) ? seen.Trim() : "";
    }

    /// <summary>
    /// A name, an address or a number: one line without invisible characters, each run of white space a single space, so that what looks
    /// the same is the same. It is empty where nothing in it can be read.
    /// </summary>
    public static string Line(string? typed)
    {
        if (string.IsNullOrEmpty(typed))
            return "";
        var line = Without(White().Replace(typed, " "), _ => true);
        return CanBeRead(line) ? White().Replace(line, " ").Trim() : "";
    }

    // Accents without a letter, and what no font draws, say nothing.
    private static bool CanBeRead(string text) =>
        text.EnumerateRunes()
            .Any(rune =>
                !IsUnseen(rune)
                && !Rune.IsWhiteSpace(rune)
                && Rune.GetUnicodeCategory(rune)
                    is not (
                        UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.SpacingCombiningMark
                        or UnicodeCategory.EnclosingMark
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                    )
            );

    // Drops lone surrogates too, which no database stores.
    private static string Without(string text, Func<Rune, bool> may)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (!(IsUnseen(rune) && may(rune)) && rune != Rune.ReplacementChar)
                kept.Append(rune);
        return kept.ToString();
    }

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format || Blanks.Contains(rune.Value);

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
