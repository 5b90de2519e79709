using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Templates;

/// <summary>Finds what is wrong with a template's wording when it is saved, not when a letter is written.</summary>
internal static class TemplateCheck
{
    public const int LongestSubject = 200;
    public const int LongestBody = 10_000;

    /// <summary>The fields that every letter needs: whom it is to, where to go, whom to ask.</summary>
    public static readonly IReadOnlyList<string> InEveryLetter = ["to", "link", "contactName", "contactEmail"];

    public static IReadOnlyList<Problem> Problems(LetterTemplate template, string subject, string body)
    {
        const string inSubject = "Subject",
            inBody = "Body";
        var problems = new List<Problem>();
        if (subject.Trim().Length == 0)
            problems.Add(new(inSubject, "Enter a subject line"));
        if (subject.Trim().Length > LongestSubject)
            problems.Add(new(inSubject, $"Subject line must be {LongestSubject} characters or less"));
        if (subject.Contains('\n'))
            problems.Add(new(inSubject, "Subject line must be one line"));
        if (body.Trim().Length == 0)
            problems.Add(new(inBody, "Enter the letter"));
        else if (body.Length > LongestBody)
            problems.Add(new(inBody, "The letter must be 10,000 characters or less"));
        problems.AddRange(Gaps(template, inSubject, subject));
        problems.AddRange(Gaps(template, inBody, body));
        if (
            subject.Contains("{{", StringComparison.Ordinal)
            && Used(subject).Any(f => template.Fields.GetValueOrDefault(f) is { IsLink: true })
        )
            problems.Add(new(inSubject, "Take the link out of the subject line: nobody can follow it there"));
        var missing = InEveryLetter.Where(f => !Used(body).Contains(f)).Select(f => "{{" + f + "}}").ToList();
        if (body.Trim().Length > 0 && missing.Count > 0)
            problems.Add(new(inBody, $"Add {string.Join(", ", missing)}: every letter says whom it is to, where to go and whom to ask"));
        return problems;
    }

    private static IEnumerable<Problem> Gaps(LetterTemplate template, string field, string text)
    {
        foreach (var name in Used(text))
            if (!template.Fields.TryGetValue(name, out var known))
                yield return new(field, $"There is no field {{{{{name}}}}}: use those in the list of fields");
            else if (
                known.IsList
                && text.Split('\n').Any(l => l.Contains($"{{{{{name}}}}}", StringComparison.Ordinal) && l.Trim() != $"- {{{{{name}}}}}")
            )
                yield return new(field, $"Put {{{{{name}}}}} alone on a line that begins with a dash, “- {{{{{name}}}}}”: it holds a list");
        var rest = TemplateText.Gap().Replace(text, "");
        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
            yield return new(field, "Begin each field with {{ and end it with }}");
    }

    private static HashSet<string> Used(string text) => [.. TemplateText.Gap().Matches(text).Select(m => m.Groups[1].Value)];
}
