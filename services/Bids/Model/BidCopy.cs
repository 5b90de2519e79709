using Platform.Contracts;

namespace Platform.Bids.Model;

/// <summary>What of an earlier bid is worth having in a new one: its words and amounts, moved to the years of the new round. Files and marks are not.</summary>
internal static class BidCopy
{
    public static BidContent Into(Round to, Round from, BidContent content)
    {
        var years = from.FundingYears.Zip(to.FundingYears).ToDictionary(pair => pair.First, pair => pair.Second);
        return content with
        {
            Theme = content.Theme is { } theme && to.Themes.Contains(theme) ? theme : null,
            Answers = [.. from answer in content.Answers
                          let asked = @from.Questions.FirstOrDefault(q => q.Id == answer.QuestionId)?.Text
                          let again = to.Questions.FirstOrDefault(q => q.Text == asked)
                          where again is not null
                          select new Answer(again.Id, answer.Text)],
            Interventions = [.. content.Interventions.Select(i => Moved(i, to, from, years))],
            Match = [.. content.Match.Where(m => years.ContainsKey(m.Year)).Select(m => m with { Id = Guid.CreateVersion7(), Year = years[m.Year], Committed = false })],
            Risks = [.. content.Risks.Select(r => r with { Id = Guid.CreateVersion7() })],
            Completed = [],
        };
    }

    private static Intervention Moved(Intervention intervention, Round to, Round from, Dictionary<FinancialYear, FinancialYear> years)
    {
        var later = to.FundingYears[0].Start - from.FundingYears[0].Start;
        var (start, end) = (Within(intervention.From?.AddYears(later), to), Within(intervention.To?.AddYears(later), to));
        return intervention with
        {
            Id = Guid.CreateVersion7(),
            Budget = [.. intervention.Budget.Where(l => years.ContainsKey(l.Year)).Select(l => l with { Year = years[l.Year] })],
            From = start,
            To = end < start ? null : end,
        };
    }

    private static DateOnly? Within(DateOnly? day, Round round) => day < round.DeliveryFrom || day > round.DeliveryTo ? null : day;
}
