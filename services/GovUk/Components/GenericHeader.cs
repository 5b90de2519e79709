using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="GenericHeader"/>.</summary>
public sealed record GenericHeaderOptions
{
    /// <summary>The organisation's name.</summary>
    public string? LogoText { get; init; }

    /// <summary>Its logo as markup.</summary>
    public string? LogoHtml { get; init; }

    /// <summary>Where it leads: "/" if null.</summary>
    public string? Url { get; init; }

    /// <summary>Classes of the container.</summary>
    public string? ContainerClasses { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Header of a service that is not on GOV.UK.</summary>
public static class GenericHeader
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(GenericHeaderOptions options) =>
        new Element("div", Write.Classes("govuk-generic-header", options.Classes))
            .With(options.Attributes)
            .Add(
                new Element(
                    "div",
                    Write.Classes("govuk-generic-header__container", Write.Some(options.ContainerClasses) ?? "govuk-width-container")
                ).Add(
                    new Element("div", "govuk-generic-header__logo").Add(
                        new Element("a", "govuk-generic-header__homepage-link")
                            .With("href", Write.Some(options.Url) ?? "/")
                            .Add(Write.Body(options.LogoHtml, options.LogoText))
                    )
                )
            );
}
