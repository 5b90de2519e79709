using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>The words that a component's script shows, handed to it in data attributes, by plural rule where they count.</summary>
internal static class Words
{
    public static void Put(Dictionary<string, string?> attributes, string key, string? message)
    {
        if (!string.IsNullOrEmpty(message))
            attributes[$"data-i18n.{key}"] = message;
    }

    public static void Put(Dictionary<string, string?> attributes, string key, IReadOnlyDictionary<string, string?>? messages)
    {
        foreach (var (rule, message) in messages ?? new Dictionary<string, string?>())
            attributes[$"data-i18n.{key}.{rule}"] = message;
    }

    /// <summary>Content as a string of markup, for options that take html.</summary>
    public static string Markup(params IEnumerable<IHtmlContent?> content)
    {
        using var writer = new StringWriter();
        foreach (var part in content)
            part?.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
