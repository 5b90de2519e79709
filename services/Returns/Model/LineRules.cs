using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Model;

/// <summary>What a line of a return must be. Fields are those of the intervention page.</summary>
internal static class LineRules
{
    public const int LongestNarrative = 2000;
    public const int LargestQuantity = 10_000_000;

    public static IReadOnlyList<Problem> Problems(ReturnLine typed, Intervention intervention) =>
        [.. Check(typed), .. CheckOutputs(typed.Achieved, intervention)];

    /// <summary>The outputs in the grant's order, whatever order they came in.</summary>
    public static ReturnLine InGrantsOrder(ReturnLine typed, Intervention intervention) =>
        typed with { Achieved = [.. intervention.Outputs.Select(o => typed.Achieved.Single(a => a.Indicator == o.Indicator))] };

    private static IEnumerable<Problem> Check(ReturnLine typed)
    {
        if (!Enum.IsDefined(typed.Status)) yield return new(nameof(typed.Status), "Select how it is going");
        if (typed.Narrative.Length > LongestNarrative) yield return new(nameof(typed.Narrative), "What happened must be 2,000 characters or less");
        foreach (var (field, name, amount) in new[] { (nameof(typed.Capital), "Capital spend", typed.Capital), (nameof(typed.Revenue), "Revenue spend", typed.Revenue) })
        {
            if (amount < Money.Zero) yield return new(field, $"{name} must be £0 or more");
            if (amount > Money.Largest) yield return new(field, $"{name} must be {Money.Largest} or less");
        }
    }

    private static IEnumerable<Problem> CheckOutputs(IReadOnlyList<Achievement> achieved, Intervention intervention)
    {
        if (achieved.Any(a => a is null)) achieved = [.. achieved.Where(a => a is not null)];
        foreach (var (index, output) in intervention.Outputs.Index())
        {
            var field = $"{nameof(ReturnLine.Achieved)}[{index}]";
            var given = achieved.Where(a => a.Indicator == output.Indicator).ToList();
            if (given.Count != 1) yield return new(field, $"Enter the number of {output.Indicator}, once");
            else if (given[0].Quantity is < 0 or > LargestQuantity) yield return new(field, $"Number of {output.Indicator} must be between 0 and 10,000,000");
        }
        foreach (var unknown in achieved.Where(a => intervention.Outputs.All(o => o.Indicator != a.Indicator)))
            yield return new(nameof(ReturnLine.Achieved), $"{unknown.Indicator} is not an output of {intervention.Name}");
    }
}
