using Platform.Contracts;

namespace Platform.Reporting.Papers;

/// <summary>Pieces of sentences.</summary>
internal static class PaperText
{
    /// <summary>"quarter 2 of 2024/25"</summary>
    public static string Of(Quarter quarter, bool capital = false) => $"{(capital ? "Q" : "q")}uarter {quarter.Number} of {quarter.Year}";

    public static string Plural(int count, string thing) => count == 1 ? thing : thing + "s";

    /// <summary>An officer's words as paragraphs, each with the lines that begin with a dash as its lettered list.</summary>
    public static IEnumerable<(string Text, IReadOnlyList<string> Items)> Paragraphs(string text)
    {
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (lead, items) = (new List<string>(), new List<string>());
            foreach (var line in paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (line is ['-' or '*' or '•', ' ', ..])
                    items.Add(line[2..].Trim());
                else if (items.Count > 0)
                    items[^1] += " " + line;
                else
                    lead.Add(line);
            }
            yield return (string.Join('\n', lead), items);
        }
    }
}
