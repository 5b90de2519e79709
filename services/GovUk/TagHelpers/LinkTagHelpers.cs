using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>Button, or with an address a link that looks like one.</summary>
[HtmlTargetElement("gov-button")]
public sealed class ButtonTagHelper : TagHelper
{
    /// <summary>Grey: beside the main button.</summary>
    public bool Secondary { get; set; }

    /// <summary>Red: destroys something.</summary>
    public bool Warning { get; set; }

    /// <summary>With an arrow: begins something.</summary>
    public bool Start { get; set; }

    /// <summary>Makes it a link.</summary>
    public string? Href { get; set; }

    /// <summary>The name that is posted.</summary>
    public string? Name { get; set; }

    /// <summary>The value that is posted.</summary>
    public string? Value { get; set; }

    /// <summary>"submit" if null.</summary>
    public string? Type { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Replace(
            Button.Render(
                new()
                {
                    Html = await output.InsideAsync(),
                    Href = Href,
                    Name = Name,
                    Value = Value,
                    Type = Type,
                    IsStartButton = Start,
                    PreventDoubleClick = Type is null or "submit" ? true : null,
                    Classes = Write.Classes(
                        Secondary ? "govuk-button--secondary" : null,
                        Warning ? "govuk-button--warning" : null,
                        output.Classes()
                    ),
                    Attributes = output.Others(),
                }
            )
        );
}

/// <summary>Back link; stands in the section BeforeContent.</summary>
[HtmlTargetElement("gov-back-link")]
public sealed class BackLinkTagHelper : TagHelper
{
    /// <summary>Where to.</summary>
    public string? Href { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) =>
        output.Replace(
            BackLink.Render(
                new()
                {
                    Href = Href,
                    Html = await output.InsideAsync(),
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                }
            )
        );
}

/// <summary>Breadcrumbs; stand in the section BeforeContent.</summary>
[HtmlTargetElement("gov-breadcrumbs")]
[RestrictChildren("gov-breadcrumb")]
public sealed class BreadcrumbsTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = new List<LinkOptions>();
        context.Items[typeof(BreadcrumbTagHelper)] = items;
        await output.GetChildContentAsync();
        output.Replace(
            Breadcrumbs.Render(
                new()
                {
                    Items = items,
                    CollapseOnMobile = true,
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                }
            )
        );
    }
}

/// <summary>One breadcrumb; without an address, this page.</summary>
[HtmlTargetElement("gov-breadcrumb", ParentTag = "gov-breadcrumbs")]
public sealed class BreadcrumbTagHelper : TagHelper
{
    /// <summary>Where to.</summary>
    public string? Href { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((List<LinkOptions>)context.Items[typeof(BreadcrumbTagHelper)]).Add(
            new()
            {
                Href = Href,
                Html = await output.InsideAsync(),
                Attributes = output.Others(),
            }
        );
        output.SuppressOutput();
    }
}

/// <summary>Pagination; nothing when there is one page.</summary>
[HtmlTargetElement("gov-pagination", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PaginationTagHelper : TagHelper
{
    /// <summary>This page, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>How many there are.</summary>
    public int Pages { get; set; }

    /// <summary>The address, with <c>{0}</c> for the number.</summary>
    public string Href { get; set; } = "?page={0}";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }
        var shown = new SortedSet<int>([1, Page - 1, Page, Page + 1, Pages]).Where(number => number >= 1 && number <= Pages).ToList();
        var items = new List<PaginationItem>();
        foreach (var (index, number) in shown.Index())
        {
            if (index > 0 && number > shown[index - 1] + 1)
                items.Add(new() { Ellipsis = true });
            items.Add(
                new()
                {
                    Number = number.ToString(CultureInfo.InvariantCulture),
                    Href = To(number),
                    Current = number == Page,
                }
            );
        }
        output.Replace(
            Pagination.Render(
                new()
                {
                    Items = items,
                    Previous = Page > 1 ? new() { Href = To(Page - 1) } : null,
                    Next = Page < Pages ? new() { Href = To(Page + 1) } : null,
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                }
            )
        );
    }

    // Not string.Format: an address may hold other braces.
    private string To(int page) => Href.Replace("{0}", page.ToString(CultureInfo.InvariantCulture));
}
