using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;
using Platform.GovUk.Forms;

namespace Platform.GovUk.TagHelpers;

/// <summary>Date input for a <see cref="TypedDate"/>.</summary>
[HtmlTargetElement("gov-date", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTagHelper : FieldTagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var typed = For.Model as TypedDate;
        var wrong = (Error as DateError)?.Parts ?? (Error is null ? [] : DateError.All);
        DateInputItem Box(string part, string? kept) =>
            new()
            {
                Id = $"{Id}_{part}",
                Name = $"{Name}.{part}",
                Label = part,
                Value = ValuesOf($"{Name}.{part}", kept) is [var first, ..] ? first : null,
                Error = wrong.Contains(part),
                Classes = part == "Year" ? "govuk-input--width-4" : "govuk-input--width-2",
            };
        Put(
            output,
            DateInput.Render(
                new()
                {
                    Id = Id,
                    Items = [Box("Day", typed?.Day), Box("Month", typed?.Month), Box("Year", typed?.Year)],
                    Fieldset = FieldsetOptions,
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                    Hint = HintOptions,
                    ErrorMessage = ErrorOptions,
                }
            ),
            $"{Id}_{(wrong.Count > 0 ? wrong[0] : "Day")}"
        );
    }
}
