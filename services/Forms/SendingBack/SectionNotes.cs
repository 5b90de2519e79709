using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.SendingBack;

/// <summary>What is to be changed in the sections of a form that is sent back.</summary>
public static class SectionNotes
{
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
