using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>Textarea, which counts characters down when there is a most.</summary>
[HtmlTargetElement("gov-textarea", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextareaTagHelper : FieldTagHelper
{
    /// <summary>How many lines it shows; 5 if null.</summary>
    public int? Rows { get; set; }

    /// <summary>The most characters.</summary>
    public int? MaxLength { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var options = new CharacterCountOptions
        {
            Id = Id,
            Name = Name,
            Value = Value,
            Rows = Rows?.ToString(CultureInfo.InvariantCulture),
            Maxlength = MaxLength?.ToString(CultureInfo.InvariantCulture),
            Classes = output.Classes(),
            Attributes = output.Others(),
            Label = LabelOptions,
            Hint = HintOptions,
            ErrorMessage = ErrorOptions,
        };
        Put(output, MaxLength is null ? Textarea.Render(options) : CharacterCount.Render(options));
    }
}
