using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>
/// What an intervention spent in the quarter, and is expected to spend in the later quarters of the year. If the year will end far from
/// what was granted, a reason is needed.
/// </summary>
internal sealed record SpendingAnswers(
    Guid InterventionId,
    Money? Capital,
    Money? Revenue,
    IReadOnlyList<Forecast?> Forecasts,
    string? VarianceReason
) : LineAnswers(InterventionId, "spending")
{
    protected override IEnumerable<Problem> Problems(
        Intervention intervention,
        ReturnLine line,
        Return owed,
        GrantFigures figures,
        Programme programme
    )
    {
        var problems = Problems(figures.LaterThisYear).ToList();
        if (problems.Count == 0 && TypedText.Tidy(VarianceReason).Length == 0)
            problems.AddRange(
                YearSpend
                    .Of(intervention, Apply(line, intervention), figures, owed.Quarter)
                    .Where(s => s.NeedsReason(programme))
                    .Take(1)
                    .Select(s => new Problem(
                        nameof(VarianceReason),
                        $"Enter why {intervention.Name} is to end {owed.Quarter.Year} {Distance(s)}, or correct the amounts"
                    ))
            );
        return problems;
    }

    protected override ReturnLine Apply(ReturnLine line, Intervention intervention) =>
        line with
        {
            Capital = Capital,
            Revenue = Revenue,
            Forecasts = [.. Forecasts.OfType<Forecast>().OrderBy(f => f.Quarter)],
            VarianceReason = TypedText.Tidy(VarianceReason),
        };

    private IEnumerable<Problem> Problems(IReadOnlyList<Quarter> later)
    {
        if (Capital is null)
            yield return new(nameof(Capital), "Enter capital spend, or 0 if there was none");
        if (Revenue is null)
            yield return new(nameof(Revenue), "Enter revenue spend, or 0 if there was none");
        foreach (
            var problem in NoMoney(nameof(Capital), "Capital spend", Capital).Concat(NoMoney(nameof(Revenue), "Revenue spend", Revenue))
        )
            yield return problem;
        foreach (var (i, quarter) in later.Index())
        {
            var given = Forecasts.Where(f => f?.Quarter == quarter).ToList();
            if (given.Count != 1)
                yield return new($"{nameof(Forecasts)}[{i}].{nameof(Forecast.Capital)}", $"Enter the forecast for {quarter.Label}, once");
            else
                foreach (
                    var problem in NoMoney(
                            $"{nameof(Forecasts)}[{i}].{nameof(Forecast.Capital)}",
                            $"Capital forecast for {quarter.Label}",
                            given[0]!.Capital
                        )
                        .Concat(
                            NoMoney(
                                $"{nameof(Forecasts)}[{i}].{nameof(Forecast.Revenue)}",
                                $"Revenue forecast for {quarter.Label}",
                                given[0]!.Revenue
                            )
                        )
                )
                    yield return problem;
        }
        foreach (var other in Forecasts.Where(f => f is not null && !later.Contains(f.Quarter)))
            yield return new(nameof(Forecasts), $"{other!.Quarter} is not a later quarter of this year in which the grant runs");
        foreach (var problem in TooLong(nameof(VarianceReason), "The reason", VarianceReason))
            yield return problem;
    }

    private static string Distance(YearSpend spend) =>
        spend.Variance > Money.Zero
            ? $"{spend.Variance} above its {Word(spend.Kind)} grant of {spend.Granted}"
            : $"{Money.Zero - spend.Variance} below its {Word(spend.Kind)} grant of {spend.Granted}";

    private static string Word(SpendKind kind) => kind == SpendKind.Capital ? "capital" : "revenue";
}
