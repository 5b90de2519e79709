using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>Text input.</summary>
[HtmlTargetElement("gov-input", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class InputTagHelper : FieldTagHelper
{
    /// <summary>Stands before the input.</summary>
    public string? Prefix { get; set; }

    /// <summary>Stands after it.</summary>
    public string? Suffix { get; set; }

    /// <summary>The type; "text" if null.</summary>
    public string? Type { get; set; }

    /// <summary>Which keyboard a telephone shows: "numeric" or "decimal".</summary>
    public string? Inputmode { get; set; }

    /// <summary>How many characters wide: 2, 3, 4, 5, 10, 20 or 30.</summary>
    public int? Width { get; set; }

    /// <summary>What the browser may fill in.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Whether the browser checks spelling.</summary>
    public bool? Spellcheck { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            Input.Render(
                new()
                {
                    Id = Id,
                    Name = Name,
                    Value = Value,
                    Type = Type,
                    Inputmode = Inputmode,
                    Autocomplete = Autocomplete,
                    Spellcheck = Spellcheck,
                    Prefix = string.IsNullOrEmpty(Prefix) ? null : new() { Text = Prefix },
                    Suffix = string.IsNullOrEmpty(Suffix) ? null : new() { Text = Suffix },
                    Classes = Write.Classes(Width is { } width ? $"govuk-input--width-{width}" : null, output.Classes()),
                    Attributes = output.Others(),
                    Label = LabelOptions,
                    Hint = HintOptions,
                    ErrorMessage = ErrorOptions,
                }
            )
        );
}

/// <summary>Password input. What was typed is never sent back.</summary>
[HtmlTargetElement("gov-password", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PasswordTagHelper : FieldTagHelper
{
    /// <summary>"current-password" if null, or "new-password".</summary>
    public string? Autocomplete { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            PasswordInput.Render(
                new()
                {
                    Id = Id,
                    Name = Name,
                    Autocomplete = Autocomplete,
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                    Label = LabelOptions,
                    Hint = HintOptions,
                    ErrorMessage = ErrorOptions,
                }
            )
        );
}
