using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="Breadcrumbs"/>.</summary>
public sealed record BreadcrumbsOptions
{
    /// <summary>From home to the page above this one.</summary>
    public IReadOnlyList<LinkOptions> Items { get; init; } = [];

    /// <summary>Whether only the first and last show on a telephone.</summary>
    public bool CollapseOnMobile { get; init; }

    /// <summary>What screen readers call them.</summary>
    public string? LabelText { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Breadcrumbs.</summary>
public static class Breadcrumbs
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(BreadcrumbsOptions options) =>
        new Element(
            "nav",
            Write.Classes("govuk-breadcrumbs", options.Classes, options.CollapseOnMobile ? "govuk-breadcrumbs--collapse-on-mobile" : null)
        )
            .With(options.Attributes)
            .With("aria-label", options.LabelText ?? "Breadcrumb")
            .Add(new Element("ol", "govuk-breadcrumbs__list").Add(options.Items.Select(Item)));

    private static Element Item(LinkOptions item) =>
        string.IsNullOrEmpty(item.Href)
            ? new Element("li", "govuk-breadcrumbs__list-item").With("aria-current", "page").Add(item.Body)
            : new Element("li", "govuk-breadcrumbs__list-item").Add(
                new Element("a", "govuk-breadcrumbs__link").With("href", item.Href).With(item.Attributes).Add(item.Body)
            );
}
