using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

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
        Put(
            output,
            Select.Render(
                new()
                {
                    Id = Id,
                    Name = Name,
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                    Label = LabelOptions,
                    Hint = HintOptions,
                    ErrorMessage = ErrorOptions,
                    Items =
                    [
                        .. Items.Select(item => new SelectItem
                        {
                            Value = item.Value,
                            Text = item.Text,
                            Disabled = item.Disabled,
                            Selected = chosen is null
                                ? item.Selected
                                : string.Equals(item.Value ?? item.Text, chosen, StringComparison.OrdinalIgnoreCase),
                        }),
                    ],
                }
            )
        );
    }
}
