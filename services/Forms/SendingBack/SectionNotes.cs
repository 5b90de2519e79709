using Platform.Contracts;
using Platform.Forms.Answers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.SendingBack;

/// <summary>What is to be changed in the sections of a form that is sent back.</summary>
public static class SectionNotes
{
    private const string Answers = "answers/";

    /// <summary>The part of a form that is the answer about a section; also the address of its page, after the form's.</summary>
    public static string PartOf(string section) => Answers + section;

    /// <summary>The section that an answer is about; null for a part that is no answer.</summary>
    public static string? SectionOf(string part) => part.StartsWith(Answers, StringComparison.Ordinal) ? part[Answers.Length..] : null;

    /// <summary>The reasons alone: what is answered and not submitted is the partnership's own.</summary>
    public static IReadOnlyList<SectionNote> WithoutAnswers(IReadOnlyList<SectionNote> notes) =>
        [.. notes.Select(n => n with { Answer = "" })];

    /// <summary>Reasons and answers as a group of a submission's answers; none where nothing was sent back.</summary>
    /// <param name="notes">As they were submitted.</param>
    /// <param name="nameOf">What a section is called.</param>
    public static IEnumerable<AnswerGroup> Groups(IReadOnlyList<SectionNote> notes, Func<string, string> nameOf) =>
        notes.Count == 0
            ? []
            :
            [
                new AnswerGroup(
                    "What the office asked, and the answers",
                    [.. notes.Select(n => new AnswerRow(nameOf(n.Section), $"Asked: {n.Reason}\n\nAnswered: {n.Answer}"))]
                ),
            ];

    /// <summary>What is wrong with them: each problem's field is its section, or "Sections".</summary>
    /// <param name="notes">As they were typed.</param>
    /// <param name="nameOf">What a section is called; null where the form has none of that name.</param>
    /// <param name="longest">How many characters a reason can have.</param>
    public static List<Problem> Problems(IReadOnlyList<SectionNote> notes, Func<string, string?> nameOf, int longest)
    {
        var problems = new List<Problem>();
        if (notes.Count == 0)
            problems.Add(new("Sections", "Select at least one section to send back"));
        foreach (var given in notes.GroupBy(n => n.Section))
        {
            if (nameOf(given.Key) is not { } name)
                problems.Add(new("Sections", $"There is no section “{given.Key}”"));
            else if (given.Count() > 1)
                problems.Add(new("Sections", "Each section can be sent back once"));
            else if (TypedText.Tidy(given.Single().Reason).Length is var length && (length == 0 || length > longest))
                problems.Add(new(given.Key, $"Enter what is to be changed in {name}, in {longest:N0} characters or less"));
        }
        return problems;
    }
}
