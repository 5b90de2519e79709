using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Platform.Testing;

/// <summary>What people read on a page.</summary>
public static partial class PageReading
{
    /// <summary>The words of the one element that a selector finds.</summary>
    public static string Text(this IParentNode page, string selector) => Words(Assert.Single(page.QuerySelectorAll(selector)));

    /// <summary>The words of each element that a selector finds.</summary>
    public static IReadOnlyList<string> Texts(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(Words)];

    /// <summary>The lines of the error summary.</summary>
    public static IReadOnlyList<string> Errors(this IParentNode page) => page.Texts(".govuk-error-summary__list li");

    /// <summary>What stands in a text field.</summary>
    public static string? Typed(this IParentNode page, string name) =>
        Assert.Single(page.QuerySelectorAll($"[name='{name}']")) is var field && field.LocalName == "textarea"
            ? field.TextContent
            : field.GetAttribute("value");

    private static string Words(IElement element) => White().Replace(element.TextContent, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
