using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>One tab and what it shows.</summary>
public sealed record TabItem
{
    /// <summary>The id of the panel; made of the prefix and the position if null.</summary>
    public string? Id { get; init; }

    /// <summary>What the tab says.</summary>
    public string? Label { get; init; }

    /// <summary>What it shows.</summary>
    public Content Panel { get; init; } = new();

    /// <summary>Attributes of the tab.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Options of <see cref="Tabs"/>.</summary>
public sealed record TabsOptions
{
    /// <summary>The id of the whole.</summary>
    public string? Id { get; init; }

    /// <summary>What ids of panels begin with.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>"Contents" if null: the heading without JavaScript.</summary>
    public string? Title { get; init; }

    /// <summary>The tabs.</summary>
    public IReadOnlyList<TabItem?> Items { get; init; } = [];

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Tabs, which are one long page without JavaScript.</summary>
public static class Tabs
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(TabsOptions options)
    {
        var tabs = new Element("div", Write.Classes("govuk-tabs", options.Classes))
            .With("id", Write.Some(options.Id))
            .With(options.Attributes)
            .With("data-module", "govuk-tabs")
            .Add(new Element("h2", "govuk-tabs__title").Text(options.Title ?? "Contents"));
        if (options.Items.Count == 0)
            return tabs;
        var items = options
            .Items.Index()
            .Where(one => one.Item is not null)
            .Select(one => (Item: one.Item!, Id: Write.Some(one.Item!.Id) ?? $"{options.IdPrefix}-{one.Index + 1}", First: one.Index == 0))
            .ToList();
        return tabs.Add(
                new Element("ul", "govuk-tabs__list").Add(
                    items.Select(one =>
                        new Element("li", Write.Classes("govuk-tabs__list-item", one.First ? "govuk-tabs__list-item--selected" : null)).Add(
                            new Element("a", "govuk-tabs__tab").With("href", "#" + one.Id).With(one.Item.Attributes).Text(one.Item.Label)
                        )
                    )
                )
            )
            .Add(items.Select(one => PanelOf(one.Item, one.Id, one.First)));
    }

    private static Element PanelOf(TabItem item, string id, bool first)
    {
        var panel = new Element("div", Write.Classes("govuk-tabs__panel", first ? null : "govuk-tabs__panel--hidden"))
            .With("id", id)
            .With(item.Panel.Attributes);
        if (!string.IsNullOrEmpty(item.Panel.Html))
            return panel.Html(item.Panel.Html);
        return string.IsNullOrEmpty(item.Panel.Text) ? panel : panel.Add(new Element("p", "govuk-body").Text(item.Panel.Text));
    }
}
