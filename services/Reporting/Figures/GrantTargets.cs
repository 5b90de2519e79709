using Platform.Contracts;

namespace Platform.Reporting.Figures;

/// <summary>A grant's targets as they stand, each with its original and the cut that moved it.</summary>
internal static class GrantTargets
{
    /// <summary>What was promised at first; what stands if nothing was varied.</summary>
    public static IReadOnlyList<Intervention> AtFirst(GrantDetails grant) =>
        grant.Original.Count > 0 ? grant.Original : grant.Interventions;

    // A target that a variation removed stays as 0, so that what was achieved before is not lost.
    public static IEnumerable<TargetRow> Of(Guid id, GrantDetails grant)
    {
        var now = Promises(grant.Interventions);
        var before = Promises(grant.Original);
        return now
            .Keys.Union(before.Keys)
            .Select(
                (key, order) =>
                {
                    var (intervention, output) = now.TryGetValue(key, out var current) ? current : before[key];
                    var target = current.Output?.Target ?? 0;
                    return new TargetRow
                    {
                        GrantId = id,
                        InterventionId = key.Intervention,
                        Indicator = key.Indicator,
                        Partnership = grant.Partnership,
                        Programme = grant.Programme,
                        GrantReference = grant.Reference,
                        Intervention = intervention.Name,
                        DeliveryFrom = grant.DeliveryFrom,
                        DeliveryTo = grant.DeliveryTo,
                        Order = order,
                        Target = target,
                        Original = before.TryGetValue(key, out var was) && was.Output.Target != target ? was.Output.Target : null,
                        MovedBy = string.Join(" ", grant.Variations.Select(v => MovedBy(v, key)).OfType<string>()),
                        Kind = output.Kind,
                        Cumulative = output.Cumulative,
                    };
                }
            );
    }

    /// <summary>"£50,000 less in 2024/25 (variation 1): the Home Office reduced year 2."</summary>
    private static string? MovedBy(Variation variation, (Guid Intervention, string Indicator) key)
    {
        if (variation.Targets.FirstOrDefault(t => t.InterventionId == key.Intervention && t.Indicator == key.Indicator) is not { } change)
            return null;
        var cut = variation
            .Amounts.Where(a => a.InterventionId == key.Intervention && (change.MovedByYear is null || a.Year == change.MovedByYear))
            .Sum(a => a.From - a.To);
        var money =
            cut == Money.Zero ? "Changed"
            : cut > Money.Zero ? $"{cut} less"
            : $"{Money.Zero - cut} more";
        return $"{money}{(change.MovedByYear is { } year ? $" in {year}" : "")} (variation {variation.Number}): {variation.Reason}";
    }

    private static Dictionary<(Guid Intervention, string Indicator), (Intervention Intervention, Output Output)> Promises(
        IReadOnlyList<Intervention> interventions
    ) =>
        interventions
            .SelectMany(i => i.Outputs.Select(o => (Intervention: i, Output: o)))
            .ToDictionary(p => (p.Intervention.Id, p.Output.Indicator));
}
