namespace Platform.Returns.Returns.Pages;

/// <summary>All answers of a return, as it stands or as it was submitted, section by section.</summary>
internal sealed record AnswersView(IReadOnlyList<AnswersView.Group> Groups)
{
    public sealed record Group(string Name, IReadOnlyList<Row> Rows);

    /// <summary>One answer.</summary>
    /// <param name="Key">What it is.</param>
    /// <param name="Value">The answer in words; empty only where something is missing.</param>
    /// <param name="Change">Where it is changed; null where it cannot be.</param>
    /// <param name="Missing">What is to be entered.</param>
    public sealed record Row(string Key, string Value, string? Change, string? Missing = null);

    public static AnswersView Of(ReturnPage page)
    {
        var missing = page.Missing.Where(p => page.MayChange(p.Field.Split('/')[0])).ToList();
        return new([
            .. from section in ReturnAnswers
                .Of(page.Return.Interventions, page.Return.Content, page.Figures, page.Return.Quarter)
                .GroupBy(l => (l.Section, l.Of))
            select new Group(section.Key.Of, [.. section.Select(Row), .. Others(section.Key.Section)]),
        ]);

        Row Row(AnswerLine line)
        {
            var change = line.Part.Length > 0 && page.MayChange(line.Section) ? $"{page.PageOf(line.Part)}?return=check" : null;
            var asked = line is { Value: "", Missing: not null } ? missing.FirstOrDefault(p => p.Field == line.Part)?.Message : null;
            if (asked is not null)
                missing.RemoveAll(p => p.Field == line.Part);
            return new(line.Key, line.Value.Length > 0 || asked is not null ? line.Value : line.Missing ?? "None", change, asked);
        }

        // What is missing beside an answer that is there, such as the reason for it.
        IEnumerable<Row> Others(string section) =>
            missing
                .Where(p => p.Field.Split('/')[0] == section)
                .ToList()
                .Select(p => new Row("Still to do", "", $"{page.PageOf(p.Field)}?return=check", p.Message));
    }

    public static AnswersView Of(SubmittedReturn made) =>
        new([
            .. from section in ReturnAnswers.Of(made.Interventions, made.Content, null, made.Quarter).GroupBy(l => (l.Section, l.Of))
            select new Group(section.Key.Of, [.. section.Select(l => new Row(l.Key, l.Value.Length > 0 ? l.Value : "None", null))]),
        ]);
}
