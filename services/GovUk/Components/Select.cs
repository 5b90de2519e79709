using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>One option of a <see cref="Select"/>.</summary>
public sealed record SelectItem
{
    /// <summary>What is posted; the text if null.</summary>
    public string? Value { get; init; }

    /// <summary>What is read.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it is chosen; null leaves it to the select's value.</summary>
    public bool? Selected { get; init; }

    /// <summary>Whether it cannot be chosen.</summary>
    public bool Disabled { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Options of <see cref="Select"/>.</summary>
public sealed record SelectOptions : FieldOptions
{
    /// <summary>The options.</summary>
    public IReadOnlyList<SelectItem?> Items { get; init; } = [];
}

/// <summary>Select.</summary>
public static class Select
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(SelectOptions options) =>
        Field.Render(
            options,
            describedBy =>
            {
                var select = new Element(
                    "select",
                    Write.Classes("govuk-select", options.Classes, options.ErrorMessage is null ? null : "govuk-select--error")
                )
                    .With("id", options.OwnId)
                    .With("name", options.Name ?? "")
                    .Flag("disabled", options.Disabled)
                    .With("aria-describedby", describedBy)
                    .With(options.Attributes);
                foreach (var item in options.Items)
                {
                    if (item is null)
                        continue;
                    var selected = item.Selected ?? (!string.IsNullOrEmpty(options.Value) && (item.Value ?? item.Text) == options.Value);
                    select.Add(
                        new Element("option")
                            .With("value", item.Value)
                            .Flag("selected", selected)
                            .Flag("disabled", item.Disabled)
                            .With(item.Attributes)
                            .Text(item.Text)
                    );
                }
                return new HtmlContentBuilder()
                    .AppendHtml(options.FormGroup.BeforeInput?.Body ?? HtmlString.Empty)
                    .AppendHtml(select)
                    .AppendHtml(options.FormGroup.AfterInput?.Body ?? HtmlString.Empty);
            }
        );
}
