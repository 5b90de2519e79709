using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>
/// What all fields take from the view: the property they are for, their words, and the value and errors of the model state.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The property: gives id, name, value and errors.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>The label, or the legend of a set.</summary>
    public string Label { get; set; } = "";

    /// <summary>"s", "m", "l" or "xl"; "l" for a page heading if null.</summary>
    public string? LabelSize { get; set; }

    /// <summary>Whether the label is the page's h1.</summary>
    public bool PageHeading { get; set; }

    /// <summary>The hint under the label.</summary>
    public string? Hint { get; set; }

    /// <summary>Adds "(optional)" to the label.</summary>
    public bool Optional { get; set; }

    /// <summary>Set by the view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The name that is posted, and the key of the model state.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>The id of the input.</summary>
    protected string Id => IdOf(Name);

    /// <summary>The id that belongs to a key of the model state.</summary>
    internal static string IdOf(string key) => TagBuilder.CreateSanitizedId(key, "_");

    /// <summary>The first error at the key.</summary>
    protected ModelError? Error =>
        ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0] : null;

    /// <summary>The error as the component wants it.</summary>
    protected ErrorMessageOptions? ErrorOptions =>
        Messages is [var only] ? new() { Text = only }
        : Messages.Count > 0 ? new() { Html = string.Join("<br>", Messages.Select(HtmlEncoder.Default.Encode)) }
        : null;

    private List<string> Messages =>
        ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) ? [.. entry.Errors.Select(e => e.ErrorMessage).Distinct()] : [];

    /// <summary>The hint as the component wants it.</summary>
    protected Content? HintOptions => string.IsNullOrEmpty(Hint) ? null : new() { Text = Hint };

    /// <summary>The label as the component wants it.</summary>
    protected LabelOptions LabelOptions =>
        new()
        {
            Text = Words,
            IsPageHeading = PageHeading,
            Classes = Size(PageHeading ? "l" : null, "govuk-label--"),
        };

    /// <summary>The fieldset that a set of inputs stands in, with its legend.</summary>
    protected FieldsetOptions FieldsetOptions =>
        new()
        {
            Legend = new()
            {
                Text = Words,
                IsPageHeading = PageHeading,
                Classes = Size(PageHeading ? "l" : "s", "govuk-fieldset__legend--"),
            },
        };

    /// <summary>What was typed, else the property's value, as text.</summary>
    protected string? Value => Values is [var first, ..] ? first : null;

    /// <summary>The same of a property with several values.</summary>
    protected IReadOnlyList<string?> Values => ValuesOf(Name, For.Model);

    /// <summary>What was posted under a name, else the values of a model.</summary>
    protected IReadOnlyList<string?> ValuesOf(string name, object? model)
    {
        if (ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) && entry.RawValue is { } raw)
            return raw is string one ? [one] : [.. ((IEnumerable)raw).Cast<object?>().Select(TextOf)];
        return model is IEnumerable several and not string ? [.. several.Cast<object?>().Select(TextOf)] : [TextOf(model)];
    }

    /// <summary>Renders the field in place of the tag, and tells the error summary where the field is.</summary>
    protected void Put(TagHelperOutput output, IHtmlContent field, string? focus = null)
    {
        FieldOrder.Of(ViewContext.HttpContext).Add(Name, focus ?? Id);
        output.Replace(field);
    }

    private string Words => Optional ? Label + " (optional)" : Label;

    private string? Size(string? otherwise, string prefix) => (LabelSize ?? otherwise) is { Length: > 0 } size ? prefix + size : null;

    private static string? TextOf(object? value) =>
        value switch
        {
            null => null,
            bool truth => truth ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}
