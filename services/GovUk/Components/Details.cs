using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="Details"/>.</summary>
public sealed record DetailsOptions : Content
{
    /// <summary>The words that people press to open it.</summary>
    public string? SummaryText { get; init; }

    /// <summary>The same as markup.</summary>
    public string? SummaryHtml { get; init; }

    /// <summary>Whether it begins open.</summary>
    public bool Open { get; init; }
}

/// <summary>Details: text that opens on demand.</summary>
public static class Details
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(DetailsOptions options) =>
        new Element("details", Write.Classes("govuk-details", options.Classes))
            .With("id", Write.Some(options.Id))
            .With(options.Attributes)
            .Flag("open", options.Open)
            .Add(
                new Element("summary", "govuk-details__summary").Add(
                    new Element("span", "govuk-details__summary-text").Add(Write.Body(options.SummaryHtml, options.SummaryText))
                ),
                new Element("div", "govuk-details__text").Add(options.Body)
            );
}
