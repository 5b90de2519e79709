using Platform.Contracts;

namespace Platform.Returns.Returns.Pages;

/// <summary>An answer before and after; "Removed" where the thing is gone.</summary>
internal sealed record ChangedAnswer(string Name, string Before, string After);

/// <summary>What differs between two states of a return, in the words of the pages.</summary>
internal static class ReturnChanges
{
    public static IReadOnlyList<ChangedAnswer> Between(
        IReadOnlyList<Intervention> interventions,
        ReturnContent before,
        ReturnContent after,
        Quarter quarter
    ) => Between(ReturnAnswers.Of(interventions, before, null, quarter), ReturnAnswers.Of(interventions, after, null, quarter));

    public static IReadOnlyList<ChangedAnswer> Between(SubmittedReturn before, SubmittedReturn after) =>
        [
            .. Between(after.Interventions, before.Content, after.Content, after.Quarter),
            .. after
                .Files.ExceptBy(before.Files.Select(f => f.Id), f => f.Id)
                .Select(f => new ChangedAnswer($"Attachments: {f.Name}", "", "Added")),
            .. before
                .Files.ExceptBy(after.Files.Select(f => f.Id), f => f.Id)
                .Select(f => new ChangedAnswer($"Attachments: {f.Name}", f.Name, "Removed")),
        ];

    public static IReadOnlyList<ChangedAnswer> Between(IReadOnlyList<AnswerLine> before, IReadOnlyList<AnswerLine> after)
    {
        // That nothing was bought is no answer of its own where something was, before or after.
        if (
            before.Concat(after).Where(IsOfEmptyList).GroupBy(l => l.Part).Where(g => g.Count() == 1).Select(g => g.Key).ToHashSet() is
            { Count: > 0 } lists
        )
            (before, after) = ([.. before.Where(l => !lists.Contains(l.Part))], [.. after.Where(l => !lists.Contains(l.Part))]);
        var old = before.ToDictionary(l => (l.Part, l.Key));
        var now = after.Select(l => (l.Part, l.Key)).ToHashSet();
        return
        [
            .. from line in after
            let was = old.GetValueOrDefault((line.Part, line.Key))?.Value ?? ""
            where was != line.Value
            select new ChangedAnswer(Name(line), was, line.Value),
            .. before
                .Where(l => l.Value.Length > 0 && !now.Contains((l.Part, l.Key)))
                .Select(l => new ChangedAnswer(Name(l), l.Value, "Removed")),
        ];
    }

    private static bool IsOfEmptyList(AnswerLine line) => line.Part.EndsWith("/assets", StringComparison.Ordinal);

    private static string Name(AnswerLine line) => $"{line.SectionName}: {line.Key}";
}

/// <summary>Two people's answers to the same page: what is saved, by whom, and what the second one typed.</summary>
internal sealed record Conflict(SavedPart Saved, IReadOnlyList<ChangedAnswer> Lines)
{
    public static Conflict? Of(Return owed, PartAnswers typed)
    {
        if (owed.LastSaved(typed.Part) is not { } saved)
            return null;
        // Nobody is shown their page as empty because a colleague said that there is nothing to report.
        var theirs = AnswersTo(owed, typed.Section == ReturnSections.Nil ? owed.Content : owed.Content with { NilReason = "" }, typed);
        var mine = AnswersTo(owed, typed.Apply(owed.Content, owed), typed);
        return new(
            saved,
            [
                .. mine.Concat(theirs)
                    .Select(l => l.Key)
                    .Distinct()
                    .Select(key => new ChangedAnswer(key, ValueOf(theirs, key), ValueOf(mine, key))),
            ]
        );
    }

    private static List<AnswerLine> AnswersTo(Return owed, ReturnContent content, PartAnswers typed) =>
        [.. ReturnAnswers.Of(owed.Interventions, content, null, owed.Quarter).Where(l => l.Part == typed.Part)];

    private static string ValueOf(List<AnswerLine> lines, string key) => lines.FirstOrDefault(l => l.Key == key)?.Value ?? "";
}
