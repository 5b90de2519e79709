namespace Platform.Forms.Answers;

/// <summary>One answer of a form in words: to check it, to print it, to see what differs.</summary>
/// <param name="Section">The section that it is in.</param>
/// <param name="Part">The part by which it is saved, as in <see cref="Form.Parts"/>; empty for what is worked out.</param>
/// <param name="Key">What it is: "Title".</param>
/// <param name="Value">The answer; empty for none.</param>
/// <param name="Missing">What to say where there is none; null where there need not be one.</param>
public sealed record AnswerLine(string Section, string Part, string Key, string Value, string? Missing = null)
{
    /// <summary>The thing in a list that it is of, such as an intervention or a risk; null where it is of the form itself.</summary>
    public Guid? Thing { get; init; }

    /// <summary>What it is of, in words: "Target hardening"; empty where the key says enough.</summary>
    public string Of { get; init; } = "";

    /// <summary>Whether it says that a list has nothing in it: no answer of its own where the list has something before or after.</summary>
    public bool IsOfEmptyList { get; init; }

    /// <summary>Its name among all answers of the form: "Target hardening: Budget".</summary>
    public string FullName => Of.Length > 0 ? $"{Of}: {Key}" : Key;
}

/// <summary>An answer before and after.</summary>
/// <param name="Section">The section that it is in.</param>
/// <param name="Name">What it is.</param>
/// <param name="Before">Empty where it was not there.</param>
/// <param name="After">"Removed" where it is gone.</param>
public sealed record ChangedAnswer(string Section, string Name, string Before, string After);
