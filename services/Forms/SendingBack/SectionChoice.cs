using Platform.Contracts;

namespace Platform.Forms.SendingBack;

/// <summary>The sections of a form, and which of them an officer sends back: the fields of the page are "Sections" and "Reasons".</summary>
/// <param name="All">Each section and what it is called.</param>
/// <param name="Sections">Those that were selected.</param>
/// <param name="Typed">What was typed for each of all.</param>
public sealed record SectionChoice(
    IReadOnlyList<(string Section, string Name)> All,
    IReadOnlyList<string> Sections,
    IReadOnlyList<string?> Typed
)
{
    /// <summary>One for each of all, whatever was posted.</summary>
    public IReadOnlyList<string?> Reasons { get; } = [.. Typed.Concat(Enumerable.Repeat<string?>(null, All.Count)).Take(All.Count)];

    /// <summary>What is sent back.</summary>
    public IReadOnlyList<SectionNote> Notes =>
        [.. All.Index().Where(s => Sections.Contains(s.Item.Section)).Select(s => new SectionNote(s.Item.Section, Reasons[s.Index] ?? ""))];

    /// <summary>The field beside which a problem with a section stands.</summary>
    public string FieldOf(string field) =>
        All.Index().FirstOrDefault(s => s.Item.Section == field) is { Item.Section: not null } s ? $"Reasons[{s.Index}]" : field;
}
