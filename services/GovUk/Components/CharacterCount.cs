using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="CharacterCount"/>.</summary>
public sealed record CharacterCountOptions : TextareaOptions
{
    /// <summary>The most characters.</summary>
    public string? Maxlength { get; init; }

    /// <summary>The most words, in place of characters.</summary>
    public string? Maxwords { get; init; }

    /// <summary>The percentage of the limit from which the count shows.</summary>
    public string? Threshold { get; init; }

    /// <summary>"characters" or "words".</summary>
    public string? CountType { get; init; }

    /// <summary>The message under the field.</summary>
    public Content CountMessage { get; init; } = new();

    /// <summary>The message without JavaScript, with <c>%{count}</c>.</summary>
    public string? TextareaDescriptionText { get; init; }

    /// <summary>By plural rule, while under the limit.</summary>
    public IReadOnlyDictionary<string, string?>? CharactersUnderLimitText { get; init; }

    /// <summary>At the limit.</summary>
    public string? CharactersAtLimitText { get; init; }

    /// <summary>By plural rule, over the limit.</summary>
    public IReadOnlyDictionary<string, string?>? CharactersOverLimitText { get; init; }

    /// <summary>By plural rule, while under the limit.</summary>
    public IReadOnlyDictionary<string, string?>? WordsUnderLimitText { get; init; }

    /// <summary>At the limit.</summary>
    public string? WordsAtLimitText { get; init; }

    /// <summary>By plural rule, over the limit.</summary>
    public IReadOnlyDictionary<string, string?>? WordsOverLimitText { get; init; }
}

/// <summary>Textarea that counts down.</summary>
public static class CharacterCount
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(CharacterCountOptions options)
    {
        var limit = Write.Some(options.Maxwords) ?? Write.Some(options.Maxlength);
        var unit = Write.Some(options.CountType) ?? (string.IsNullOrEmpty(options.Maxwords) ? null : "words");
        var description =
            Write.Some(options.TextareaDescriptionText) ?? $"You can enter up to %{{count}} {(unit == "words" ? "words" : "characters")}";
        var message = new Content
        {
            Id = options.OwnId + "-info",
            Text = limit is null ? null : description.Replace("%{count}", limit),
            Classes = Write.Classes("govuk-character-count__message", options.CountMessage.Classes),
        };
        return Textarea.Render(
            new TextareaOptions
            {
                Id = options.OwnId,
                Name = options.Name,
                Value = options.Value,
                Rows = options.Rows,
                Spellcheck = options.Spellcheck,
                DescribedBy = options.OwnId + "-info",
                Label = options.Label,
                Hint = options.Hint,
                ErrorMessage = options.ErrorMessage,
                Classes = Write.Classes("govuk-js-character-count", options.Classes),
                Attributes = options.Attributes,
                FormGroup = options.FormGroup with
                {
                    Classes = Write.Classes("govuk-character-count", options.FormGroup.Classes),
                    Attributes = GroupAttributes(options, unit, limit),
                    AfterInput = new() { Html = Words.Markup(Hint.Render(message), options.FormGroup.AfterInput?.Body) },
                },
            }
        );
    }

    private static Dictionary<string, string?> GroupAttributes(CharacterCountOptions options, string? unit, string? limit)
    {
        var group = new Dictionary<string, string?> { ["data-module"] = "govuk-character-count" };
        foreach (
            var (name, value) in new[]
            {
                ("data-maxlength", options.Maxlength),
                ("data-maxwords", options.Maxwords),
                ("data-threshold", options.Threshold),
                ("data-count-type", unit),
            }
        )
            if (value is not null)
                group[name] = value;
        if (limit is null && options.TextareaDescriptionText is { Length: > 0 } description)
            group["data-i18n.textarea-description.other"] = description;
        Words.Put(group, "characters-under-limit", options.CharactersUnderLimitText);
        Words.Put(group, "characters-at-limit", options.CharactersAtLimitText);
        Words.Put(group, "characters-over-limit", options.CharactersOverLimitText);
        Words.Put(group, "words-under-limit", options.WordsUnderLimitText);
        Words.Put(group, "words-at-limit", options.WordsAtLimitText);
        Words.Put(group, "words-over-limit", options.WordsOverLimitText);
        foreach (var (name, value) in options.FormGroup.Attributes ?? new Dictionary<string, string?>())
            group[name] = value;
        return group;
    }
}
