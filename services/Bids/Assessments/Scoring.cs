using Platform.Contracts;

namespace Platform.Bids.Assessments;

/// <summary>How scores become a percentage.</summary>
internal static class Scoring
{
    /// <summary>What each score means, from 0 on.</summary>
    public static readonly IReadOnlyList<string> Meanings = ["No evidence", "Weak", "Adequate", "Good", "Excellent"];

    public const int Highest = 4;

    /// <summary>The smallest difference between two assessors' scores that is pointed out to the panel.</summary>
    public const int WideSpread = 2;

    public static bool IsScore(int? score) => score is >= 0 and <= Highest;

    /// <summary>
    /// The weighted score in percent, rounded to two places (halves up), but never up to the threshold. Calculated in whole numbers, so
    /// that nothing is rounded before the end. A criterion without a score counts as 0.
    /// </summary>
    public static decimal Percent(IReadOnlyList<Criterion> criteria, IEnumerable<AgreedScore> scores, int threshold = 0)
    {
        var most = Highest * criteria.Sum(c => (long)c.Weight);
        if (most == 0)
            return 0;
        var byCriterion = scores.ToDictionary(s => s.CriterionId, s => s.Score);
        var got = criteria.Sum(c => (long)c.Weight * byCriterion.GetValueOrDefault(c.Id));
        return Percentage.Of(got, most, threshold, decimals: 2).Value;
    }
}
