namespace Platform.Forms.Answers;

/// <summary>The differences between two states of a form, in words.</summary>
public static class AnswerChanges
{
    /// <summary>What was added or changed, in the order of the later state; then what was removed.</summary>
    public static IReadOnlyList<ChangedAnswer> Between(IReadOnlyList<AnswerLine> before, IReadOnlyList<AnswerLine> after)
    {
        var filled = before
            .Concat(after)
            .Where(l => l.IsOfEmptyList)
            .CountBy(l => l.Part)
            .Where(p => p.Value == 1)
            .Select(p => p.Key)
            .ToHashSet();
        (before, after) = ([.. before.Where(l => !filled.Contains(l.Part))], [.. after.Where(l => !filled.Contains(l.Part))]);
        var old = before.ToLookup(l => (l.Part, l.Key));
        var now = after.ToLookup(l => (l.Part, l.Key));
        var things = after.Select(l => l.Thing).ToHashSet();
        return
        [
            .. from line in after
            let was = old[(line.Part, line.Key)].FirstOrDefault()?.Value ?? ""
            where was != line.Value
            select new ChangedAnswer(line.Section, line.FullName, was, line.Value),
            // A removed thing is mentioned once.
            .. before
                .Where(l => l.Thing is not null && !things.Contains(l.Thing))
                .GroupBy(l => l.Thing)
                .Select(g => new ChangedAnswer(
                    g.First().Section,
                    g.First().Of,
                    string.Join("\n", g.Where(l => l.Value.Length > 0).Select(l => $"{l.Key}: {l.Value}")),
                    "Removed"
                )),
            .. before
                .Where(l => l.Thing is null && l.Value.Length > 0 && !now.Contains((l.Part, l.Key)))
                .Select(l => new ChangedAnswer(l.Section, l.FullName, l.Value, "Removed")),
        ];
    }
}

/// <summary>Two people's answers to the same part: what is saved, and what the second one typed.</summary>
/// <param name="Saved">Who saved it, and when.</param>
/// <param name="Lines">Each answer, first as it is saved, then as it was typed.</param>
public sealed record Conflict(SavedPart Saved, IReadOnlyList<ChangedAnswer> Lines)
{
    /// <param name="saved">The last save of the part; null where nobody's is in the way.</param>
    /// <param name="part">The part.</param>
    /// <param name="theirs">The form's answers as they are saved.</param>
    /// <param name="mine">The same with what was typed.</param>
    public static Conflict? Of(SavedPart? saved, string part, IEnumerable<AnswerLine> theirs, IEnumerable<AnswerLine> mine)
    {
        if (saved is null)
            return null;
        var (kept, typed) = (theirs.Where(l => l.Part == part).ToList(), mine.Where(l => l.Part == part).ToList());
        return new(
            saved,
            [
                .. typed
                    .Concat(kept)
                    .DistinctBy(l => l.Key)
                    .Select(l => new ChangedAnswer(l.Section, l.Key, ValueOf(kept, l.Key), ValueOf(typed, l.Key))),
            ]
        );
    }

    private static string ValueOf(List<AnswerLine> lines, string key) => lines.FirstOrDefault(l => l.Key == key)?.Value ?? "";
}
