using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>How far a task is: a tag, or plain words once nothing is left to do.</summary>
public sealed record TaskListStatus : Content
{
    /// <summary>The tag.</summary>
    public Content? Tag { get; init; }
}

/// <summary>One task.</summary>
public sealed record TaskListItem
{
    /// <summary>What it is called.</summary>
    public Content Title { get; init; } = new();

    /// <summary>The hint under it.</summary>
    public Content? Hint { get; init; }

    /// <summary>Where it is done; none while it cannot start.</summary>
    public string? Href { get; init; }

    /// <summary>How far it is.</summary>
    public TaskListStatus Status { get; init; } = new();

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }
}

/// <summary>Options of <see cref="TaskList"/>.</summary>
public sealed record TaskListOptions
{
    /// <summary>The tasks.</summary>
    public IReadOnlyList<TaskListItem?> Items { get; init; } = [];

    /// <summary>What ids begin with: "task-list" if null.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Task list.</summary>
public static class TaskList
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(TaskListOptions options)
    {
        var list = new Element("ul", Write.Classes("govuk-task-list", options.Classes)).With(options.Attributes);
        foreach (var (index, item) in options.Items.Index())
            if (item is not null)
                list.Add(Item(item, $"{Write.Some(options.IdPrefix) ?? "task-list"}-{index + 1}"));
        return list;
    }

    private static Element Item(TaskListItem item, string id)
    {
        var linked = !string.IsNullOrEmpty(item.Href);
        var title = linked
            ? new Element("a", Write.Classes("govuk-link govuk-task-list__link", item.Title.Classes))
                .With("href", item.Href)
                .With("aria-describedby", (item.Hint is null ? "" : $"{id}-hint ") + $"{id}-status")
            : new Element("div", Write.Some(item.Title.Classes));
        return new Element(
            "li",
            Write.Classes("govuk-task-list__item", linked ? "govuk-task-list__item--with-link" : null, item.Classes)
        ).Add(
            new Element("div", "govuk-task-list__name-and-hint").Add(
                title.Add(item.Title.Body),
                item.Hint is null ? null : new Element("div", "govuk-task-list__hint").With("id", $"{id}-hint").Add(item.Hint.Body)
            ),
            new Element("div", Write.Classes("govuk-task-list__status", item.Status.Classes))
                .With("id", $"{id}-status")
                .Add(item.Status.Tag is { } tag ? Tag.Render(tag) : item.Status.Body)
        );
    }
}
