using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Platform.GovUk.Tests.Components;

/// <summary>HTML as a tree in one spelling: attributes in order, classes in order, white space that nobody sees taken out.</summary>
internal static partial class Dom
{
    public static IDocument Parse(string html) => new HtmlParser().ParseDocument("<!doctype html><body>" + html);

    public static IDocument ParsePage(string html) => new HtmlParser().ParseDocument(html);

    public static string Spell(IDocument document)
    {
        var spelled = new StringBuilder();
        foreach (var node in document.Body!.ChildNodes)
            Spell(node, spelled, 0);
        return spelled.ToString();
    }

    private static void Spell(INode node, StringBuilder to, int depth)
    {
        if (node is IText text)
        {
            var words = White().Replace(text.Data, " ");
            // What only screen readers hear is glued to the words before it: there the space counts.
            var heard = text.ParentElement?.ClassList.Contains("govuk-visually-hidden") == true && text.PreviousSibling is null;
            words = heard ? words.TrimEnd() : words.Trim();
            if (words.Length > 0)
                to.Append(' ', depth * 2).Append('"').Append(words).Append("\"\n");
        }
        if (node is not IElement element)
            return;
        to.Append(' ', depth * 2).Append('<').Append(element.LocalName);
        foreach (var attribute in element.Attributes.OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            var value = attribute.Name is "class" or "aria-describedby"
                ? string.Join(
                    ' ',
                    attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)
                )
                : attribute.Value;
            to.Append(' ').Append(attribute.Name).Append("=\"").Append(value).Append('"');
        }
        to.Append(">\n");
        foreach (var child in element.ChildNodes)
            Spell(child, to, depth + 1);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
