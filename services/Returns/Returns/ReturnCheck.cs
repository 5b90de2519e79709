using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>
/// What a return needs before it can be handed over. The field of each problem is the part (<see cref="PartAnswers"/>) where it can be
/// put right.
/// </summary>
internal static class ReturnCheck
{
    public static IReadOnlyList<Problem> Missing(Return owed, GrantFigures figures, Programme programme) =>
        [
            .. owed.Unanswered.Select(n => new Problem(
                SectionNotes.PartOf(n.Section),
                $"Answer what the office asked about {ReturnSections.Name(owed, n.Section)}"
            )),
            .. owed.NilReason.Length > 0
                ? []
                : owed
                    .Interventions.SelectMany(i => Missing(i, owed, figures, programme))
                    .Concat(ReturnSections.OfWhole.SelectMany(s => Missing(s, owed))),
        ];

    /// <summary>What is missing for one intervention.</summary>
    public static IEnumerable<Problem> Missing(Intervention intervention, Return owed, GrantFigures figures, Programme programme)
    {
        var line = owed.Line(intervention.Id) ?? PartAnswers.Unsaid(intervention.Id);
        var (name, id) = (intervention.Name, intervention.Id);
        if (IsOver(intervention, owed, figures))
            yield break;
        if (line.Status is null)
            yield return new($"{id}/progress", $"Select how {name} is going");
        if (line.Capital is null || line.Revenue is null)
            yield return new($"{id}/spending", $"Enter what was spent on {name}");
        else if (figures.LaterThisYear.Any(q => line.Forecasts.All(f => f.Quarter != q)))
            yield return new($"{id}/spending", $"Enter the forecast of {name} for each later quarter of the year");
        else if (
            line.VarianceReason.Length == 0
            && YearSpend.Of(intervention, line, figures, owed.Quarter).Any(s => s.NeedsReason(programme))
        )
            yield return new($"{id}/spending", $"Enter why {name} is to end the year that far from its grant");
        else if (line.Explanation.Length == 0 && LineWarnings.Of(intervention, line, figures, owed.Quarter).FirstOrDefault() is { } odd)
            yield return new($"{id}/explanation", $"Explain the figures of {name}, or correct them. {odd}");
        if (intervention.Outputs.Any(o => line.Achieved.All(a => a.Indicator != o.Indicator)))
            yield return new($"{id}/outputs", $"Enter what {name} achieved");
        if (!line.AssetsSaid)
            yield return new($"{id}/assets", $"Enter what was bought for {name}, or that nothing was");
    }

    /// <summary>Whether the latest earlier return called it complete and this one is silent: then nothing has to be reported.</summary>
    public static bool IsOver(Intervention intervention, Return owed, GrantFigures figures) =>
        owed.Line(intervention.Id) is null && figures.Last(intervention.Id) is { Line.Status: DeliveryStatus.Complete };

    /// <summary>What is missing in a section about the whole quarter.</summary>
    public static IEnumerable<Problem> Missing(string section, Return owed)
    {
        var overall = owed.Overall;
        if (section == ReturnSections.Outcomes && overall.Outcomes.Length == 0)
            yield return new(section, "Enter what changed for people");
        if (section == ReturnSections.Match && overall.Match is null && owed.MatchPromised.Count > 0)
            yield return new(section, "Enter what others gave in the quarter");
        if (section == ReturnSections.Underspend && overall.Underspend is null)
            yield return new(section, "Enter what of the year’s money will not be used");
        if (section == ReturnSections.Rating && overall.Rating is null)
            yield return new(section, "Select how the grant is going in all");
    }
}
