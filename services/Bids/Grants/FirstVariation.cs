using Platform.Contracts;

namespace Platform.Bids.Grants;

/// <summary>
/// Reductions made before the award (seed 001: the Home Office took £180,000 off year 2 after it had promised the money) become the
/// grant's first variation. An award that is lower than the bid, with no earlier promise, is not a variation.
/// </summary>
internal static class FirstVariation
{
    public static IReadOnlyList<Intervention> Current(Bid bid, DecidedBid decided) =>
        Promised(bid, decided, award => award.Amount, (_, d) => d.Outputs);

    /// <summary>What had been promised: the amounts before the reduction, and the bid's targets where an amount was reduced.</summary>
    public static IReadOnlyList<Intervention> Original(Bid bid, DecidedBid decided) =>
        Promised(bid, decided, award => award.Before ?? award.Amount, (asked, d) => IsChanged(d) ? asked.Outputs : d.Outputs);

    public static Variation? Of(
        IReadOnlyList<Intervention> original,
        IReadOnlyList<Intervention> current,
        DecidedBid decided,
        string decisionReference,
        Person by,
        DateTimeOffset at
    )
    {
        var amounts = GrantLines.AmountChanges(original, original, current).Select(a => a with { Reason = Note(decided, a) }).ToList();
        if (amounts.Count == 0)
            return null;
        var targets = GrantLines
            .TargetChanges(original, original, current)
            .Select(t => t with { MovedByYear = GrantLines.LargestCut(amounts, t.InterventionId) })
            .ToList();
        return new(1, London.DateOf(at), Reason(decided), decisionReference, amounts, targets, by)
        {
            Moves = VariationMoney.Moves(amounts),
        };
    }

    private static IReadOnlyList<Intervention> Promised(
        Bid bid,
        DecidedBid decided,
        Func<Award, Money> amount,
        Func<Intervention, DecidedIntervention, IReadOnlyList<Output>> outputs
    ) =>
        [
            .. from d in decided.Interventions
            let asked = bid.Content.Interventions.FirstOrDefault(i => i.Id == d.InterventionId)
            where asked is not null
            let budget = d.Awards.Where(a => amount(a).Pence > 0).Select(a => new BudgetLine(a.Year, a.Kind, amount(a))).ToList()
            where budget.Count > 0
            select asked with
            {
                Name = d.Name.Length > 0 ? d.Name : asked.Name,
                Budget = budget,
                Outputs = outputs(asked, d),
            },
        ];

    private static bool IsChanged(DecidedIntervention decided) => decided.Awards.Any(a => a.Before is { } before && before != a.Amount);

    private static string Note(DecidedBid decided, AmountChange change) =>
        decided
            .Interventions.Where(i => i.InterventionId == change.InterventionId)
            .SelectMany(i => i.Notes)
            .FirstOrDefault(n => n.Year == change.Year)
            ?.Text
        ?? "";

    private static string Reason(DecidedBid decided)
    {
        var notes =
            from intervention in decided.Interventions
            from award in intervention.Awards.Where(a => a.Before is { } before && before != a.Amount).DistinctBy(a => a.Year)
            from note in intervention.Notes.Where(n => n.Year == award.Year && n.Text.Length > 0)
            select $"{intervention.Name}, {note.Year}: {note.Text}";
        var said = string.Join("\n", notes);
        return said.Length > 0 ? said : "Reduced before the award";
    }
}
