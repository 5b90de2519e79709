using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>A link to the page before or after.</summary>
public sealed record PaginationLink : Content
{
    /// <summary>Where to.</summary>
    public string? Href { get; init; }

    /// <summary>What that page is, where the two are the only links.</summary>
    public string? LabelText { get; init; }
}

/// <summary>One page's number, or the dots between numbers.</summary>
public sealed record PaginationItem
{
    /// <summary>The number.</summary>
    public string? Number { get; init; }

    /// <summary>Where to.</summary>
    public string? Href { get; init; }

    /// <summary>Whether this is the page.</summary>
    public bool Current { get; init; }

    /// <summary>Whether it is the dots.</summary>
    public bool Ellipsis { get; init; }

    /// <summary>"Page 3" if null.</summary>
    public string? VisuallyHiddenText { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Options of <see cref="Pagination"/>.</summary>
public sealed record PaginationOptions
{
    /// <summary>The page before.</summary>
    public PaginationLink? Previous { get; init; }

    /// <summary>The page after.</summary>
    public PaginationLink? Next { get; init; }

    /// <summary>The numbers; null for two links alone.</summary>
    public IReadOnlyList<PaginationItem?>? Items { get; init; }

    /// <summary>"Pagination" if null.</summary>
    public string? LandmarkLabel { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    [JsonIgnore]
    internal bool IsBlock => Items is null && (Previous is not null || Next is not null);
}

/// <summary>Pagination.</summary>
public static class Pagination
{
    private const string Back =
        "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z";
    private const string On =
        "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z";

    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(PaginationOptions options) =>
        new Element("nav", Write.Classes("govuk-pagination", options.IsBlock ? "govuk-pagination--block" : null, options.Classes))
            .With("aria-label", Write.Some(options.LandmarkLabel) ?? "Pagination")
            .With(options.Attributes)
            .Add(
                Arrow(options, options.Previous, "prev", "Previous"),
                options.Items is null
                    ? null
                    : new Element("ul", "govuk-pagination__list").Add(options.Items.OfType<PaginationItem>().Select(Item)),
                Arrow(options, options.Next, "next", "Next")
            );

    private static Element? Arrow(PaginationOptions options, PaginationLink? link, string type, string word)
    {
        if (string.IsNullOrEmpty(link?.Href))
            return null;
        var label = options.IsBlock ? Write.Some(link.LabelText) : null;
        var icon = new Element("svg", $"govuk-pagination__icon govuk-pagination__icon--{type}")
            .With("xmlns", "http://www.w3.org/2000/svg")
            .With("height", "13")
            .With("width", "15")
            .With("aria-hidden", "true")
            .With("focusable", "false")
            .With("viewBox", "0 0 15 13")
            .Add(new Element("path").With("d", type == "prev" ? Back : On));
        var title = new Element(
            "span",
            Write.Classes(
                "govuk-pagination__link-title",
                options.IsBlock && string.IsNullOrEmpty(link.LabelText) ? "govuk-pagination__link-title--decorated" : null
            )
        );
        title.Add(link.Body ?? new HtmlString($"""{word}<span class="govuk-visually-hidden"> page</span>"""));
        var iconFirst = options.IsBlock || type == "prev";
        return new Element("div", "govuk-pagination__" + type).Add(
            new Element("a", "govuk-link govuk-pagination__link")
                .With("href", link.Href)
                .With("rel", type)
                .With(link.Attributes)
                .Add(
                    iconFirst ? icon : null,
                    title,
                    label is null ? null : new Element("span", "govuk-visually-hidden").Text(":"),
                    label is null ? null : new Element("span", "govuk-pagination__link-label").Text(label),
                    iconFirst ? null : icon
                )
        );
    }

    private static Element Item(PaginationItem item)
    {
        if (item.Ellipsis)
            return new Element("li", "govuk-pagination__item govuk-pagination__item--ellipsis").Text("⋯");
        return new Element("li", Write.Classes("govuk-pagination__item", item.Current ? "govuk-pagination__item--current" : null)).Add(
            new Element("a", "govuk-link govuk-pagination__link")
                .With("href", item.Href ?? "")
                .With("aria-label", item.VisuallyHiddenText ?? "Page " + item.Number)
                .With("aria-current", item.Current ? "page" : null)
                .With(item.Attributes)
                .Text(item.Number)
        );
    }
}
