using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>Tag: the status of something.</summary>
[HtmlTargetElement("gov-tag")]
public sealed class TagTagHelper : TagHelper
{
    /// <summary>
    /// "grey", "purple", "yellow", "red", "green", "orange", "pink", "teal"...; "light-blue" and "blue" are the tag's own colour.
    /// </summary>
    public string? Colour { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Replace(
            Tag.Render(
                new()
                {
                    Html = await output.InsideAsync(),
                    Classes = Write.Classes(ClassOf(Colour), output.Classes()),
                    Attributes = output.Others(),
                }
            )
        );

    internal static string? ClassOf(string? colour) => colour is null or "" or "blue" or "light-blue" ? null : "govuk-tag--" + colour;
}

/// <summary>Inset text.</summary>
[HtmlTargetElement("gov-inset-text")]
public sealed class InsetTextTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Replace(
            InsetText.Render(
                new()
                {
                    Html = await output.InsideAsync(),
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                }
            )
        );
}

/// <summary>Warning text.</summary>
[HtmlTargetElement("gov-warning-text")]
public sealed class WarningTextTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Replace(
            WarningText.Render(
                new()
                {
                    Html = await output.InsideAsync(),
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                }
            )
        );
}

/// <summary>Details.</summary>
[HtmlTargetElement("gov-details")]
public sealed class DetailsTagHelper : TagHelper
{
    /// <summary>The words that people press to open it.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Whether it begins open.</summary>
    public bool Open { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Replace(
            Details.Render(
                new()
                {
                    SummaryText = Summary,
                    Open = Open,
                    Html = await output.InsideAsync(),
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                }
            )
        );
}

/// <summary>Panel: the confirmation that something is done. Its title is the page's h1.</summary>
[HtmlTargetElement("gov-panel")]
public sealed class PanelTagHelper : TagHelper
{
    /// <summary>The title.</summary>
    public string Title { get; set; } = "";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Replace(
            Panel.Render(
                new()
                {
                    TitleText = Title,
                    Html = await output.InsideAsync(),
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                }
            )
        );
}

/// <summary>Notification banner.</summary>
[HtmlTargetElement("gov-notification-banner")]
public sealed class NotificationBannerTagHelper : TagHelper
{
    /// <summary>"Important", or "Success" when that is what it is, if null.</summary>
    public string? Title { get; set; }

    /// <summary>Whether something was just done.</summary>
    public bool Success { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Replace(
            NotificationBanner.Render(
                new()
                {
                    TitleText = Title,
                    Type = Success ? "success" : null,
                    Html = await output.InsideAsync(),
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                }
            )
        );
}
