using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
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

/// <summary>Select.</summary>
[HtmlTargetElement("gov-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper : FieldTagHelper
{
    /// <summary>The options; which is chosen comes from the property.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Value;
        Put(output, Select.Render(new()
        {
            Id = Id,
            Name = Name,
            Classes = output.Classes(),
            Attributes = output.Others(),
            Label = LabelOptions,
            Hint = HintOptions,
            ErrorMessage = ErrorOptions,
            Items = [.. Items.Select(item => new SelectItem
            {
                Value = item.Value,
                Text = item.Text,
                Disabled = item.Disabled,
                Selected = chosen is null ? item.Selected : string.Equals(item.Value ?? item.Text, chosen, StringComparison.OrdinalIgnoreCase),
            })],
        }));
    }
}

/// <summary>File upload.</summary>
[HtmlTargetElement("gov-file-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileUploadTagHelper : FieldTagHelper
{
    /// <summary>Whether several files may be chosen.</summary>
    public bool Multiple { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) => Put(output, FileUpload.Render(new()
    {
        Id = Id,
        Name = Name,
        Multiple = Multiple,
        Javascript = true,
        Classes = output.Classes(),
        Attributes = output.Others(),
        Label = LabelOptions,
        Hint = HintOptions,
        ErrorMessage = ErrorOptions,
    }));
}
