using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>A link to somewhere: back link, skip link.</summary>
public sealed record LinkOptions : Content
{
    /// <summary>Where to.</summary>
    public string? Href { get; init; }
}

/// <summary>Back link.</summary>
public static class BackLink
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(LinkOptions options) =>
        new Element("a", Write.Classes("govuk-back-link", options.Classes))
            .With("href", Write.Some(options.Href) ?? "#")
            .With(options.Attributes)
            .Add(options.Body ?? new HtmlString("Back"));
}

/// <summary>Skip link.</summary>
public static class SkipLink
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(LinkOptions options) =>
        new Element("a", Write.Classes("govuk-skip-link", options.Classes))
            .With("href", Write.Some(options.Href) ?? "#content")
            .With(options.Attributes)
            .With("data-module", "govuk-skip-link")
            .Add(options.Body);
}

/// <summary>Inset text.</summary>
public static class InsetText
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(Content options) => options.In("div", "govuk-inset-text");
}

/// <summary>Tag: the status of something.</summary>
public static class Tag
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(Content options) => options.In("strong", "govuk-tag");
}

/// <summary>Options of <see cref="WarningText"/>.</summary>
public sealed record WarningTextOptions : Content
{
    /// <summary>What a screen reader says for the exclamation mark.</summary>
    public string? IconFallbackText { get; init; }
}

/// <summary>Warning text.</summary>
public static class WarningText
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(WarningTextOptions options) =>
        new Element("div", Write.Classes("govuk-warning-text", options.Classes))
            .With(options.Attributes)
            .Add(
                new Element("span", "govuk-warning-text__icon").With("aria-hidden", "true").Text("!"),
                new Element("strong", "govuk-warning-text__text").Add(
                    new Element("span", "govuk-visually-hidden").Text(Write.Some(options.IconFallbackText) ?? "Warning"),
                    options.Body
                )
            );
}

/// <summary>Options of <see cref="PhaseBanner"/>.</summary>
public sealed record PhaseBannerOptions : Content
{
    /// <summary>The tag at its start.</summary>
    public Content Tag { get; init; } = new();
}

/// <summary>Phase banner.</summary>
public static class PhaseBanner
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(PhaseBannerOptions options) =>
        new Element("div", Write.Classes("govuk-phase-banner govuk-width-container", options.Classes))
            .With(options.Attributes)
            .Add(
                new Element("p", "govuk-phase-banner__content").Add(
                    Tag.Render(options.Tag with { Classes = Write.Classes("govuk-phase-banner__content__tag", options.Tag.Classes) }),
                    new Element("span", "govuk-phase-banner__text").Add(options.Body)
                )
            );
}
