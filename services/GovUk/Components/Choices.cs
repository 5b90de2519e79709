using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>One radio button or checkbox, or the divider between them.</summary>
public sealed record ChoiceItem : Content
{
    /// <summary>The value that is posted.</summary>
    public string? Value { get; init; }

    /// <summary>A name other than the set's.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is chosen; null leaves it to the set's value.</summary>
    public bool? Checked { get; init; }

    /// <summary>Whether it cannot be chosen.</summary>
    public bool Disabled { get; init; }

    /// <summary>A word between the choices, such as "or".</summary>
    public string? Divider { get; init; }

    /// <summary>"exclusive" for the checkbox "None of these".</summary>
    public string? Behaviour { get; init; }

    /// <summary>The hint under the choice.</summary>
    public Content? Hint { get; init; }

    /// <summary>Classes and attributes of the label.</summary>
    public Content Label { get; init; } = new();

    /// <summary>What the choice reveals.</summary>
    public Content? Conditional { get; init; }
}

/// <summary>Options of <see cref="Radios"/> and <see cref="Checkboxes"/>.</summary>
public sealed record ChoicesOptions : FieldOptions
{
    /// <summary>What the ids begin with; the name if none.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The fieldset around them.</summary>
    public FieldsetOptions? Fieldset { get; init; }

    /// <summary>The choices.</summary>
    public IReadOnlyList<ChoiceItem?> Items { get; init; } = [];

    /// <summary>The chosen values of checkboxes.</summary>
    public IReadOnlyList<string?>? Values { get; init; }
}

/// <summary>Radios.</summary>
public static class Radios
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(ChoicesOptions options) => Choices.Render(options, "radios", "radio");
}

/// <summary>Checkboxes.</summary>
public static class Checkboxes
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(ChoicesOptions options) => Choices.Render(options, "checkboxes", "checkbox");
}

/// <summary>Radios and checkboxes have one template but for the type of the input.</summary>
internal static class Choices
{
    public static IHtmlContent Render(ChoicesOptions options, string component, string type)
    {
        var prefix = Write.Some(options.IdPrefix) ?? options.Name;
        var described = Write.Some(options.Fieldset?.DescribedBy) ?? (type == "checkbox" ? Write.Some(options.DescribedBy) : null);
        var (words, describedBy) = Field.Words(prefix, described, options.Hint, options.ErrorMessage);
        var inputs = new Element("div", Write.Classes("govuk-" + component, options.Classes))
            .With(options.Attributes)
            .With("data-module", "govuk-" + component)
            .Add(options.FormGroup.BeforeInputs?.Body);
        foreach (var (index, item) in options.Items.Index())
            if (item is not null)
                inputs.Add(
                    One(options, item, Write.Some(item.Id) ?? prefix + (index > 0 ? $"-{index + 1}" : ""), component, type, describedBy)
                );
        inputs.Add(options.FormGroup.AfterInputs?.Body);

        var group = Field.Group(options.FormGroup, options.ErrorMessage);
        return options.Fieldset is { } fieldset
            ? group.Add(Fieldset.Render(fieldset with { DescribedBy = describedBy, Role = null }, [.. words, inputs]))
            : group.Add(words).Add(inputs);
    }

    private static IEnumerable<IHtmlContent> One(
        ChoicesOptions options,
        ChoiceItem item,
        string id,
        string component,
        string type,
        string? describedBy
    )
    {
        if (!string.IsNullOrEmpty(item.Divider))
        {
            yield return new Element("div", $"govuk-{component}__divider").Text(item.Divider);
            yield break;
        }
        var chosen =
            item.Checked
            ?? (
                type == "radio"
                    ? !string.IsNullOrEmpty(options.Value) && item.Value == options.Value
                    : options.Values?.Contains(item.Value) ?? false
            );
        var hint = item.Hint is null || item.Hint.IsEmpty ? null : item.Hint with { Id = id + "-item-hint" };
        var described = Write.Classes(type == "checkbox" && options.Fieldset is null ? describedBy : null, hint?.Id);
        var reveals = string.IsNullOrEmpty(item.Conditional?.Html) ? null : "conditional-" + id;
        yield return new Element("div", $"govuk-{component}__item").Add(
            new Element("input", $"govuk-{component}__input")
                .With("id", id)
                .With("name", (type == "checkbox" ? Write.Some(item.Name) : null) ?? options.Name ?? "")
                .With("type", type)
                .With("value", item.Value ?? "")
                .Flag("checked", chosen)
                .Flag("disabled", item.Disabled)
                .With("data-aria-controls", reveals)
                .With("data-behaviour", Write.Some(item.Behaviour))
                .With("aria-describedby", described)
                .With(item.Attributes),
            Label.Render(
                new()
                {
                    Html = item.Html,
                    Text = item.Text,
                    Classes = Write.Classes($"govuk-{component}__label", item.Label.Classes),
                    Attributes = item.Label.Attributes,
                    For = id,
                }
            ),
            hint is null ? null : Hint.Render(hint with { Classes = Write.Classes($"govuk-{component}__hint", hint.Classes) })
        );
        if (reveals is not null)
            yield return new Element(
                "div",
                Write.Classes($"govuk-{component}__conditional", chosen ? null : $"govuk-{component}__conditional--hidden")
            )
                .With("id", reveals)
                .Html(item.Conditional!.Html);
    }
}
