using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>The box around a field, and what stands directly before and after its input.</summary>
public sealed record FormGroupOptions
{
    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    /// <summary>Directly before one input.</summary>
    public Content? BeforeInput { get; init; }

    /// <summary>Directly after one input.</summary>
    public Content? AfterInput { get; init; }

    /// <summary>Directly before a set of inputs.</summary>
    public Content? BeforeInputs { get; init; }

    /// <summary>Directly after a set of inputs.</summary>
    public Content? AfterInputs { get; init; }
}

/// <summary>Options that every field shares: its name, its words, and what is wrong with it.</summary>
public abstract record FieldOptions
{
    /// <summary>The id of the input; its name if there is none.</summary>
    public string? Id { get; init; }

    /// <summary>The name that is posted.</summary>
    public string? Name { get; init; }

    /// <summary>The value as people typed it or as it is kept.</summary>
    public string? Value { get; init; }

    /// <summary>Whether the field cannot be used. Avoid: people cannot see why.</summary>
    public bool Disabled { get; init; }

    /// <summary>Ids of further elements that describe the field.</summary>
    public string? DescribedBy { get; init; }

    /// <summary>The label.</summary>
    public LabelOptions Label { get; init; } = new();

    /// <summary>The hint under the label.</summary>
    public Content? Hint { get; init; }

    /// <summary>What is wrong.</summary>
    public ErrorMessageOptions? ErrorMessage { get; init; }

    /// <summary>The box around it.</summary>
    public FormGroupOptions FormGroup { get; init; } = new();

    /// <summary>Classes of the input.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes of the input.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    /// <summary>The id, or the name in its place.</summary>
    internal string? OwnId => Write.Some(Id) ?? Name;
}

/// <summary>What the templates of all fields repeat: group, label, hint, error message, and the ids that tie them to the input.</summary>
internal static class Field
{
    /// <summary>A field with one input, made by <paramref name="input"/> from the ids that describe it.</summary>
    public static IHtmlContent Render(FieldOptions options, Func<string?, IHtmlContent> input)
    {
        var (words, describedBy) = Words(options.OwnId, options.DescribedBy, options.Hint, options.ErrorMessage);
        return Group(options.FormGroup, options.ErrorMessage)
            .Add(Label.Render(options.Label with { For = options.OwnId, Id = null }))
            .Add(words)
            .Add(input(describedBy));
    }

    /// <summary>The form group, red at its side when there is an error.</summary>
    public static Element Group(FormGroupOptions group, ErrorMessageOptions? error) =>
        new Element("div", Write.Classes("govuk-form-group", error is null ? null : "govuk-form-group--error", group.Classes)).With(
            group.Attributes
        );

    /// <summary>Hint and error message with their ids, and all ids that describe the field.</summary>
    public static (IReadOnlyList<IHtmlContent> Words, string? DescribedBy) Words(
        string? id,
        string? describedBy,
        Content? hint,
        ErrorMessageOptions? error
    )
    {
        var words = new List<IHtmlContent>();
        if (hint is not null)
        {
            words.Add(Hint.Render(hint with { Id = id + "-hint" }));
            describedBy = Write.Classes(describedBy, id + "-hint");
        }
        if (error is not null)
        {
            words.Add(ErrorMessage.Render(error with { Id = id + "-error" }));
            describedBy = Write.Classes(describedBy, id + "-error");
        }
        return (words, Write.Some(describedBy));
    }
}
