using System.Reflection;

namespace Platform.Notifications.Templates;

/// <summary>A letter, ready to be sent to one person.</summary>
internal sealed record Draft(string Subject, string Text, string Html)
{
    /// <summary>The template and version that it was written from; version 0 is built in.</summary>
    public string? Template { get; init; }
    public int? TemplateVersion { get; init; }

    /// <summary>What was filled into the template, as JSON.</summary>
    public string? Fields { get; init; }

    /// <summary>The file that goes with it; null for none.</summary>
    public Enclosure? Enclosed { get; init; }
}

/// <summary>A field that a template may have.</summary>
/// <param name="Name">"dueDay".</param>
/// <param name="IsList">Whether it holds several lines.</param>
/// <param name="IsLink">Whether it is an address.</param>
internal sealed record TemplateField(string Name, bool IsList, bool IsLink)
{
    public FieldMeaning Meaning => FieldMeaning.Of(Name)!;

    public FieldValue Example =>
        IsList ? new() { Items = [Meaning.Example] }
        : IsLink ? new() { Link = new(Meaning.Example) }
        : new() { Text = Meaning.Example };
}

/// <summary>How several letters of one or more kinds to one person become one.</summary>
/// <param name="Template">That letter's template: "returns-to-certify".</param>
/// <param name="Thing">What each is about: "return".</param>
/// <param name="Path">The page that lists them all.</param>
internal sealed record Together(string Template, string Thing, string Path);

/// <summary>One of the platform's letters: its fields, and its built-in wording.</summary>
internal abstract class LetterTemplate(string name, string subject, string body, IReadOnlyDictionary<string, TemplateField> fields)
{
    /// <summary>"return-overdue".</summary>
    public string Name => name;

    /// <summary>"Return overdue".</summary>
    public string Title => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
    public string Subject => subject;
    public string Body => body;
    public IReadOnlyDictionary<string, TemplateField> Fields => fields;

    /// <summary>Who gets it at a partnership; empty where it goes to the office, or to the roles that a rung names.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>How several that are written within a minute go as one; null where each goes by itself.</summary>
    public Together? Together { get; init; }

    /// <summary>What it is about, in the contact directory's words: "bids", "sent back".</summary>
    public (string Thing, string What) About { get; init; }
}

/// <inheritdoc/> <remarks>Each field is a property of <typeparamref name="TFields"/> in camel case, of text, a link or a list, that has a
/// <see cref="FieldMeaning"/>.</remarks>
internal sealed class LetterTemplate<TFields> : LetterTemplate
    where TFields : LetterFields
{
    private static readonly Dictionary<string, PropertyInfo> Properties = typeof(TFields)
        .GetProperties()
        .Where(p => p.PropertyType == typeof(string) || p.PropertyType == typeof(Uri) || IsList(p.PropertyType))
        .Select(p => (Name: char.ToLowerInvariant(p.Name[0]) + p.Name[1..], Property: p))
        .Where(p => FieldMeaning.Of(p.Name) is not null)
        .ToDictionary(p => p.Name, p => p.Property);

    private static bool IsList(Type field) => field == typeof(IReadOnlyList<string>) || field == typeof(LetterTable);

    private readonly TemplateText words;

    /// <exception cref="InvalidOperationException">It names an unknown field, or lacks one that every letter needs.</exception>
    public LetterTemplate(string name, string markdown)
        : this(name, TemplateText.Split(markdown)) { }

    private LetterTemplate(string name, (string Subject, string Body) parts)
        : base(
            name,
            parts.Subject,
            parts.Body,
            Properties.ToDictionary(
                p => p.Key,
                p => new TemplateField(p.Key, IsList(p.Value.PropertyType), p.Value.PropertyType == typeof(Uri))
            )
        )
    {
        words = new(parts.Subject, parts.Body);
        if (words.Gaps.FirstOrDefault(f => !Properties.ContainsKey(f)) is { } unknown)
            throw new InvalidOperationException($"The template {name} has a field {unknown}; {typeof(TFields).Name} has none.");
        if (TemplateCheck.InEveryLetter.FirstOrDefault(f => !words.Gaps.Contains(f)) is { } missing)
            throw new InvalidOperationException($"The template {name} lacks the field {missing}, which every letter has.");
        if (TemplateCheck.Problems(this, parts.Subject, parts.Body) is [var problem, ..])
            throw new InvalidOperationException($"The template {name}: {problem.Message}");
    }

    /// <summary>Writes the letter in its built-in wording.</summary>
    public Draft Render(TFields fields) => words.Render(ValuesOf(fields));

    public static IReadOnlyDictionary<string, FieldValue> ValuesOf(TFields fields) =>
        Properties
            .Select(p => (p.Key, Value: FieldValue.Of(p.Value.GetValue(fields))))
            .Where(p => p.Value is not null)
            .ToDictionary(p => p.Key, p => p.Value!);
}
