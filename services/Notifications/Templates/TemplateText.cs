using System.Text.RegularExpressions;

namespace Platform.Notifications.Templates;

/// <summary>
/// The wording of a letter with gaps for fields: a subject, then paragraphs and lists ("- "). A list item that is nothing but a gap for a
/// list becomes an item for each of its lines.
/// </summary>
internal sealed partial class TemplateText
{
    private readonly string subject;
    private readonly string[] blocks;

    public TemplateText(string subject, string body)
    {
        this.subject = subject.Trim();
        blocks = body.ReplaceLineEndings("\n").Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Gaps = Gap().Matches(subject + body).Select(m => m.Groups[1].Value).ToHashSet();
    }

    /// <summary>The names between the braces.</summary>
    public IReadOnlySet<string> Gaps { get; }

    /// <summary>The first line is the subject.</summary>
    public static (string Subject, string Body) Split(string markdown)
    {
        var parts = markdown.ReplaceLineEndings("\n").Trim().Split("\n\n", 2);
        return (parts[0], parts.Length > 1 ? parts[1].Trim() : "");
    }

    public Draft Render(IReadOnlyDictionary<string, FieldValue> fields)
    {
        var line = string.Concat(Fill(subject, fields).Select(p => p.Text));
        var body = blocks
            .Select(block =>
                IsList(block)
                    ? new Block(true, [.. block.Split('\n').SelectMany(item => Items(item[2..], fields))])
                    {
                        Table = Table(block[2..], fields),
                    }
                    : new Block(false, [Fill(block.Replace('\n', ' '), fields)])
            )
            .ToList();
        return new(line, LetterText.Plain(body), LetterText.Html(line, body));
    }

    /// <summary>Whether every line of a block begins with "- ".</summary>
    private static bool IsList(string block) => block.Split('\n').All(l => l.StartsWith("- ", StringComparison.Ordinal));

    private static IEnumerable<IReadOnlyList<Piece>> Items(string item, IReadOnlyDictionary<string, FieldValue> fields) =>
        Gap().Match(item) is { Success: true } gap
        && gap.Value == item.Trim()
        && fields.GetValueOrDefault(gap.Groups[1].Value) is { Items: { } values }
            ? values.Select(v => (IReadOnlyList<Piece>)[Piece.Of(v)])
            : [Fill(item, fields)];

    // Of a list that is nothing but a gap for a table.
    private static LetterTable? Table(string list, IReadOnlyDictionary<string, FieldValue> fields) =>
        Gap().Match(list) is { Success: true } gap
        && gap.Value == list.Trim()
        && fields.GetValueOrDefault(gap.Groups[1].Value) is { Rows: { Count: > 1 } rows } value
            ? new(rows, value.More ?? "")
            : null;

    private static List<Piece> Fill(string text, IReadOnlyDictionary<string, FieldValue> fields)
    {
        var pieces = new List<Piece>();
        var from = 0;
        foreach (Match gap in Gap().Matches(text))
        {
            pieces.Add(new(text[from..gap.Index], null));
            pieces.Add(
                fields.TryGetValue(gap.Groups[1].Value, out var value)
                    ? value.Piece
                    : throw new InvalidOperationException($"There is no value for {gap.Groups[1].Value}.")
            );
            from = gap.Index + gap.Length;
        }
        pieces.Add(new(text[from..], null));
        return pieces;
    }

    [GeneratedRegex(@"\{\{(.*?)\}\}")]
    internal static partial Regex Gap();
}
