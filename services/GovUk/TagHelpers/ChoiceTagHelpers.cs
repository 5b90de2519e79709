using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>A set of choices: collects them from the tags inside, then renders.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = new List<ChoiceItem>();
        context.Items[typeof(ChoiceItem)] = items;
        await output.GetChildContentAsync();
        var chosen = Values;
        Put(
            output,
            Render(
                new()
                {
                    IdPrefix = Id,
                    Name = Name,
                    Fieldset = FieldsetOptions,
                    Hint = HintOptions,
                    ErrorMessage = ErrorOptions,
                    Classes = Write.Classes(output.Classes(), ExtraClasses),
                    Attributes = output.Others(),
                    Items =
                    [
                        .. items.Select(item => item with { Checked = chosen.Contains(item.Value, StringComparer.OrdinalIgnoreCase) }),
                    ],
                }
            )
        );
    }

    /// <summary>Classes besides those that the author wrote.</summary>
    protected virtual string? ExtraClasses => null;

    /// <summary>Renders the component.</summary>
    protected abstract IHtmlContent Render(ChoicesOptions options);
}

/// <summary>Radios.</summary>
[HtmlTargetElement("gov-radios")]
[RestrictChildren("gov-radio", "gov-divider")]
public sealed class RadiosTagHelper : ChoicesTagHelper
{
    /// <summary>Whether the choices stand in a line: for two short ones.</summary>
    public bool Inline { get; set; }

    /// <inheritdoc/>
    protected override string? ExtraClasses => Inline ? "govuk-radios--inline" : null;

    /// <inheritdoc/>
    protected override IHtmlContent Render(ChoicesOptions options) => Radios.Render(options);
}

/// <summary>Checkboxes.</summary>
[HtmlTargetElement("gov-checkboxes")]
[RestrictChildren("gov-checkbox", "gov-divider")]
public sealed class CheckboxesTagHelper : ChoicesTagHelper
{
    /// <inheritdoc/>
    protected override IHtmlContent Render(ChoicesOptions options) => Checkboxes.Render(options);
}

/// <summary>One choice; what stands inside the tag is its label.</summary>
[HtmlTargetElement("gov-radio", ParentTag = "gov-radios")]
[HtmlTargetElement("gov-checkbox", ParentTag = "gov-checkboxes")]
public sealed class ChoiceTagHelper : TagHelper
{
    /// <summary>The value that is posted.</summary>
    public string Value { get; set; } = "";

    /// <summary>The hint under the choice.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether choosing it clears all others ("None of these").</summary>
    public bool Exclusive { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((List<ChoiceItem>)context.Items[typeof(ChoiceItem)]).Add(
            new()
            {
                Value = Value,
                Html = await output.InsideAsync(),
                Hint = string.IsNullOrEmpty(Hint) ? null : new() { Text = Hint },
                Behaviour = Exclusive ? "exclusive" : null,
                Attributes = output.Others(),
            }
        );
        output.SuppressOutput();
    }
}

/// <summary>A word between choices, such as "or".</summary>
[HtmlTargetElement("gov-divider", ParentTag = "gov-radios")]
[HtmlTargetElement("gov-divider", ParentTag = "gov-checkboxes")]
public sealed class DividerTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((List<ChoiceItem>)context.Items[typeof(ChoiceItem)]).Add(new() { Divider = WebUtility.HtmlDecode(await output.InsideAsync()) });
        output.SuppressOutput();
    }
}
