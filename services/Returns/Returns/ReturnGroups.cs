using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>A return's answers as its pages show them: a card for each intervention and each section about the whole quarter.</summary>
internal static class ReturnGroups
{
    /// <summary>The answers to be read.</summary>
    public static IReadOnlyList<AnswerGroup> Of(IReadOnlyList<AnswerLine> lines) =>
        [.. Sections(lines).Select(s => new AnswerGroup(s.Key.Of, [.. s.Select(l => AnswerRow.Of(l))]))];

    /// <summary>The answers to be checked: each one that may be changed links to its page, and what is missing is shown in place.</summary>
    /// <param name="lines">The answers.</param>
    /// <param name="missing">What prevents handing it over; the field of each problem is a part.</param>
    /// <param name="mayChange">Which sections may be changed.</param>
    /// <param name="pageOf">Where a part is answered.</param>
    public static IReadOnlyList<AnswerGroup> Of(
        IReadOnlyList<AnswerLine> lines,
        IReadOnlyList<Problem> missing,
        Func<string, bool> mayChange,
        Func<string, string> pageOf
    )
    {
        var open = missing.Where(p => mayChange(SectionOf(p))).ToList();
        return [.. Sections(lines).Select(s => new AnswerGroup(s.Key.Of, [.. s.Select(Row), .. Others(s.Key.Section)]))];

        AnswerRow Row(AnswerLine line)
        {
            var change = line.Part.Length > 0 && mayChange(line.Section) ? Change(line.Part) : null;
            var asked = line is { Value: "", Missing: not null } ? open.FirstOrDefault(p => p.Field == line.Part)?.Message : null;
            if (asked is not null)
                open.RemoveAll(p => p.Field == line.Part);
            return new(line.Key, line.Value.Length > 0 || asked is not null ? line.Value : line.Missing ?? "None", change, asked);
        }

        // What is missing besides an answer, such as the reason for it.
        IEnumerable<AnswerRow> Others(string section) =>
            open.Where(p => SectionOf(p) == section).ToList().Select(p => new AnswerRow("Still to do", "", Change(p.Field), p.Message));

        string Change(string part) => $"{pageOf(part)}?return=check";
    }

    /// <summary>What was spent in all; none where there is nothing to report.</summary>
    public static IEnumerable<AnswerGroup> Totals(ReturnContent content)
    {
        if (content.Lines.Count == 0 || content.NilReason.Length > 0)
            yield break;
        var (capital, revenue) = (content.Lines.Sum(l => l.Capital ?? Money.Zero), content.Lines.Sum(l => l.Revenue ?? Money.Zero));
        yield return new(
            "Whole return",
            [new("Capital spend", $"{capital}"), new("Revenue spend", $"{revenue}"), new("Spend in all", $"{capital + revenue}")]
        );
    }

    private static IEnumerable<IGrouping<(string Section, string Of), AnswerLine>> Sections(IReadOnlyList<AnswerLine> lines) =>
        lines.GroupBy(l => (l.Section, l.Of));

    private static string SectionOf(Problem problem) => problem.Field.Split('/')[0];
}
