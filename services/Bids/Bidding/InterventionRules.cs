using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>The rules for an intervention. Problems use the field names of its pages.</summary>
internal static class InterventionRules
{
    public const int LongestName = 100;
    public const int LongestDescription = 2000;
    public const int LargestTarget = 10_000_000;
    public const int LargestQuantity = 100_000;

    public static IReadOnlyList<Problem> Problems(Intervention typed, Round round, Partnership partnership) =>
        [
            .. About(typed, round),
            .. Budget(typed.Budget, round),
            .. Outputs(typed.Outputs),
            .. Assets(typed.Assets),
            .. Places(typed.Areas, partnership),
        ];

    public static IEnumerable<Problem> About(Intervention typed, Round round)
    {
        if (typed.Name.Length == 0)
            yield return new("Name", "Enter the intervention’s name");
        if (typed.Name.Length > LongestName)
            yield return new("Name", "Name must be 100 characters or less");
        if (typed.Kind.Length > 60)
            yield return new("Kind", "Kind must be 60 characters or less");
        if (typed.Description.Length > LongestDescription)
            yield return new("Description", "Description must be 2,000 characters or less");
        if (typed.From < round.DeliveryFrom || typed.From > round.DeliveryTo)
            yield return new("From", $"Start must be between {London.Plain(round.DeliveryFrom)} and {London.Plain(round.DeliveryTo)}");
        if (typed.To < round.DeliveryFrom || typed.To > round.DeliveryTo)
            yield return new("To", $"End must be between {London.Plain(round.DeliveryFrom)} and {London.Plain(round.DeliveryTo)}");
        else if (typed.To < typed.From)
            yield return new("To", "End must be on or after the start");
    }

    public static IEnumerable<Problem> Budget(IReadOnlyList<BudgetLine> lines, Round round)
    {
        foreach (var line in lines)
        {
            if (!Enum.IsDefined(line.Kind))
                yield return new("Budget", "Each amount must be capital or revenue");
            if (!round.FundingYears.Contains(line.Year))
                yield return new("Budget", $"{line.Year} is not a year of this round");
            if (line.Amount <= Money.Zero)
                yield return new("Budget", $"{line.Kind} in {line.Year} must be more than £0");
            if (line.Amount > Money.Largest)
                yield return new("Budget", $"{line.Kind} in {line.Year} must be {Money.Largest} or less");
        }
        if (lines.GroupBy(l => (l.Year, l.Kind)).Any(g => g.Count() > 1))
            yield return new("Budget", "Enter one amount for each year and kind");
    }

    public static IEnumerable<Problem> Outputs(IReadOnlyList<Output> outputs)
    {
        foreach (var output in outputs)
        {
            if (output.Indicator.Length is 0 or > 100)
                yield return new("Outputs", "What is counted must be between 1 and 100 characters");
            if (output.Unit.Length > 40)
                yield return new("Outputs", "Unit must be 40 characters or less");
            if (output.Target is < 1 or > LargestTarget)
                yield return new("Outputs", $"{TargetOf(output)} must be between 1 and 10,000,000");
            if (!Enum.IsDefined(output.Kind))
                yield return new("Outputs", "A target must be fixed, up to or at least");
        }
        if (outputs.GroupBy(o => o.Indicator, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1))
            yield return new("Outputs", "Each output must count something different");
    }

    private static string TargetOf(Output output) => output.Indicator.Length > 0 ? $"Target for {output.Indicator}" : "Target";

    public static IEnumerable<Problem> Assets(IReadOnlyList<Asset> assets)
    {
        foreach (var asset in assets)
        {
            if (asset.Kind.Length is 0 or > 60)
                yield return new("Assets", "Enter what is bought, in 60 characters or less");
            if (asset.Model.Length > 100)
                yield return new("Assets", "Model must be 100 characters or less");
            if (asset.Description.Length > 200)
                yield return new("Assets", "Description of what is bought must be 200 characters or less");
            if (asset.Quantity is < 1 or > LargestQuantity)
                yield return new("Assets", $"Quantity of {asset.Kind} must be between 1 and 100,000");
        }
    }

    public static IEnumerable<Problem> Places(IReadOnlyList<string> areas, Partnership partnership) =>
        areas.Select(area => Bidding.Areas.Problem(area, partnership)).OfType<string>().Select(problem => new Problem("Areas", problem));
}
