using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="Button"/>.</summary>
public sealed record ButtonOptions : Content
{
    /// <summary>Makes it a link.</summary>
    public string? Href { get; init; }

    /// <summary>"submit" if null.</summary>
    public string? Type { get; init; }

    /// <summary>The name that is posted.</summary>
    public string? Name { get; init; }

    /// <summary>The value that is posted.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it cannot be pressed.</summary>
    public bool Disabled { get; init; }

    /// <summary>Whether a second press within a second is ignored.</summary>
    public bool? PreventDoubleClick { get; init; }

    /// <summary>Whether it is the green button with an arrow.</summary>
    public bool IsStartButton { get; init; }
}

/// <summary>Button, or a link that looks like one.</summary>
public static class Button
{
    private const string Arrow =
        """<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" """
        + """height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false">"""
        + """<path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>""";

    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(ButtonOptions options)
    {
        var classes = Write.Classes("govuk-button", options.Classes, options.IsStartButton ? "govuk-button--start" : null);
        var button = !string.IsNullOrEmpty(options.Href)
            ? new Element("a", classes).With("href", options.Href).With("role", "button").With("draggable", "false")
            : new Element("button", classes)
                .With("type", Write.Some(options.Type) ?? "submit")
                .With("value", Write.Some(options.Value))
                .With("name", Write.Some(options.Name))
                .Flag("disabled", options.Disabled)
                .With("aria-disabled", options.Disabled ? "true" : null)
                .With("data-prevent-double-click", Write.Flag(options.PreventDoubleClick));
        button.With("data-module", "govuk-button").With(options.Attributes).With("id", Write.Some(options.Id));
        if (!options.IsStartButton)
            return button.Add(options.Body);
        return button.Add(string.IsNullOrEmpty(options.Html) ? options.Body : new Element("span").Html(options.Html)).Html(Arrow);
    }
}
