using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>File upload.</summary>
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
                    Javascript = true,
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                    Label = LabelOptions,
                    Hint = HintOptions,
                    ErrorMessage = ErrorOptions,
                }
            )
        );
}
