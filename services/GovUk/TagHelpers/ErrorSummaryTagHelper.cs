using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>
/// Error summary of the model state, above the h1. Its order is the order of the fields on the page; errors without a field come last. An
/// error whose key is an address is a link to that page, which opens beside this one: nothing typed is lost.
/// </summary>
[HtmlTargetElement("gov-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>Set by the view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ViewData.ModelState.IsValid)
            output.SuppressOutput();
        else
            output.Replace(new AfterTheFields(ViewContext));
    }

    /// <summary>Content that is worked out when the page is written: by then, all fields below have said where they are.</summary>
    private sealed class AfterTheFields(ViewContext view) : IHtmlContent
    {
        private static readonly Dictionary<string, string?> BesideThis = new() { ["target"] = "_blank", ["rel"] = "noreferrer noopener" };

        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var order = FieldOrder.Of(view.HttpContext);
            var errors =
                from entry in view.ViewData.ModelState
                let field = order.Find(entry.Key)
                let isPage = entry.Key.StartsWith('/')
                orderby isPage, field.Position
                from message in entry.Value!.Errors.Select(error => error.ErrorMessage).Distinct()
                select new LinkOptions
                {
                    Text = message,
                    Href =
                        isPage ? entry.Key
                        : (field.Id ?? FieldTagHelper.IdOf(entry.Key)) is { Length: > 0 } id ? "#" + id
                        : null,
                    Attributes = isPage ? BesideThis : null,
                };
            ErrorSummary.Render(new() { TitleText = "There is a problem", ErrorList = [.. errors] }).WriteTo(writer, encoder);
        }
    }
}
