using Platform.Contracts;

namespace Platform.Returns.Returns.Pages.Lines;

/// <summary>A figure of an earlier quarter that can be corrected.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Kind">The kind of spending; null where it is an output.</param>
/// <param name="Indicator">The output; empty where it is spending.</param>
/// <param name="Was">What was reported: pence, or a number.</param>
internal sealed record ReportedFigure(Quarter Quarter, SpendKind? Kind, string Indicator, long Was)
{
    /// <summary>How an address names it: "2024-25-q1/capital", "2024-25-q1/output/homes".</summary>
    public string Key => $"{QuarterAddress.Of(Quarter)}/{(Kind is null ? $"output/{Indicator}" : Kind.ToString()!.ToLowerInvariant())}";

    public string Name => ReturnWords.Figure(Kind, Indicator);

    public string Reported => ReturnWords.Amount(Kind, Was);

    /// <summary>All the figures reported for an intervention in quarters that were accepted, newest first.</summary>
    public static IEnumerable<ReportedFigure> Of(Intervention intervention, GrantFigures figures) =>
        from quarter in figures.Accepted
        from figure in intervention
            .Outputs.Select(o => (Kind: (SpendKind?)null, o.Indicator))
            .Prepend((SpendKind.Revenue, ""))
            .Prepend((SpendKind.Capital, ""))
        let was = figures.Reported(quarter, intervention.Id, figure.Kind, figure.Indicator)
        where was is not null
        select new ReportedFigure(quarter, figure.Kind, figure.Indicator, was.Value);
}
