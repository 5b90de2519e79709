using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.GovUk.TagHelpers;

/// <summary>
/// Puts each table in a box of its own, which scrolls where the window is narrower than the table: the page then does not.
/// </summary>
[HtmlTargetElement("table", Attributes = "class")]
public sealed class TableTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PreElement.SetHtmlContent("""<div class="platform-table-scroll">""");
        output.PostElement.SetHtmlContent("</div>");
    }
}
