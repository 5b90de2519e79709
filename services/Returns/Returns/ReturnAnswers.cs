using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>A return in words: for checking, printing and comparing it.</summary>
internal static class ReturnAnswers
{
    private const string NotEntered = "Not entered";

    /// <param name="interventions">The grant's interventions.</param>
    /// <param name="content">What was answered.</param>
    /// <param name="figures">What the grant's other returns say, for sums over quarters; null to show only what was typed.</param>
    /// <param name="quarter">The return's quarter.</param>
    public static IReadOnlyList<AnswerLine> Of(
        IReadOnlyList<Intervention> interventions,
        ReturnContent content,
        GrantFigures? figures,
        Quarter quarter
    ) =>
        content.NilReason.Length > 0
            ?
            [
                new(ReturnSections.Nil, ReturnSections.Nil, "Why there is nothing to report", content.NilReason)
                {
                    Of = ReturnSections.Name(ReturnSections.Nil),
                },
            ]
            :
            [
                .. interventions.SelectMany(i =>
                    Line(i, content.Lines.FirstOrDefault(l => l.InterventionId == i.Id) ?? PartAnswers.Unsaid(i.Id), figures, quarter)
                ),
                .. Whole(content.Overall, figures is null ? null : YearSpend.Left(interventions, content, figures, quarter)),
            ];

    private static IEnumerable<AnswerLine> Line(Intervention intervention, ReturnLine line, GrantFigures? figures, Quarter quarter)
    {
        var id = ReturnSections.Of(intervention);
        AnswerLine Said(string page, string key, string value, bool needed = false) =>
            new(id, page.Length > 0 ? $"{id}/{page}" : "", key, value, needed ? NotEntered : null) { Of = intervention.Name };

        yield return Said("progress", "How it is going", line.Status is null ? "" : ReturnWords.Of(line.Status), needed: true);
        yield return Said("progress", "What happened", line.Narrative);
        yield return Said("spending", "Capital spend", $"{line.Capital}", needed: true);
        yield return Said("spending", "Revenue spend", $"{line.Revenue}", needed: true);
        foreach (var forecast in line.Forecasts)
            yield return Said(
                "spending",
                $"Forecast for Q{forecast.Quarter.Number} {forecast.Quarter.Year}",
                $"Capital {forecast.Capital}, revenue {forecast.Revenue}"
            );
        if (line.VarianceReason.Length > 0)
            yield return Said("spending", "Why the year ends off its grant", line.VarianceReason);
        if (figures is not null && line.Capital is not null)
            foreach (
                var spend in YearSpend
                    .Of(intervention, line, figures, quarter)
                    .Where(s => s.Granted > Money.Zero || s.Outturn != Money.Zero)
            )
                yield return Said("", $"{spend.Kind} in {quarter.Year}", ReturnWords.Of(spend));
        foreach (var across in figures?.SpentAcross(intervention, line) ?? [])
            yield return Said("", "Annuality", Annuality.InWords(across.Amount, across.Year));
        foreach (var output in intervention.Outputs)
            yield return Said(
                "outputs",
                ReturnWords.Name(output),
                line.Achieved.FirstOrDefault(a => a.Indicator == output.Indicator) is not { } achieved ? ""
                    : figures is null ? $"{achieved.Quantity:N0}"
                    : ReturnWords.Progress(output, achieved.Quantity, LineWarnings.Reached(intervention, output, line, figures)),
                needed: true
            );
        if (line.Assets.Count == 0)
            yield return Said("assets", "Bought", line.AssetsSaid ? "Nothing was bought" : "", needed: true) with
            {
                IsOfEmptyList = true,
            };
        foreach (var asset in line.Assets)
            yield return Said($"assets/{asset.Id}", "Bought", ReturnWords.Of(asset));
        foreach (var adjustment in line.Adjustments)
            yield return Said($"adjustments/{adjustment.Id}", "Correction", ReturnWords.Of(adjustment));
        if (line.Explanation.Length > 0)
            yield return Said("explanation", "Why the figures are right", line.Explanation);
    }

    private static IEnumerable<AnswerLine> Whole(ReturnOverall overall, Money? left)
    {
        static AnswerLine Said(string section, string key, string value, bool needed = false) =>
            new(section, section, key, value, needed ? NotEntered : null) { Of = ReturnSections.Name(section) };
        yield return Said(ReturnSections.Outcomes, "What changed for people", overall.Outcomes, needed: true);
        yield return Said(ReturnSections.Outcomes, "What may go wrong", overall.Risks);
        yield return Said(
            ReturnSections.Match,
            "Received this quarter",
            overall.Match switch
            {
                null => "",
                [] => "Nothing was received",
                var match => string.Join("\n", match.Select(m => $"{m.Source}, {ReturnWords.Of(m.Kind)}: {m.Amount}")),
            },
            needed: true
        );
        yield return Said(ReturnSections.Underspend, "What will not be used this year", $"{overall.Underspend}", needed: true);
        if (ReturnWords.UnderspendDiffers(overall, left))
            yield return Said(ReturnSections.Underspend, "What the figures leave", $"{left}, which differs from what you entered") with
            {
                Part = "",
            };
        yield return Said(ReturnSections.Underspend, "What you propose for it", overall.UnderspendProposal);
        yield return Said(ReturnSections.Rating, "How it is going in all", ReturnWords.Of(overall.Rating), needed: true);
        yield return Said(ReturnSections.Rating, "Why", overall.RatingReason);
    }
}
