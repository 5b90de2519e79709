using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>The buttons and links of an interruption.</summary>
public sealed record PanelActions
{
    /// <summary>The buttons and links.</summary>
    public IReadOnlyList<ButtonOptions> Items { get; init; } = [];

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Options of <see cref="Panel"/>.</summary>
public sealed record PanelOptions : Content
{
    /// <summary>The title: the page's h1.</summary>
    public string? TitleText { get; init; }

    /// <summary>The same as markup.</summary>
    public string? TitleHtml { get; init; }

    /// <summary>"1" if null.</summary>
    public string? HeadingLevel { get; init; }

    /// <summary>What one may do; only on an interruption.</summary>
    public PanelActions? Actions { get; init; }
}

/// <summary>Panel: the confirmation that something is done.</summary>
public static class Panel
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(PanelOptions options)
    {
        var interruption = options.Classes?.Contains("govuk-panel--interruption", StringComparison.Ordinal) ?? false;
        return new Element("div", Write.Classes("govuk-panel", interruption ? null : "govuk-panel--confirmation", options.Classes))
            .With(options.Attributes)
            .Add(
                new Element("h" + (Write.Some(options.HeadingLevel) ?? "1"), "govuk-panel__title").Add(
                    Write.Body(options.TitleHtml, options.TitleText)
                ),
                options.IsEmpty ? null : new Element("div", "govuk-panel__body").Add(options.Body),
                interruption && options.Actions is { } actions ? ActionsOf(actions) : null
            );
    }

    private static Element ActionsOf(PanelActions actions) =>
        new Element("div", Write.Classes("govuk-panel__actions", actions.Classes))
            .With(actions.Attributes)
            .Add(actions.Items.Count == 0 ? null : new Element("div", "govuk-button-group").Add(actions.Items.Select(Action)));

    private static IHtmlContent Action(ButtonOptions action) =>
        string.IsNullOrEmpty(action.Href) || action.Type == "button"
            ? Button.Render(
                new()
                {
                    Text = action.Text,
                    Type = Write.Some(action.Type) ?? "button",
                    Classes = Write.Classes("govuk-button--inverse", action.Classes),
                    Href = action.Href,
                    Attributes = action.Attributes,
                }
            )
            : new Element("a", Write.Classes("govuk-link govuk-link--inverse", action.Classes))
                .With("href", action.Href)
                .With(action.Attributes)
                .Text(action.Text);
}
