namespace Platform.Forms.Answers;

/// <summary>Answers that stand together on a page, to be checked, read or printed.</summary>
/// <param name="Name">What they are about: a section, or one thing in its list.</param>
/// <param name="Rows">The answers, in their order.</param>
public sealed record AnswerGroup(string Name, IReadOnlyList<AnswerRow> Rows)
{
    /// <summary>Whether the name is the heading of a section, and not the title of a card.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Where all of it is removed; null where it cannot be.</summary>
    public string? Remove { get; init; }

    /// <summary>What is said in place of answers; null for nothing.</summary>
    public AnswerLink? Instead { get; init; }
}

/// <summary>One answer on a page.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Value">The answer in words; empty only where something is missing.</param>
/// <param name="Change">Where it is changed; null where it cannot be.</param>
/// <param name="Missing">What is to be entered; null where nothing is.</param>
public sealed record AnswerRow(string Key, string Value, string? Change = null, string? Missing = null)
{
    /// <summary>An answer that can be changed there, or only be read.</summary>
    public static AnswerRow Of(AnswerLine line, string? change = null)
    {
        var missing = change is null ? null : line.Missing;
        return new(line.Key, line.Value.Length == 0 && missing is null ? "None" : line.Value, change, missing);
    }
}

/// <summary>Something to be done in a form, and where.</summary>
/// <param name="Text">What: "Add at least one risk".</param>
/// <param name="Href">Where; null where it leads nowhere.</param>
public sealed record AnswerLink(string Text, string? Href = null);

/// <summary>What is to be done in a form before its next step.</summary>
/// <param name="Before">Before what: "Before the bid can be submitted".</param>
/// <param name="Links">What, and where.</param>
/// <param name="Address">Of the form.</param>
public sealed record ToDoView(string Before, IReadOnlyList<AnswerLink> Links, string Address);
