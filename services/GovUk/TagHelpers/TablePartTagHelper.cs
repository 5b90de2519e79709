using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.GovUk.TagHelpers;

/// <summary>The columns of the table that is being written.</summary>
internal sealed class TableColumns
{
    /// <summary>Their names by their places, as they are seen, encoded for HTML.</summary>
    public Dictionary<int, string> Names { get; } = [];

    /// <summary>The column of the next cell.</summary>
    public int Next { get; set; }
}

/// <summary>
/// Gives each cell the name of its column, to be shown before it on a telephone, and each part of a table its role, which some browsers
/// forget where it is not shown as a table.
/// </summary>
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tfoot")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed partial class TablePartTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var columns = context.Items.TryGetValue(typeof(TableColumns), out var of) ? (TableColumns)of : new();
        if (output.TagName == "tr")
            columns.Next = 0;
        var content = await output.GetChildContentAsync();
        var isHead = context.AllAttributes["scope"]?.Value.ToString() == "col";
        output.Attributes.SetAttribute(
            "role",
            output.TagName switch
            {
                "tr" => "row",
                "td" => "cell",
                "th" => isHead ? "columnheader" : "rowheader",
                _ => "rowgroup",
            }
        );
        if (isHead)
            columns.Names[columns.Next] = Hidden().Replace(content.GetContent(), "").Trim();
        else if (output.TagName == "td" && !content.IsEmptyOrWhiteSpace && !context.AllAttributes.ContainsName("colspan"))
            output.Attributes.SetAttribute("data-label", new HtmlString(columns.Names.GetValueOrDefault(columns.Next, "")));
        if (output.TagName is "th" or "td")
            columns.Next++;
    }

    // Tags, and words that are not seen.
    [GeneratedRegex("""<span class="govuk-visually-hidden">.*?</span>|<[^>]*>""", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
