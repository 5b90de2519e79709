using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Platform.Notifications.Templates;

/// <summary>A paragraph, or a list with its items.</summary>
internal sealed record Block(bool IsList, IReadOnlyList<IReadOnlyList<Piece>> Lines)
{
    /// <summary>The table that its lines are, in HTML; null for none.</summary>
    public LetterTable? Table { get; init; }
}

/// <summary>A piece of a line, which may be a link.</summary>
internal sealed partial record Piece(string Text, Uri? Link)
{
    /// <summary>The content of a field. Text that somebody typed stays on its line, and never becomes a list or a link.</summary>
    public static Piece Of(object value) =>
        value switch
        {
            Uri { Scheme: "mailto" } link => new(link.UserInfo + "@" + link.Host, link),
            Uri link => new(link.AbsoluteUri, link),
            string text => new(White().Replace(text, " ").Trim(), null),
            _ => throw new InvalidOperationException($"A {value.GetType().Name} has no place in a letter."),
        };

    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex White();
}

/// <summary>
/// A letter's body in the two forms that an e-mail carries: the same words in paragraphs and lists, with links, and nothing else.
/// </summary>
internal static class LetterText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Plain(IEnumerable<Block> body) =>
        string.Join(
            "\n\n",
            body.Select(b => string.Join('\n', b.Lines.Select(line => (b.IsList ? "- " : "") + string.Concat(line.Select(p => p.Text)))))
        ) + "\n";

    public static string Html(string subject, IEnumerable<Block> body)
    {
        var html = new StringBuilder(
            $"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{Encoder.Encode(subject)}</title></head><body>"""
                + "\n"
        );
        foreach (var block in body)
        {
            if (block.Table is { } table)
                html.Append(Html(table));
            else if (block.IsList)
                html.Append("<ul>\n").AppendJoin("", block.Lines.Select(line => $"<li>{Html(line)}</li>\n")).Append("</ul>\n");
            else
                html.Append($"<p>{Html(block.Lines[0])}</p>\n");
        }
        return html.Append("</body></html>\n").ToString();
    }

    private static string Html(LetterTable table) =>
        """<table border="1" cellpadding="4"><thead>"""
        + Html(table.Rows[0], "th scope=\"col\"", "th")
        + "</thead><tbody>\n"
        + string.Concat(table.Rows.Skip(1).Select(row => Html(row, "td", "td")))
        + "</tbody></table>\n"
        + (table.More.Length > 0 ? $"<p>{Encoder.Encode(table.More)}</p>\n" : "");

    private static string Html(IReadOnlyList<string> row, string open, string close) =>
        $"<tr>{string.Concat(row.Select(cell => $"<{open}>{Encoder.Encode(cell)}</{close}>"))}</tr>\n";

    private static string Html(IEnumerable<Piece> line) =>
        string.Concat(
            line.Select(p =>
                p.Link is null ? Encoder.Encode(p.Text) : $"""<a href="{Encoder.Encode(p.Link.AbsoluteUri)}">{Encoder.Encode(p.Text)}</a>"""
            )
        );
}
