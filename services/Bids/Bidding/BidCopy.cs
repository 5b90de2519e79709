using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>
/// What a new bid takes from an earlier one: its words and amounts, moved to the years of the new round, but no files or marks.
/// </summary>
internal static class BidCopy
{
    /// <param name="to">The new round.</param>
    /// <param name="from">The round of the earlier bid.</param>
    /// <param name="content">What the earlier bid says.</param>
    /// <param name="profile">The partnership's Problem Profile for the new round: priorities that it does not have are dropped. Null where
    /// there is none yet.</param>
    public static BidContent Into(Round to, Round from, BidContent content, ProblemProfile? profile = null)
    {
        var years = from.FundingYears.Zip(to.FundingYears).ToDictionary(pair => pair.First, pair => pair.Second);
        return content with
        {
            Theme = content.Theme is { } theme && to.Themes.Contains(theme) ? theme : null,
            Priority = profile is null ? content.Priority : profile.Find(content.Priority) ?? "",
            Answers =
            [
                .. from answer in content.Answers
                let asked = @from.Questions.FirstOrDefault(q => q.Id == answer.QuestionId)?.Text
                let again = to.Questions.FirstOrDefault(q => q.Text == asked)
                where again is not null
                select new Answer(again.Id, answer.Text),
            ],
            Interventions = [.. content.Interventions.Select(i => Moved(i, to, from, years, profile))],
            Match =
            [
                .. content
                    .Match.Where(m => years.ContainsKey(m.Year))
                    .Select(m => m with { Id = Guid.CreateVersion7(), Year = years[m.Year], Committed = false }),
            ],
            Risks = [.. content.Risks.Select(r => r with { Id = Guid.CreateVersion7() })],
            Completed = [],
        };
    }

    private static Intervention Moved(
        Intervention intervention,
        Round to,
        Round from,
        Dictionary<FinancialYear, FinancialYear> years,
        ProblemProfile? profile
    )
    {
        var later = to.FundingYears[0].Start - from.FundingYears[0].Start;
        var (start, end) = (Within(intervention.From?.AddYears(later), to), Within(intervention.To?.AddYears(later), to));
        var priority = profile?.Find(intervention.Priority) ?? "";
        return intervention with
        {
            Id = Guid.CreateVersion7(),
            Budget = [.. intervention.Budget.Where(l => years.ContainsKey(l.Year)).Select(l => l with { Year = years[l.Year] })],
            From = start,
            To = end < start ? null : end,
            Priority = priority,
            ServesPriority = profile is null ? intervention.ServesPriority : priority.Length > 0,
        };
    }

    private static DateOnly? Within(DateOnly? day, Round round) => day < round.DeliveryFrom || day > round.DeliveryTo ? null : day;
}
