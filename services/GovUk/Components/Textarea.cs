using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="Textarea"/>.</summary>
public record TextareaOptions : FieldOptions
{
    /// <summary>How many lines it shows: "5" if none.</summary>
    public string? Rows { get; init; }

    /// <summary>Whether the browser checks spelling.</summary>
    public bool? Spellcheck { get; init; }

    /// <summary>What the browser may fill in.</summary>
    public string? Autocomplete { get; init; }
}

/// <summary>Textarea.</summary>
public static class Textarea
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(TextareaOptions options) =>
        Field.Render(
            options,
            describedBy =>
                new HtmlContentBuilder()
                    .AppendHtml(options.FormGroup.BeforeInput?.Body ?? HtmlString.Empty)
                    .AppendHtml(
                        new Element(
                            "textarea",
                            Write.Classes("govuk-textarea", options.ErrorMessage is null ? null : "govuk-textarea--error", options.Classes)
                        )
                            .With("id", options.OwnId)
                            .With("name", options.Name ?? "")
                            .With("rows", Write.Some(options.Rows) ?? "5")
                            .With("spellcheck", Write.Flag(options.Spellcheck))
                            .Flag("disabled", options.Disabled)
                            .With("aria-describedby", describedBy)
                            .With("autocomplete", Write.Some(options.Autocomplete))
                            .With(options.Attributes)
                            .Html("\n")
                            .Text(options.Value)
                    ) // a browser drops the first line feed: without this one it would be the author's
                    .AppendHtml(options.FormGroup.AfterInput?.Body ?? HtmlString.Empty)
        );
}
