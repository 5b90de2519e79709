using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="Input"/>.</summary>
public sealed record InputOptions : FieldOptions
{
    /// <summary>The type of the input; "text" if none.</summary>
    public string? Type { get; init; }

    /// <summary>Which keyboard a telephone shows.</summary>
    public string? Inputmode { get; init; }

    /// <summary>A pattern.</summary>
    public string? Pattern { get; init; }

    /// <summary>What the browser may fill in.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Whether the keyboard begins words with capitals.</summary>
    public string? Autocapitalize { get; init; }

    /// <summary>Whether the browser checks spelling.</summary>
    public bool? Spellcheck { get; init; }

    /// <summary>Stands before the input, such as £.</summary>
    public Content? Prefix { get; init; }

    /// <summary>Stands after the input, such as "per hour".</summary>
    public Content? Suffix { get; init; }

    /// <summary>The box around input, prefix and suffix.</summary>
    public FormGroupOptions InputWrapper { get; init; } = new();
}

/// <summary>Text input.</summary>
public static class Input
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(InputOptions options) =>
        Field.Render(
            options,
            describedBy =>
            {
                var input = InputOf(options, describedBy);
                var around = new[] { options.FormGroup.BeforeInput, options.Prefix, options.Suffix, options.FormGroup.AfterInput };
                if (around.All(part => part is null || part.IsEmpty))
                    return input;
                return new Element("div", Write.Classes("govuk-input__wrapper", options.InputWrapper.Classes))
                    .With(options.InputWrapper.Attributes)
                    .Add(
                        options.FormGroup.BeforeInput?.Body,
                        Affix(options.Prefix, "prefix"),
                        input,
                        Affix(options.Suffix, "suffix"),
                        options.FormGroup.AfterInput?.Body
                    );
            }
        );

    private static Element InputOf(InputOptions options, string? describedBy) =>
        new Element("input", Write.Classes("govuk-input", options.Classes, options.ErrorMessage is null ? null : "govuk-input--error"))
            .With("id", options.OwnId)
            .With("name", options.Name ?? "")
            .With("type", Write.Some(options.Type) ?? "text")
            .With("spellcheck", Write.Flag(options.Spellcheck))
            .With("value", options.Value)
            .Flag("disabled", options.Disabled)
            .With("aria-describedby", describedBy)
            .With("autocomplete", options.Autocomplete)
            .With("autocapitalize", options.Autocapitalize)
            .With("pattern", options.Pattern)
            .With("inputmode", options.Inputmode)
            .With(options.Attributes);

    private static Element? Affix(Content? affix, string which) =>
        affix is null || affix.IsEmpty ? null : (affix with { Id = null }).In("div", "govuk-input__" + which).With("aria-hidden", "true");
}
