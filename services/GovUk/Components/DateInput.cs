using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>One of the boxes of a <see cref="DateInput"/>.</summary>
public sealed record DateInputItem
{
    /// <summary>The id of the box; made of the date's id and the name if null.</summary>
    public string? Id { get; init; }

    /// <summary>"day", "month" or "year", or a name of your own.</summary>
    public string? Name { get; init; }

    /// <summary>What stands above the box; the name if null.</summary>
    public string? Label { get; init; }

    /// <summary>What was typed.</summary>
    public string? Value { get; init; }

    /// <summary>Whether this box is wrong; false keeps it from going red with the whole date.</summary>
    public bool? Error { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>"numeric" if null.</summary>
    public string? Inputmode { get; init; }

    /// <summary>A pattern.</summary>
    public string? Pattern { get; init; }

    /// <summary>What the browser may fill in.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }

    internal bool IsWrong => Error == true || Has("govuk-input--error");

    internal bool Has(string part) => Classes?.Contains(part, StringComparison.Ordinal) ?? false;
}

/// <summary>Options of <see cref="DateInput"/>.</summary>
public sealed record DateInputOptions : FieldOptions
{
    /// <summary>What the names begin with.</summary>
    public string? NamePrefix { get; init; }

    /// <summary>The fieldset around the boxes.</summary>
    public FieldsetOptions? Fieldset { get; init; }

    /// <summary>The boxes, when they are not day, month and year.</summary>
    public IReadOnlyList<DateInputItem?> Items { get; init; } = [];

    /// <summary>The box for the day; null for none.</summary>
    public DateInputItem? Day { get; init; } = new() { Name = "day" };

    /// <summary>The box for the month; null for none.</summary>
    public DateInputItem? Month { get; init; } = new() { Name = "month" };

    /// <summary>The box for the year; null for none.</summary>
    public DateInputItem? Year { get; init; } = new() { Name = "year" };

    /// <summary>The values by name.</summary>
    public IReadOnlyDictionary<string, string?>? Values { get; init; }
}

/// <summary>Date input.</summary>
public static class DateInput
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(DateInputOptions options)
    {
        var (words, describedBy) = Field.Words(options.Id, Write.Some(options.Fieldset?.DescribedBy), options.Hint, options.ErrorMessage);
        var boxes = new Element("div", Write.Classes("govuk-date-input", options.Classes))
            .With(options.Attributes)
            .With("id", Write.Some(options.Id))
            .Add(options.FormGroup.BeforeInputs?.Body);
        var items = (options.Items.Count > 0 ? options.Items : [options.Day, options.Month, options.Year]).OfType<DateInputItem>().ToList();
        var anyIsWrong = items.Any(item => item.IsWrong);
        foreach (var item in items)
            boxes.Add(Box(options, item, anyIsWrong));
        boxes.Add(options.FormGroup.AfterInputs?.Body);

        var group = Field.Group(options.FormGroup, options.ErrorMessage);
        return options.Fieldset is { } fieldset
            ? group.Add(Fieldset.Render(fieldset with { DescribedBy = describedBy, Role = "group" }, [.. words, boxes]))
            : group.Add(words).Add(boxes);
    }

    private static Element Box(DateInputOptions options, DateInputItem item, bool anyIsWrong)
    {
        var standard = Standard(options, item);
        var name = item.Name ?? standard?.Name ?? "";
        var red =
            !item.Has("govuk-input--error") && (item.IsWrong || (item.Error != false && options.ErrorMessage is not null && !anyIsWrong));
        var width =
            item.Has("govuk-input--width-") ? null
            : standard?.Name == "year" ? "govuk-input--width-4"
            : "govuk-input--width-2";
        var posted = string.IsNullOrEmpty(options.NamePrefix) ? name : $"{options.NamePrefix}-{name}";
        return new Element("div", "govuk-date-input__item").Add(
            Input.Render(
                new()
                {
                    Label = new() { Text = Write.Some(item.Label) ?? Capital(name), Classes = "govuk-date-input__label" },
                    Id = Write.Some(item.Id) ?? $"{options.Id}-{name}",
                    Name = posted,
                    Classes = Write.Classes("govuk-date-input__input", red ? "govuk-input--error" : null, width, item.Classes),
                    Value = item.Value ?? standard?.Value ?? options.Values?.GetValueOrDefault(posted),
                    Inputmode = Write.Some(item.Inputmode) ?? "numeric",
                    Autocomplete = item.Autocomplete,
                    Pattern = item.Pattern,
                    Attributes = item.Attributes,
                }
            )
        );
    }

    /// <summary>Which of day, month and year the box is, with the value given for it apart from the box.</summary>
    private static (string Name, string? Value)? Standard(DateInputOptions options, DateInputItem item)
    {
        foreach (var (part, name) in new[] { (options.Day, "day"), (options.Month, "month"), (options.Year, "year") })
            if (ReferenceEquals(item, part) || (item.Name is { Length: > 0 } own && (own == name || own == part?.Name)))
                return (name, part?.Value);
        return null;
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();
}
