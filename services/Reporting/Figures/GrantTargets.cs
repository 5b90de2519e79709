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
                        MovedBy = string.Join(
                            " ",
                            grant.Variations.Select(v => MovedBy(grant, v, intervention.Name, key)).OfType<string>()
                        ),
                        Kind = output.Kind,
                        Cumulative = output.Cumulative,
                    };
                }
            );
    }

    /// <summary>
    /// "Variation 1 cut Target hardening in 2024/25 from £93,750 to £43,750: reduced by the Home Office." It names the cut that moved this
    /// target, in its own variation or an earlier one, and its own reason, and nothing of what the same variation did elsewhere.
    /// </summary>
    private static string? MovedBy(GrantDetails grant, Variation variation, string name, (Guid Intervention, string Indicator) key)
    {
        if (variation.Targets.FirstOrDefault(t => t.InterventionId == key.Intervention && t.Indicator == key.Indicator) is not { } change)
            return null;
        var cuts =
            from v in grant.Variations
            where v.Number <= variation.Number
            orderby v.Number descending
            let of = v.Amounts.Where(a => a.InterventionId == key.Intervention && a.Year == change.MovedByYear).ToList()
            where of.Count > 0
            select (v.Number, Of: of);
        if (cuts.FirstOrDefault() is not { Of: { } cut } found)
            return $"Variation {variation.Number} changed it, with no cut: {variation.Reason}";
        var words = $"Variation {found.Number} cut {name} in {change.MovedByYear} from {cut.Sum(a => a.From)} to {cut.Sum(a => a.To)}";
        return found.Number == variation.Number
            ? $"{words}: {cut.Select(a => a.Reason).FirstOrDefault(r => r.Length > 0) ?? variation.Reason}"
            : $"{words}; variation {variation.Number} then {(change.To < change.From ? "lowered" : "raised")} the target: "
                + $"{variation.Reason}";
    }

    private static Dictionary<(Guid Intervention, string Indicator), (Intervention Intervention, Output Output)> Promises(
        IReadOnlyList<Intervention> interventions
    ) =>
        interventions
            .SelectMany(i => i.Outputs.Select(o => (Intervention: i, Output: o)))
            .ToDictionary(p => (p.Intervention.Id, p.Output.Indicator));
}
