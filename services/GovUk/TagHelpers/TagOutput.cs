using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>How tag helpers here read the tag and write in its place.</summary>
internal static class TagOutput
{
    /// <summary>Renders in place of the tag.</summary>
    public static void Replace(this TagHelperOutput output, IHtmlContent content)
    {
        output.TagName = null;
        output.Attributes.Clear();
        output.Content.SetHtmlContent(content);
    }

    /// <summary>
    /// Attributes that the author wrote and the helper does not know, such as <c>data-print</c>: they go onto the component.
    /// </summary>
    public static IReadOnlyDictionary<string, string?>? Others(this TagHelperOutput output)
    {
        var others = output
            .Attributes.Where(attribute => attribute.Name is not "class")
            .ToDictionary(attribute => attribute.Name, attribute => Text(attribute.Value));
        return others.Count == 0 ? null : others;
    }

    /// <summary>The classes that the author wrote.</summary>
    public static string? Classes(this TagHelperOutput output) =>
        output.Attributes.TryGetAttribute("class", out var classes) ? Text(classes.Value) : null;

    /// <summary>What stands between the tags.</summary>
    public static async Task<string> InsideAsync(this TagHelperOutput output) => (await output.GetChildContentAsync()).GetContent().Trim();

    private static string? Text(object? value)
    {
        if (value is not IHtmlContent content)
            return value?.ToString();
        // Razor hands over values already encoded; the element encodes them once more when it writes them.
        return WebUtility.HtmlDecode(Words.Markup(content));
    }
}
