using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>Summary list, in a card when it has a title.</summary>
[HtmlTargetElement("gov-summary-list")]
[RestrictChildren("gov-summary-row", "gov-card-action")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <summary>Puts the list in a card of this title.</summary>
    public string? CardTitle { get; set; }

    /// <summary>The level of the card's heading; 2 if null.</summary>
    public string? CardHeadingLevel { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (rows, actions) = (new List<SummaryListRow>(), new List<ActionLink>());
        context.Items[typeof(SummaryListRow)] = rows;
        context.Items[typeof(ActionLink)] = actions;
        await output.GetChildContentAsync();
        output.Replace(
            SummaryList.Render(
                new()
                {
                    Rows = rows,
                    Card = string.IsNullOrEmpty(CardTitle)
                        ? null
                        : new()
                        {
                            Title = new() { Text = CardTitle, HeadingLevel = CardHeadingLevel },
                            Actions = new() { Items = actions },
                        },
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                }
            )
        );
    }
}

/// <summary>One row; what stands inside the tag is the value.</summary>
[HtmlTargetElement("gov-summary-row", ParentTag = "gov-summary-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SummaryRowTagHelper : TagHelper
{
    /// <summary>What it is.</summary>
    public string Key { get; set; } = "";

    /// <summary>Where it is changed.</summary>
    public string? ChangeHref { get; set; }

    /// <summary>What "Change" acts on, for screen readers; the key in lower case if null.</summary>
    public string? ChangeText { get; set; }

    /// <summary>Said instead of an empty value, as a link to where it is entered: "Enter a title".</summary>
    public string? MissingText { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.InsideAsync();
        var missing = value.Length == 0 && !string.IsNullOrEmpty(MissingText);
        var change =
            !missing && !string.IsNullOrEmpty(ChangeHref)
                ? new ActionLink
                {
                    Href = ChangeHref,
                    Text = "Change",
                    VisuallyHiddenText = ChangeText ?? Key.ToLowerInvariant(),
                }
                : null;
        ((List<SummaryListRow>)context.Items[typeof(SummaryListRow)]).Add(
            new()
            {
                Key = new() { Text = Key },
                Value =
                    !missing ? new() { Html = value }
                    : string.IsNullOrEmpty(ChangeHref) ? new() { Text = MissingText }
                    : new() { Html = Words.Markup(new Element("a", "govuk-link").With("href", ChangeHref).Text(MissingText)) },
                Actions = change is null ? null : new() { Items = [change] },
                Classes = output.Classes(),
            }
        );
        output.SuppressOutput();
    }
}

/// <summary>A link at the top of a summary card.</summary>
[HtmlTargetElement("gov-card-action", ParentTag = "gov-summary-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CardActionTagHelper : TagHelper
{
    /// <summary>Where to.</summary>
    public string Href { get; set; } = "";

    /// <summary>"Change" or "Remove".</summary>
    public string Text { get; set; } = "";

    /// <summary>What it acts on, when the card's title does not say.</summary>
    public string? HiddenText { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ((List<ActionLink>)context.Items[typeof(ActionLink)]).Add(
            new()
            {
                Href = Href,
                Text = Text,
                VisuallyHiddenText = HiddenText,
            }
        );
        output.SuppressOutput();
    }
}
