using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.GovUk.Components;

namespace Platform.GovUk.TagHelpers;

/// <summary>Task list.</summary>
[HtmlTargetElement("gov-task-list")]
[RestrictChildren("gov-task")]
public sealed class TaskListTagHelper : TagHelper
{
    /// <summary>Set by the view.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var items = new List<TaskListItem>();
        context.Items[typeof(TaskListItem)] = items;
        await output.GetChildContentAsync();
        // A page may have a list for each part of a bid: their ids must differ.
        var request = ViewContext.HttpContext.Items;
        var number = request[typeof(TaskListTagHelper)] is int before ? before + 1 : 1;
        request[typeof(TaskListTagHelper)] = number;
        output.Replace(
            TaskList.Render(
                new()
                {
                    Items = items,
                    IdPrefix = number == 1 ? null : "task-list-" + number.ToString(CultureInfo.InvariantCulture) + "-task",
                    Classes = output.Classes(),
                    Attributes = output.Others(),
                }
            )
        );
    }
}

/// <summary>One task.</summary>
[HtmlTargetElement("gov-task", ParentTag = "gov-task-list", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TaskTagHelper : TagHelper
{
    /// <summary>What it is called.</summary>
    public string Title { get; set; } = "";

    /// <summary>Where it is done.</summary>
    public string? Href { get; set; }

    /// <summary>The hint under it.</summary>
    public string? Hint { get; set; }

    /// <summary>"Completed", "In progress", "Not started", "Cannot start yet", "Sent back" or "There is a problem".</summary>
    public string Status { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var closed = Status == "Cannot start yet";
        ((List<TaskListItem>)context.Items[typeof(TaskListItem)]).Add(
            new()
            {
                Title = new() { Text = Title },
                Href = closed ? null : Href,
                Hint = string.IsNullOrEmpty(Hint) ? null : new() { Text = Hint },
                Status =
                    closed ? new() { Text = Status, Classes = "govuk-task-list__status--cannot-start-yet" }
                    : Tagged(Status) is { } colour
                        ? new()
                        {
                            Tag = new() { Text = Status, Classes = TagTagHelper.ClassOf(colour) },
                        }
                    : new() { Text = Status },
            }
        );
        output.SuppressOutput();
    }

    private static string? Tagged(string status) =>
        status switch
        {
            "In progress" => "light-blue",
            "Not started" => "grey",
            "Sent back" => "yellow",
            "There is a problem" => "red",
            _ => null,
        };
}
