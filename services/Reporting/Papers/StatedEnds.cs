using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Reporting.Papers;

/// <summary>Finds ends of delivery in words: seed 004 has Streetvibe run "until the end of March 2024" and "until March 2025".</summary>
internal static partial class StatedEnds
{
    public static IEnumerable<PaperFlag> Of(BoardPaper paper)
    {
        foreach (var grant in paper.Figures.Grants)
        foreach (var intervention in grant.Interventions.Where(i => !i.IsGone))
        foreach (var (_, month) in Ends(intervention.Narrative).Where(e => !Same(e.Month, intervention.To)))
            yield return Flag(
                $"{grant.Partnership}’s return",
                intervention.Name,
                month,
                intervention.To,
                $"/grants/{grant.Reference}",
                $"Open grant {grant.Reference}"
            );
        foreach (var words in paper.Words.Where(w => paper.Figures.Has(w.Part)))
        foreach (var (clause, month) in Ends(words.Text))
            if (Meant(paper.Figures, words.Part, clause) is { } meant && !Same(month, meant.To))
                yield return Flag("the paper", meant.Name, month, meant.To, $"{paper.Address}/words/{words.Part}", "Change what you wrote");
    }

    private static PaperFlag Flag(string who, string name, DateOnly said, DateOnly ends, string link, string text) =>
        new(
            $"{name}: {who} says that it runs until {said.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}, and its delivery ends on "
                + $"{London.Plain(ends)}",
            link,
            text
        );

    /// <summary>Each end that a text gives, with the words before it in its sentence.</summary>
    public static IEnumerable<(string Before, DateOnly Month)> Ends(string text) =>
        from sentence in Sentence().Split(text)
        from Match match in End().Matches(sentence)
        let month = DateTime.ParseExact(match.Groups["month"].Value[..3], "MMM", CultureInfo.InvariantCulture).Month
        select (sentence[..match.Index], new DateOnly(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), month, 1));

    // What an end belongs to: whatever is named last before it or, if nothing is, in words about a grant, that grant.
    private static (string Name, DateOnly To)? Meant(PaperFigures figures, string part, string before)
    {
        var about = figures.Grants.Where(g => part == PaperParts.Delivery(g.Reference)).ToList();
        var named = (
            from grant in about.Count > 0 ? about : figures.Grants
            from intervention in grant.Interventions
            let at = Names(figures, intervention).Max(n => before.LastIndexOf(n, StringComparison.OrdinalIgnoreCase))
            where
                at >= 0
                && (
                    about.Count > 0
                    || IsOne(figures, intervention)
                    || before.Contains(grant.Partnership.Name, StringComparison.OrdinalIgnoreCase)
                )
            orderby at descending
            select ((string, DateOnly)?)(intervention.Name, intervention.To)
        ).FirstOrDefault();
        if (named is not null)
            return named;
        if (about is [var only])
            return ($"{only.Programme} in {only.Partnership}", only.To);
        return figures
            .Grants.Where(g =>
                before.Contains(g.Programme, StringComparison.OrdinalIgnoreCase)
                && before.Contains(g.Partnership.Name, StringComparison.OrdinalIgnoreCase)
            )
            .Select(g => ((string, DateOnly)?)($"{g.Programme} in {g.Partnership}", g.To))
            .FirstOrDefault();
    }

    // "Crimestoppers" identifies an intervention as well as its full name does.
    private static IEnumerable<string> Names(PaperFigures figures, PaperIntervention intervention) =>
        [
            intervention.Name,
            .. Word()
                .Matches(intervention.Name)
                .Select(m => m.Value)
                .Where(word =>
                    figures
                        .Grants.SelectMany(g => g.Interventions)
                        .Select(i => i.Name)
                        .Distinct()
                        .Count(n => n.Contains(word, StringComparison.OrdinalIgnoreCase)) == 1
                ),
        ];

    private static bool IsOne(PaperFigures figures, PaperIntervention intervention) =>
        figures.Grants.SelectMany(g => g.Interventions).Count(i => i.Name == intervention.Name) == 1;

    private static bool Same(DateOnly month, DateOnly end) => (month.Year, month.Month) == (end.Year, end.Month);

    [GeneratedRegex(@"(?<=[.!?;])\s+|\n+")]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\b(?:until|till|through to|running to|runs to|run to|continues? to|ends|ending|finish(?:es|ing)?|concludes?|concluding)\b(?:\s+(?:on|in|at|by|the|end|of|early|late|mid|\d{1,2}(?:st|nd|rd|th)?)){0,5}\s+(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\s+(?<year>20\d\d)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex End();

    [GeneratedRegex(@"\b\w{6,}\b")]
    private static partial Regex Word();
}
