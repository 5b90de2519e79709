using Platform.Contracts;

namespace Platform.Returns.Returns.Pages;

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
                .Select(f => new ChangedAnswer(ReturnSections.Attachments, $"Attachments: {f.Name}", "", "Added")),
            .. before
                .Files.ExceptBy(after.Files.Select(f => f.Id), f => f.Id)
                .Select(f => new ChangedAnswer(ReturnSections.Attachments, $"Attachments: {f.Name}", f.Name, "Removed")),
        ];

    private static IReadOnlyList<ChangedAnswer> Between(IReadOnlyList<AnswerLine> before, IReadOnlyList<AnswerLine> after)
    {
        // That nothing was bought is no answer of its own where something was, before or after.
        if (
            before.Concat(after).Where(IsOfEmptyList).GroupBy(l => l.Part).Where(g => g.Count() == 1).Select(g => g.Key).ToHashSet() is
            { Count: > 0 } lists
        )
            (before, after) = ([.. before.Where(l => !lists.Contains(l.Part))], [.. after.Where(l => !lists.Contains(l.Part))]);
        return AnswerChanges.Between(before, after);
    }

    private static bool IsOfEmptyList(AnswerLine line) => line.Part.EndsWith("/assets", StringComparison.Ordinal);

    /// <summary>What is saved where somebody typed something else; null where nobody has saved it.</summary>
    public static Conflict? Conflict(Return owed, PartAnswers typed)
    {
        // Nobody is shown their page as empty because a colleague said that there is nothing to report.
        var theirs = typed.Section == ReturnSections.Nil ? owed.Content : owed.Content with { NilReason = "" };
        return Forms.Answers.Conflict.Of(owed.LastSaved(typed.Part), typed.Part, Words(theirs), Words(typed.Apply(owed.Content, owed)));

        IReadOnlyList<AnswerLine> Words(ReturnContent content) => ReturnAnswers.Of(owed.Interventions, content, null, owed.Quarter);
    }
}
