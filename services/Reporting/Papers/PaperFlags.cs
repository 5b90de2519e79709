using Platform.Contracts;

namespace Platform.Reporting.Papers;

/// <summary>Finds what is contradictory or missing in a paper. An officer reads this before issuing it, and it is kept with it.</summary>
internal static class PaperFlags
{
    /// <param name="paper">The draft.</param>
    /// <param name="since">How many returns have come in since its figures were frozen.</param>
    public static IReadOnlyList<PaperFlag> Of(BoardPaper paper, int since) =>
        [
            .. Missing(paper.Figures),
            .. paper.Figures.SentBack.Select(Challenged),
            .. paper.Figures.Grants.SelectMany(g => g.Interventions.SelectMany(i => Status(g, i, paper.Figures.Day))),
            .. StatedEnds
                .Of(paper)
                .Where(e => paper.Settled.All(s => s.Key != e.Key))
                .Select(e => new PaperFlag(
                    $"{e.Name}: {e.By} says that it runs until {e.Month}, and its delivery ends on {London.Plain(e.Granted)}. The paper "
                        + "calls that an open question",
                    e.Link,
                    e.LinkText
                )
                {
                    Settle = $"{paper.Address}/ends/{e.Key}",
                }),
            .. paper.Figures.Grants.SelectMany(Varied),
            .. Words(paper),
            .. Stale(paper, since),
        ];

    private static IEnumerable<PaperFlag> Missing(PaperFigures figures) =>
        from owed in figures.Overdue
        let grant = figures.Grants.FirstOrDefault(g => g.Reference == owed.GrantReference)
        select new PaperFlag(
            $"{owed.Partnership}’s return for {PaperText.Of(owed.Quarter)} has not come in: what the paper says of {owed.Programme} "
                + "there lacks that quarter"
                + (grant?.LastQuarter is { } last ? $" and stops at {PaperText.Of(last)}" : ""),
            owed.Address,
            "Open the return"
        );

    private static PaperFlag Challenged(PaperSentBack back) =>
        new(
            $"{back.Partnership}’s return for {PaperText.Of(back.Quarter)} is sent back"
                + (back.IsLate ? $", {back.WorkingDays:N0} working {PaperText.Plural(back.WorkingDays, "day")} late" : "")
                + $": what the paper says of {back.Programme} there from it is challenged",
            back.Address,
            "Open the return"
        );

    private static IEnumerable<PaperFlag> Status(PaperGrant grant, PaperIntervention intervention, DateOnly day)
    {
        if (intervention.IsGone)
            yield break;
        PaperFlag Flag(string text) =>
            new($"{grant.Partnership}, {intervention.Name}: {text}", $"/grants/{grant.Reference}", $"Open grant {grant.Reference}");
        foreach (var target in intervention.Targets.Where(t => intervention.IsComplete && t.Achieved < t.Target))
            yield return Flag(
                $"reported complete with {target.Achieved:N0} of {new Output(target.Indicator, target.Target, target.Kind).Describe()} "
                    + $"{target.Indicator}"
            );
        if (!intervention.IsComplete && intervention.To < day)
            yield return Flag($"not reported complete, though its delivery ended on {London.Plain(intervention.To)}");
        if (
            !intervention.IsComplete
            && intervention.CompleteIn is { } complete
            && intervention.Said is { } said
            && complete.CompareTo(said) < 0
        )
            yield return Flag($"reported complete in {PaperText.Of(complete)}, and no longer in {PaperText.Of(said)}");
    }

    private static IEnumerable<PaperFlag> Varied(PaperGrant grant) =>
        grant.VariedSince.Select(v => new PaperFlag(
            $"{grant.Partnership}, {grant.Programme}: variation {v.Number} changed its amounts on {London.Plain(v.On)}, after its last "
                + $"return. {v.Reason}",
            $"/grants/{grant.Reference}",
            $"Open grant {grant.Reference}"
        ));

    private static IEnumerable<PaperFlag> Words(BoardPaper paper)
    {
        string[] expected = [PaperParts.Background, PaperParts.ComingYear, PaperParts.Contact];
        foreach (var part in expected.Where(p => paper.WordsOn(p)?.Text is null or ""))
            yield return new(
                $"Nothing is written under “{PaperParts.Name(paper.Figures, part)}”",
                $"{paper.Address}/words/{part}",
                "Write it"
            );
        foreach (var words in paper.Words.Where(w => w.Text.Length > 0 && !paper.Figures.Has(w.Part)))
            yield return new(
                "What you wrote about something that is not in the figures any more is left out",
                $"{paper.Address}/words/{words.Part}",
                "Read what you wrote"
            );
    }

    private static IEnumerable<PaperFlag> Stale(BoardPaper paper, int since)
    {
        if (since > 0)
            yield return new(
                $"{since:N0} {PaperText.Plural(since, "return")} came in after the figures were frozen at {London.Moment(paper.AsAt)}",
                $"{paper.Address}/refresh",
                "Refresh the figures"
            );
        if (London.DateOf(paper.AsAt) > paper.MeetingOn)
            yield return new(
                $"The figures are as at {London.Plain(London.DateOf(paper.AsAt))}, after the meeting of {London.Plain(paper.MeetingOn)}",
                $"{paper.Address}/about",
                "Change the date of the meeting"
            );
    }
}
