using Platform.Contracts;

namespace Platform.Bids.Grants;

/// <summary>Sums and differences of a grant's amounts and targets.</summary>
internal static class GrantLines
{
    /// <summary>Everything that was ever promised: what was removed stays here, so that it can be seen and brought back.</summary>
    public static IReadOnlyList<Intervention> Promised(this GrantDetails grant) =>
        grant.Original.Count > 0 ? grant.Original : grant.Interventions;

    /// <summary>The grant once a variation counts.</summary>
    public static GrantDetails After(this GrantDetails grant, Variation variation) =>
        grant with
        {
            DeliveryTo = variation.DeliveryTo ?? grant.DeliveryTo,
            Interventions = grant.Interventions.With(
                grant.Promised(),
                [.. variation.Amounts.Select(a => new NewAmount(a.InterventionId, a.Year, a.Kind, a.To))],
                [.. variation.Targets.Select(t => new NewTarget(t.InterventionId, t.Indicator, t.To))]
            ),
            Original = grant.Promised(),
            Variations = [.. grant.Variations, variation],
        };

    /// <summary>The grant once all that is agreed counts.</summary>
    public static GrantDetails Agreed(this GrantDetails grant) => grant.Ahead.Aggregate(grant, After);

    /// <summary>Its variations, whether they count, are agreed, or wait.</summary>
    public static IEnumerable<Variation> AllVariations(this GrantDetails grant) =>
        [.. grant.Variations, .. grant.Ahead, .. grant.Waiting is { } waiting ? [waiting] : Array.Empty<Variation>()];

    public static IEnumerable<Output> OutputsOf(this GrantDetails grant, Guid intervention) =>
        grant.Interventions.Where(i => i.Id == intervention).SelectMany(i => i.Outputs);

    public static IReadOnlyList<FinancialYear> Years(this GrantDetails grant) =>
        [
            .. FinancialYear
                .Covering(grant.DeliveryFrom, grant.DeliveryTo)
                .Union(grant.Promised().Concat(grant.Interventions).SelectMany(i => i.Budget).Select(l => l.Year))
                .Order(),
        ];

    public static Money Amount(this IEnumerable<Intervention> interventions, Guid id, FinancialYear year, SpendKind kind) =>
        interventions.Where(i => i.Id == id).SelectMany(i => i.Budget).Where(l => l.Year == year && l.Kind == kind).Sum(l => l.Amount);

    public static Money Amount(this IEnumerable<Intervention> interventions, Guid id, FinancialYear year) =>
        interventions.Where(i => i.Id == id).SelectMany(i => i.Budget).Where(l => l.Year == year).Sum(l => l.Amount);

    public static Money InYear(this IEnumerable<Intervention> interventions, FinancialYear year) =>
        interventions.SelectMany(i => i.Budget).Where(l => l.Year == year).Sum(l => l.Amount);

    public static int Target(this IEnumerable<Intervention> interventions, Guid id, string indicator) =>
        interventions.Where(i => i.Id == id).SelectMany(i => i.Outputs).FirstOrDefault(o => o.Indicator == indicator)?.Target ?? 0;

    /// <summary>Whether the amount goes down.</summary>
    public static bool IsCut(this AmountChange change) => change.To < change.From;

    /// <summary>The year that lost most of an intervention's money; null where none did.</summary>
    public static FinancialYear? LargestCut(IEnumerable<AmountChange> changes, Guid intervention) =>
        changes
            .Where(c => c.InterventionId == intervention && c.IsCut())
            .GroupBy(c => c.Year)
            .OrderByDescending(y => y.Sum(c => c.From - c.To))
            .ThenByDescending(y => y.Key)
            .Select(y => (FinancialYear?)y.Key)
            .FirstOrDefault();

    public static IReadOnlyList<AmountChange> AmountChanges(
        IEnumerable<Intervention> promised,
        IReadOnlyList<Intervention> before,
        IReadOnlyList<Intervention> after
    ) =>
        [
            .. from i in promised
            from line in before
                .Concat(after)
                .Where(b => b.Id == i.Id)
                .SelectMany(b => b.Budget)
                .Select(l => (l.Year, l.Kind))
                .Distinct()
                .OrderBy(l => l.Year)
                .ThenBy(l => l.Kind)
            let change = new AmountChange(
                i.Id,
                line.Year,
                line.Kind,
                before.Amount(i.Id, line.Year, line.Kind),
                after.Amount(i.Id, line.Year, line.Kind)
            )
            where change.From != change.To
            select change,
        ];

    /// <summary>The targets that change, not linked to any cut yet.</summary>
    public static IReadOnlyList<TargetChange> TargetChanges(
        IEnumerable<Intervention> promised,
        IReadOnlyList<Intervention> before,
        IReadOnlyList<Intervention> after
    ) =>
        [
            .. from i in promised
            from indicator in before.Concat(after).Where(b => b.Id == i.Id).SelectMany(b => b.Outputs).Select(o => o.Indicator).Distinct()
            let change = new TargetChange(i.Id, indicator, before.Target(i.Id, indicator), after.Target(i.Id, indicator), null)
            where change.From != change.To
            select change,
        ];

    /// <summary>
    /// What is paid for once these amounts and targets apply. An intervention without money drops out, and its targets with it.
    /// </summary>
    public static IReadOnlyList<Intervention> With(
        this IReadOnlyList<Intervention> now,
        IReadOnlyList<Intervention> promised,
        IReadOnlyList<NewAmount> amounts,
        IReadOnlyList<NewTarget> targets
    ) =>
        [
            .. from first in promised
            let i = now.FirstOrDefault(n => n.Id == first.Id) ?? first with { Budget = [], Outputs = [] }
            let own = amounts.Where(a => a.InterventionId == i.Id).ToList()
            let budget = i
                .Budget.Where(l => !own.Any(a => a.Year == l.Year && a.Kind == l.Kind))
                .Concat(own.Where(a => a.Amount.Pence > 0).Select(a => new BudgetLine(a.Year, a.Kind, a.Amount)))
                .OrderBy(l => l.Year)
                .ThenBy(l => l.Kind)
                .ToList()
            where budget.Count > 0
            select i with
            {
                Budget = budget,
                Outputs = Outputs(first, i, [.. targets.Where(t => t.InterventionId == i.Id)]),
            },
        ];

    private static IReadOnlyList<Output> Outputs(Intervention first, Intervention now, IReadOnlyList<NewTarget> targets) =>
        [
            .. from output in now.Outputs.Concat(
                first.Outputs.Where(f => now.Outputs.All(o => o.Indicator != f.Indicator)).Select(f => f with { Target = 0 })
            )
            let target = targets.FirstOrDefault(t => t.Indicator == output.Indicator)?.Target ?? output.Target
            where target > 0
            select output with
            {
                Target = target,
            },
        ];
}
