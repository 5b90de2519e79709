using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>One intervention's spending of one kind in the return's financial year.</summary>
/// <param name="Kind">Capital or revenue.</param>
/// <param name="Granted">What is granted for the year.</param>
/// <param name="Before">What was spent in the year's earlier quarters, corrections included.</param>
/// <param name="Now">What was spent in the return's quarter.</param>
/// <param name="Later">The forecast for the rest of the year.</param>
internal sealed record YearSpend(SpendKind Kind, Money Granted, Money Before, Money Now, Money Later)
{
    public Money ToDate => Before + Now;

    /// <summary>The year's total, including the forecast.</summary>
    public Money Outturn => ToDate + Later;

    /// <summary>The difference from what is granted; above zero where more will be spent.</summary>
    public Money Variance => Outturn - Granted;

    /// <summary>Whether the office wants to know why.</summary>
    public bool NeedsReason(Programme programme)
    {
        var off = Math.Abs(Variance.Pence);
        return off > programme.VarianceFloor.Pence && off * 100 > Granted.Pence * programme.VariancePercent;
    }

    public static IReadOnlyList<YearSpend> Of(Intervention intervention, ReturnLine line, GrantFigures figures, Quarter quarter) =>
        [.. new[] { SpendKind.Capital, SpendKind.Revenue }.Select(kind => Of(kind, intervention, line, figures, quarter))];

    /// <summary>
    /// How much of the year's money the interventions' spending and forecasts leave, all together; null while some are missing.
    /// </summary>
    public static Money? Left(IReadOnlyList<Intervention> interventions, ReturnContent content, GrantFigures figures, Quarter quarter)
    {
        var lines = interventions
            .Select(i => (Intervention: i, Line: content.Lines.FirstOrDefault(l => l.InterventionId == i.Id)))
            .ToList();
        // What was complete before is not asked for again.
        if (
            lines.Any(l =>
                l.Line is null ? figures.Last(l.Intervention.Id)?.Line.Status != DeliveryStatus.Complete : l.Line.Capital is null
            )
        )
            return null;
        var variance = lines
            .SelectMany(l => Of(l.Intervention, l.Line ?? PartAnswers.Unsaid(l.Intervention.Id), figures, quarter))
            .Sum(s => s.Variance);
        return variance < Money.Zero ? Money.Zero - variance : Money.Zero;
    }

    private static YearSpend Of(SpendKind kind, Intervention intervention, ReturnLine line, GrantFigures figures, Quarter quarter)
    {
        var corrected = line.Adjustments.Where(a => a.Kind == kind && a.Quarter.Year == quarter.Year).Sum(a => a.Now - a.Was);
        return new(
            kind,
            intervention.Budget.Where(b => b.Kind == kind && b.Year == quarter.Year).Sum(b => b.Amount),
            figures.Spent(intervention.Id, kind, quarter.Year) + new Money(corrected),
            (kind == SpendKind.Capital ? line.Capital : line.Revenue) ?? Money.Zero,
            line.Forecasts.Sum(f => kind == SpendKind.Capital ? f.Capital : f.Revenue)
        );
    }
}
