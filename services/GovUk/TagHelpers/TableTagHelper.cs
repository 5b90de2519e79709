using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.GovUk.TagHelpers;

/// <summary>
/// Puts each table in a box of its own, which scrolls where the window is narrower than the table: the page then does not. On a telephone,
/// one whose columns have names is shown as cards instead, a line for each cell.
/// </summary>
[HtmlTargetElement("table", Attributes = "class")]
public sealed class TableTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Init(TagHelperContext context) => context.Items[typeof(TableColumns)] = new TableColumns();

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        output.Attributes.SetAttribute("role", "table");
        if (((TableColumns)context.Items[typeof(TableColumns)]).Names.Count > 0)
            output.AddClass("platform-cards", HtmlEncoder.Default);
        output.PreElement.SetHtmlContent("""<div class="platform-table-scroll">""");
        output.PostElement.SetHtmlContent("</div>");
    }
}
