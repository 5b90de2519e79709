using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>
/// File upload: the browser's own box, whose spoken name is its label. GOV.UK Frontend's place for files is spoken otherwise than shown.
/// </summary>
[HtmlTargetElement("gov-file-upload", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileUploadTagHelper : FieldTagHelper
{
    /// <summary>Whether several files may be chosen.</summary>
    public bool Multiple { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Put(
            output,
            FileUpload.Render(
                new()
                {
                    Id = Id,
                    Name = Name,
                    Multiple = Multiple,
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                    Label = LabelOptions,
                    Hint = HintOptions,
                    ErrorMessage = ErrorOptions,
                }
            )
        );
}
