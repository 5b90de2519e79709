using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.GovUk.TagHelpers;

/// <summary>Words that people of the office typed, line by line, with the addresses in them as links.</summary>
[HtmlTargetElement("gov-typed", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TypedTagHelper : TagHelper
{
    /// <summary>What was typed.</summary>
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var (line, i) in Text.Split('\n').Select((l, i) => (l, i)))
        {
            if (i > 0)
                output.Content.AppendHtml("<br>");
            foreach (var (text, address) in TypedLinks.Of(line))
                if (address is null)
                    output.Content.Append(text);
                else
                    output
                        .Content.AppendHtml("<a class=\"govuk-link\" href=\"")
                        .Append(address)
                        .AppendHtml("\">")
                        .Append(text)
                        .AppendHtml("</a>");
        }
    }
}
