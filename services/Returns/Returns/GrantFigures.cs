using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>What one return needs to know about the grant's others: what was reported before, and the quarters still to come.</summary>
internal sealed class GrantFigures(IEnumerable<Return> ofGrant, Quarter quarter)
{
    private readonly List<Return> all = [.. ofGrant.OrderByDescending(r => r.Quarter)];

    private IEnumerable<Return> Earlier => all.Where(r => r.Quarter.CompareTo(quarter) < 0);

    /// <summary>The later quarters of the same financial year in which the grant runs.</summary>
    public IReadOnlyList<Quarter> LaterThisYear =>
        [
            .. all.Where(r => r.Quarter.Year == quarter.Year && r.Quarter.CompareTo(quarter) > 0 && r.State != ReturnState.NotRequired)
                .Select(r => r.Quarter)
                .Order(),
        ];

    /// <summary>Earlier quarters whose figures can be corrected: those that the office has accepted.</summary>
    public IReadOnlyList<Quarter> Accepted => [.. Earlier.Where(r => r.State == ReturnState.Accepted).Select(r => r.Quarter)];

    /// <summary>The latest earlier figures for an intervention.</summary>
    public (Quarter Quarter, ReturnLine Line)? Last(Guid intervention) =>
        Earlier.Select(r => (r.Quarter, Line: r.Line(intervention))).FirstOrDefault(r => r.Line is not null) is { Line: { } line } last
            ? (last.Quarter, line)
            : null;

    /// <summary>The latest earlier return that rates the grant as a whole.</summary>
    public Return? LastWhole => Earlier.FirstOrDefault(r => r.Overall.Rating is not null);

    /// <summary>What was spent in earlier quarters, corrections included; only of the kind and in the year given, if any.</summary>
    public Money Spent(Guid intervention, SpendKind? kind = null, FinancialYear? year = null) =>
        Earlier
            .Where(r => year is null || r.Quarter.Year == year)
            .Select(r => r.Line(intervention))
            .OfType<ReturnLine>()
            .Sum(l => Of(l, kind)) + Corrected(intervention, kind, year);

    /// <summary>
    /// What an intervention spent of money from earlier years, this return included, in its financial year and in those that it corrects.
    /// </summary>
    public IReadOnlyList<SpentAcross> SpentAcross(Intervention intervention, ReturnLine line)
    {
        List<SpentIn> told =
        [
            new(intervention.Id, quarter.Year, Of(line, null)),
            .. line
                .Adjustments.Where(a => a.Kind is not null)
                .Select(a => new SpentIn(intervention.Id, a.Quarter.Year, new Money(a.Now - a.Was))),
        ];
        var before = Earlier
            .Select(r => r.Quarter.Year)
            .Distinct()
            .Select(y => new SpentIn(intervention.Id, y, Spent(intervention.Id, null, y)));
        return [.. Annuality.Of([intervention], [.. before, .. told]).Where(s => told.Exists(t => t.Year == s.Year))];
    }

    /// <summary>What a source of match funding gave in earlier quarters.</summary>
    public Money Received(string source, MatchKind kind) =>
        Earlier
            .SelectMany(r => r.Overall.Match ?? [])
            .Where(m => m.Kind == kind && string.Equals(m.Source, source, StringComparison.OrdinalIgnoreCase))
            .Sum(m => m.Amount);

    /// <summary>
    /// How much of an output earlier quarters achieved: their sum or, where quarters do not add up, the last of them.
    /// </summary>
    public int Achieved(Guid intervention, Output output)
    {
        var reported = Earlier
            .Select(r => r.Line(intervention)?.Achieved.FirstOrDefault(a => a.Indicator == output.Indicator))
            .OfType<Achievement>()
            .Select(a => a.Quantity);
        var corrections = Adjustments(intervention).Where(a => a.Indicator == output.Indicator).Sum(a => (int)(a.Now - a.Was));
        return output.Cumulative ? reported.Sum() + corrections : reported.FirstOrDefault();
    }

    /// <summary>
    /// What a return reported for a figure that is to be corrected, earlier corrections included; null where there is none.
    /// </summary>
    public long? Reported(Quarter of, Guid intervention, SpendKind? kind, string indicator)
    {
        if (all.FirstOrDefault(r => r.Quarter == of)?.Line(intervention) is not { } line)
            return null;
        var before = Adjustments(intervention)
            .Where(a => a.Quarter == of && a.Kind == kind && a.Indicator == indicator)
            .Sum(a => a.Now - a.Was);
        return kind is null
            ? line.Achieved.FirstOrDefault(a => a.Indicator == indicator)?.Quantity + before
            : Of(line, kind).Pence + before;
    }

    /// <summary>What the last return forecast for this quarter.</summary>
    public Forecast? Forecast(Guid intervention) =>
        Last(intervention) is { } last ? last.Line.Forecasts.FirstOrDefault(f => f.Quarter == quarter) : null;

    private Money Corrected(Guid intervention, SpendKind? kind, FinancialYear? year) =>
        new(
            Adjustments(intervention)
                .Where(a => a.Kind is not null && (kind is null || a.Kind == kind) && (year is null || a.Quarter.Year == year))
                .Sum(a => a.Now - a.Was)
        );

    // This return's corrections count with its own figures.
    private IEnumerable<Adjustment> Adjustments(Guid intervention) => Earlier.SelectMany(r => r.Line(intervention)?.Adjustments ?? []);

    private static Money Of(ReturnLine line, SpendKind? kind) =>
        kind switch
        {
            SpendKind.Capital => line.Capital ?? Money.Zero,
            SpendKind.Revenue => line.Revenue ?? Money.Zero,
            _ => (line.Capital ?? Money.Zero) + (line.Revenue ?? Money.Zero),
        };
}
