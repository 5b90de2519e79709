using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>
/// Options that all components share: text, or html in its place, and the classes and attributes of the element around it.
/// </summary>
public record Content
{
    /// <summary>The id of the element.</summary>
    public string? Id { get; init; }

    /// <summary>Plain text: encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Markup, taken as it is and before <see cref="Text"/>.</summary>
    public string? Html { get; init; }

    /// <summary>Classes to add, separated by spaces.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    /// <summary>Whether there is neither text nor html.</summary>
    [MemberNotNullWhen(false, nameof(Body))]
    internal bool IsEmpty => string.IsNullOrEmpty(Text) && string.IsNullOrEmpty(Html);

    /// <summary>The html or the encoded text; null when empty.</summary>
    internal IHtmlContent? Body => Write.Body(Html, Text);

    /// <summary>The element that these options describe, with the content inside.</summary>
    internal Element In(string tag, string? ownClasses) =>
        new Element(tag, Write.Classes(ownClasses, Classes)).With("id", Write.Some(Id)).With(Attributes).Add(Body);
}

/// <summary>The rules by which the GOV.UK templates read their options: an empty string counts as none.</summary>
internal static class Write
{
    public static string? Some(string? value) => string.IsNullOrEmpty(value) ? null : value;

    public static string? Classes(params ReadOnlySpan<string?> classes)
    {
        var all = new List<string>();
        foreach (var name in classes)
            if (!string.IsNullOrEmpty(name))
                all.Add(name);
        return all.Count == 0 ? null : string.Join(' ', all);
    }

    public static IHtmlContent? Body(string? html, string? text) =>
        !string.IsNullOrEmpty(html) ? new HtmlString(html)
        : !string.IsNullOrEmpty(text) ? new HtmlContentBuilder().Append(text)
        : null;

    public static string? Flag(bool? value) =>
        value is null ? null
        : value.Value ? "true"
        : "false";
}
