using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments;

/// <summary>A moderation as it was typed or sent. Where an amount is left out, what the bid asks for is recommended.</summary>
internal sealed record ModerationAnswers(
    IReadOnlyList<AgreedScore>? Scores,
    IReadOnlyList<Award>? Recommended,
    IReadOnlyList<string>? Conditions,
    string? Comment
)
{
    /// <summary>The lines of a bid's budget, as awards of the amounts asked for.</summary>
    public static IReadOnlyList<Award> AsAsked(BidContent content) =>
        [
            .. content.Interventions.SelectMany(i =>
                i.Budget.GroupBy(l => (l.Year, l.Kind)).Select(g => new Award(i.Id, g.Key.Year, g.Key.Kind, g.Sum(l => l.Amount)))
            ),
        ];

    /// <summary>These answers as they are stored: tidied, complete, in the order of the bid's budget.</summary>
    public ModerationAnswers Tidied(Bid bid)
    {
        var sent = (Recommended ?? []).Where(a => a is not null).Select(a => a with { Before = null }).ToList();
        var asked = AsAsked(bid.Content);
        return new(
            [.. (Scores ?? []).Where(s => s is not null).Select(s => s with { Reason = TypedText.Tidy(s.Reason) })],
            [.. asked.Select(a => sent.LastOrDefault(s => IsLineOf(s, a)) ?? a), .. sent.Where(s => !asked.Any(a => IsLineOf(s, a)))],
            [.. (Conditions ?? []).Select(TypedText.Tidy).Where(c => c.Length > 0)],
            TypedText.Tidy(Comment)
        );
    }

    /// <summary>Problems use the page's field names; its lists are in the order of the criteria and of <see cref="AsAsked"/>.</summary>
    public IEnumerable<Problem> Problems(Bid bid, Round round)
    {
        foreach (var unknown in Scores!.Where(s => round.Criteria.All(c => c.Id != s.CriterionId)))
            yield return new(nameof(Scores), $"This round has no criterion {unknown.CriterionId}");
        for (var i = 0; i < round.Criteria.Count; i++)
        {
            var (criterion, found) = (round.Criteria[i], Scores!.Where(s => s.CriterionId == round.Criteria[i].Id).ToList());
            if (found.Count != 1 || !Scoring.IsScore(found[0].Score))
                yield return new($"Scores[{i}].Score", $"Select the agreed score for {criterion.Name}");
            if (found is not [{ Reason.Length: > 0 and <= Moderation.LongestText }])
                yield return new(
                    $"Scores[{i}].Reason",
                    $"Enter the reason for the agreed score for {criterion.Name}, in 2,000 characters or less"
                );
        }
        var asked = AsAsked(bid.Content);
        for (var i = 0; i < Recommended!.Count; i++)
        {
            var (award, field) = (Recommended[i], $"Recommended[{i}].Amount");
            if (i >= asked.Count)
                yield return new(
                    nameof(Recommended),
                    $"The bid asks for nothing as {award.Kind} in {award.Year} for {award.InterventionId}"
                );
            else if (award.Amount < Money.Zero)
                yield return new(field, "Recommended amount must be £0 or more");
            else if (award.Amount > asked[i].Amount)
                yield return new(field, $"Recommended amount must be {asked[i].Amount} or less, which is what the bid asks for");
        }
        if (Conditions!.Count > Moderation.MostConditions || Conditions.Any(c => c.Length > Moderation.LongestCondition))
            yield return new(nameof(Conditions), "Enter 30 conditions or fewer, each of 500 characters or less");
        if (Comment!.Length > Moderation.LongestText)
            yield return new(nameof(Comment), "Comment must be 2,000 characters or less");
    }

    private static bool IsLineOf(Award a, Award b) => (a.InterventionId, a.Year, a.Kind) == (b.InterventionId, b.Year, b.Kind);
}
