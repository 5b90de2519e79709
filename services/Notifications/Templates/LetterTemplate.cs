using System.Reflection;
using System.Text.RegularExpressions;

namespace Platform.Notifications.Templates;

/// <summary>A letter, ready to be sent to one person.</summary>
internal sealed record Draft(string Subject, string Text, string Html);

/// <summary>
/// A letter with gaps: the first line is the subject; then paragraphs and lists ("- "), each gap a property of <typeparamref name="TFields"/> in camel case.
/// A gap that holds a list, alone in a list item, becomes an item each.
/// </summary>
/// <exception cref="InvalidOperationException">It names a field that there is not, or lacks one that every letter has.</exception>
internal sealed partial class LetterTemplate<TFields> where TFields : LetterFields
{
    private static readonly string[] InEveryLetter =
        [nameof(LetterFields.To), nameof(LetterFields.Link), nameof(LetterFields.ContactName), nameof(LetterFields.ContactEmail)];

    private static readonly Dictionary<string, PropertyInfo> Properties =
        typeof(TFields).GetProperties().Where(p => p.GetMethod is { IsPublic: true }).ToDictionary(p => Camel(p.Name));

    private readonly string subject;
    private readonly string[] blocks;

    public LetterTemplate(string name, string markdown)
    {
        var used = Gap().Matches(markdown).Select(m => m.Groups[1].Value).ToHashSet();
        if (used.FirstOrDefault(f => !Properties.ContainsKey(f)) is { } unknown)
            throw new InvalidOperationException($"The template {name} has a field {unknown}; {typeof(TFields).Name} has none.");
        if (InEveryLetter.Select(Camel).FirstOrDefault(f => !used.Contains(f)) is { } missing)
            throw new InvalidOperationException($"The template {name} lacks the field {missing}, which every letter has.");
        var parts = markdown.ReplaceLineEndings("\n").Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        (subject, blocks) = (parts[0], parts[1..]);
    }

    public Draft Render(TFields fields)
    {
        var line = string.Concat(Fill(subject, fields).Select(p => p.Text));
        var body = blocks.Select(block => block.StartsWith("- ", StringComparison.Ordinal)
            ? new Block(true, [.. block.Split('\n').SelectMany(item => Items(item[2..], fields))])
            : new Block(false, [Fill(block.Replace('\n', ' '), fields)])).ToList();
        return new(line, LetterText.Plain(body), LetterText.Html(line, body));
    }

    private static IEnumerable<IReadOnlyList<Piece>> Items(string item, TFields fields) =>
        Gap().Match(item) is { Success: true } gap && gap.Value == item && Properties[gap.Groups[1].Value].GetValue(fields) is IReadOnlyList<string> values
            ? values.Select(v => (IReadOnlyList<Piece>)[Piece.Of(v)])
            : [Fill(item, fields)];

    private static List<Piece> Fill(string text, TFields fields)
    {
        var pieces = new List<Piece>();
        var from = 0;
        foreach (Match gap in Gap().Matches(text))
        {
            pieces.Add(new(text[from..gap.Index], null));
            pieces.Add(Piece.Of(Properties[gap.Groups[1].Value].GetValue(fields)
                ?? throw new InvalidOperationException($"{typeof(TFields).Name} has no value for {gap.Groups[1].Value}.")));
            from = gap.Index + gap.Length;
        }
        pieces.Add(new(text[from..], null));
        return pieces;
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"\{\{(.*?)\}\}")]
    private static partial Regex Gap();
}
