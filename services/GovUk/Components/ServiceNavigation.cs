using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Service navigation.</summary>
public static class ServiceNavigation
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(ServiceNavigationOptions options)
    {
        var slots = options.Slots;
        var landmark =
            !string.IsNullOrEmpty(options.ServiceName) || !string.IsNullOrEmpty(slots.Start) || !string.IsNullOrEmpty(slots.End?.Html);
        return new Element(landmark ? "section" : "div", Write.Classes("govuk-service-navigation", options.Classes))
            .With("aria-label", landmark ? options.AriaLabel ?? "Service information" : null)
            .With("data-module", "govuk-service-navigation")
            .With(options.Attributes)
            .Add(
                new Element(
                    "div",
                    Write.Classes(
                        "govuk-width-container",
                        slots.End?.Align == "inline" ? "govuk-service-navigation__inlining-container" : null
                    )
                )
                    .Html(slots.Start)
                    .Add(new Element("div", "govuk-service-navigation__container").Add(Name(options), List(options)))
                    .Html(slots.End?.Html)
            );
    }

    private static Element? Name(ServiceNavigationOptions options) =>
        string.IsNullOrEmpty(options.ServiceName)
            ? null
            : new Element("span", "govuk-service-navigation__service-name").Add(
                string.IsNullOrEmpty(options.ServiceUrl)
                    ? new Element("span", "govuk-service-navigation__text").Text(options.ServiceName)
                    : new Element("a", "govuk-service-navigation__link").With("href", options.ServiceUrl).Text(options.ServiceName)
            );

    private static Element? List(ServiceNavigationOptions options)
    {
        var items = options.Navigation.OfType<ServiceNavigationItem>().ToList();
        if (items.Count == 0 && string.IsNullOrEmpty(options.Slots.NavigationStart) && string.IsNullOrEmpty(options.Slots.NavigationEnd))
            return null;
        var word = Write.Some(options.MenuButtonText) ?? "Menu";
        var id = Write.Some(options.NavigationId) ?? "navigation";
        var label = Write.Some(options.MenuButtonLabel);
        return new Element("nav", Write.Classes("govuk-service-navigation__wrapper", options.NavigationClasses))
            .With("aria-label", Write.Some(options.NavigationLabel) ?? word)
            .Add(
                !(options.CollapseNavigationOnMobile ?? items.Count > 1)
                    ? null
                    : new Element("button", "govuk-service-navigation__toggle govuk-js-service-navigation-toggle")
                        .With("type", "button")
                        .With("aria-controls", id)
                        .With("aria-label", label == word ? null : label)
                        .Flag("hidden", true)
                        .With("aria-hidden", "true")
                        .Text(word),
                new Element("ul", "govuk-service-navigation__list")
                    .With("id", id)
                    .Html(options.Slots.NavigationStart)
                    .Add(items.Select(Item))
                    .Html(options.Slots.NavigationEnd)
            );
    }

    private static Element Item(ServiceNavigationItem item)
    {
        var marked = item.Active || item.Current;
        var current =
            item.Current ? "page"
            : item.Active ? "true"
            : null;
        var inside = marked ? new Element("strong", "govuk-service-navigation__active-fallback").Add(item.Body) : item.Body;
        return new Element(
            "li",
            Write.Classes("govuk-service-navigation__item", marked ? "govuk-service-navigation__item--active" : null)
        ).Add(
            !string.IsNullOrEmpty(item.Href)
                ? new Element("a", "govuk-service-navigation__link")
                    .With("href", item.Href)
                    .With("aria-current", current)
                    .With(item.Attributes)
                    .Add(inside)
            : item.IsEmpty ? null
            : new Element("span", "govuk-service-navigation__text").With("aria-current", current).Add(inside)
        );
    }
}
