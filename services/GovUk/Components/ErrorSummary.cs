using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="ErrorSummary"/>.</summary>
public sealed record ErrorSummaryOptions
{
    /// <summary>"There is a problem".</summary>
    public string? TitleText { get; init; }

    /// <summary>The same as markup.</summary>
    public string? TitleHtml { get; init; }

    /// <summary>A paragraph above the list.</summary>
    public string? DescriptionText { get; init; }

    /// <summary>The same as markup.</summary>
    public string? DescriptionHtml { get; init; }

    /// <summary>What is wrong, with a link to each field.</summary>
    public IReadOnlyList<LinkOptions> ErrorList { get; init; } = [];

    /// <summary>Whether focus stays where it is.</summary>
    public bool? DisableAutoFocus { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Error summary above the h1.</summary>
public static class ErrorSummary
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(ErrorSummaryOptions options)
    {
        var description = Write.Body(options.DescriptionHtml, options.DescriptionText);
        return new Element("div", Write.Classes("govuk-error-summary", options.Classes))
            .With("data-disable-auto-focus", Write.Flag(options.DisableAutoFocus))
            .With(options.Attributes)
            .With("data-module", "govuk-error-summary")
            .Add(
                new Element("div")
                    .With("role", "alert")
                    .Add(
                        new Element("h2", "govuk-error-summary__title").Add(Write.Body(options.TitleHtml, options.TitleText)),
                        new Element("div", "govuk-error-summary__body").Add(
                            description is null ? null : new Element("p").Add(description),
                            options.ErrorList.Count == 0
                                ? null
                                : new Element("ul", "govuk-list govuk-error-summary__list").Add(options.ErrorList.Select(Item))
                        )
                    )
            );
    }

    private static Element Item(LinkOptions error) =>
        new Element("li").Add(
            string.IsNullOrEmpty(error.Href) ? error.Body : new Element("a").With("href", error.Href).With(error.Attributes).Add(error.Body)
        );
}
