using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Reporting.Papers;

/// <summary>An end of delivery that words give, where the grant has another.</summary>
/// <param name="Part">The part of the paper that it belongs to.</param>
/// <param name="By">Who says it: "the paper", "Melton’s return".</param>
/// <param name="Name">The intervention, or the grant.</param>
/// <param name="Said">The first day of the month that the words give.</param>
/// <param name="Granted">The last day of its delivery, as granted.</param>
/// <param name="Link">The address of the page on which the words, or the grant, are changed.</param>
/// <param name="LinkText">What that page is called.</param>
internal sealed record StatedEnd(string Part, string By, string Name, DateOnly Said, DateOnly Granted, string Link, string LinkText)
{
    /// <summary>How addresses name it.</summary>
    public string Key =>
        string.Concat($"{Part}-{Name}-{Said:yyyy-MM}".ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    public string Month => Said.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>What the paper says until an officer has settled it.</summary>
    public string Question =>
        $"Open question: {By} has {Name} run until {Month}, and its grant until {London.Plain(Granted)}. Which is right has not been "
        + "settled.";

    /// <summary>What the paper says once an officer has settled it.</summary>
    public string Answer(bool asGranted) =>
        asGranted
            ? $"{Name} runs until {London.Plain(Granted)}, as granted. Where {By} says {Month}, that is no longer so."
            : $"{Name} ends in {Month}. Its grant, until {London.Plain(Granted)}, is still to be varied.";
}

/// <summary>Which of two ends is right, as an officer settled it.</summary>
/// <param name="Key">The <see cref="StatedEnd.Key"/>.</param>
/// <param name="AsGranted">Whether the grant's is right; otherwise the words'.</param>
/// <param name="By">Who settled it.</param>
/// <param name="At">When.</param>
internal sealed record SettledEnd(string Key, bool AsGranted, Person By, DateTimeOffset At);

/// <summary>Finds ends of delivery in words: seed 004 has Streetvibe run "until the end of March 2024" and "until March 2025".</summary>
internal static partial class StatedEnds
{
    public static IEnumerable<StatedEnd> Of(BoardPaper paper)
    {
        foreach (var grant in paper.Figures.Grants)
        foreach (var intervention in grant.Interventions.Where(i => !i.IsGone))
        foreach (var (_, month) in Ends(intervention.Narrative).Where(e => !Same(e.Month, intervention.To)))
            yield return new(
                PaperParts.Delivery(grant.Reference),
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
                yield return new(
                    words.Part,
                    "the paper",
                    meant.Name,
                    month,
                    meant.To,
                    $"{paper.Address}/words/{words.Part}",
                    "Change what you wrote"
                );
    }

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
