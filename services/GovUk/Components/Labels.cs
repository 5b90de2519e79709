using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="Label"/>.</summary>
public sealed record LabelOptions : Content
{
    /// <summary>The id of the field that it names.</summary>
    public string? For { get; init; }

    /// <summary>Whether it is also the page's h1.</summary>
    public bool IsPageHeading { get; init; }
}

/// <summary>Label of a field.</summary>
public static class Label
{
    /// <summary>Renders the component; nothing when there is no text.</summary>
    public static IHtmlContent Render(LabelOptions options)
    {
        if (options.IsEmpty)
            return HtmlString.Empty;
        var label = new Element("label", Write.Classes("govuk-label", options.Classes))
            .With(options.Attributes)
            .With("for", Write.Some(options.For))
            .Add(options.Body);
        return options.IsPageHeading ? new Element("h1", "govuk-label-wrapper").Add(label) : label;
    }
}

/// <summary>Hint.</summary>
public static class Hint
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(Content options) => options.In("div", "govuk-hint");
}

/// <summary>Options of <see cref="ErrorMessage"/>.</summary>
public sealed record ErrorMessageOptions : Content
{
    /// <summary>Said before the message by screen readers; empty for nothing.</summary>
    public string? VisuallyHiddenText { get; init; } = "Error";
}

/// <summary>Error message beside a field.</summary>
public static class ErrorMessage
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(ErrorMessageOptions options)
    {
        var message = new Element("p", Write.Classes("govuk-error-message", options.Classes))
            .With("id", Write.Some(options.Id))
            .With(options.Attributes);
        if (!string.IsNullOrEmpty(options.VisuallyHiddenText))
            message.Add(new Element("span", "govuk-visually-hidden").Text(options.VisuallyHiddenText + ":")).Text(" ");
        return message.Add(options.Body);
    }
}

/// <summary>The legend of a <see cref="Fieldset"/>.</summary>
public sealed record LegendOptions : Content
{
    /// <summary>Whether it is also the page's h1.</summary>
    public bool IsPageHeading { get; init; }
}

/// <summary>Options of <see cref="Fieldset"/>.</summary>
public sealed record FieldsetOptions : Content
{
    /// <summary>What the fields have in common.</summary>
    public LegendOptions? Legend { get; init; }

    /// <summary>Ids of what describes the whole set.</summary>
    public string? DescribedBy { get; init; }

    /// <summary>An ARIA role.</summary>
    public string? Role { get; init; }
}

/// <summary>Fieldset.</summary>
public static class Fieldset
{
    /// <summary>Renders the component around its html.</summary>
    public static IHtmlContent Render(FieldsetOptions options) => Render(options, new HtmlString(options.Html));

    internal static Element Render(FieldsetOptions options, params IEnumerable<IHtmlContent?> content) =>
        new Element("fieldset", Write.Classes("govuk-fieldset", options.Classes))
            .With("role", Write.Some(options.Role))
            .With("aria-describedby", Write.Some(options.DescribedBy))
            .With(options.Attributes)
            .Add(LegendOf(options.Legend))
            .Add(content);

    private static Element? LegendOf(LegendOptions? legend)
    {
        if (legend is null || legend.IsEmpty)
            return null;
        var around = new Element("legend", Write.Classes("govuk-fieldset__legend", legend.Classes));
        return legend.IsPageHeading ? around.Add(new Element("h1", "govuk-fieldset__heading").Add(legend.Body)) : around.Add(legend.Body);
    }
}
