using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>Finds figures of an intervention that look odd but may be right: they need to be explained or corrected.</summary>
internal static class LineWarnings
{
    /// <summary>Sentences, each saying what looks odd.</summary>
    public static IEnumerable<string> Of(Intervention intervention, ReturnLine line, GrantFigures figures, Quarter quarter)
    {
        foreach (var spend in YearSpend.Of(intervention, line, figures, quarter))
            if (spend.ToDate > spend.Granted)
                yield return $"You report {spend.ToDate} of {Word(spend.Kind)} spend for {quarter.Year} so far. The grant is "
                    + $"{spend.Granted}";
        foreach (var across in figures.SpentAcross(intervention, line))
            yield return Annuality.InWords(across.Amount, across.Year);
        if (line.Status == DeliveryStatus.NotStarted && (line.Capital > Money.Zero || line.Revenue > Money.Zero))
            yield return "You say that it has not started, and that money was spent";
        if (line.Status != DeliveryStatus.Complete || line.Achieved.Count == 0)
            yield break;
        foreach (var output in intervention.Outputs.Where(o => o.Kind != TargetKind.UpTo))
            if (Reached(intervention, output, line, figures) is var reached && reached < output.Target)
                yield return $"You say that it is complete, with {reached:N0} of {output.Describe()} {output.Indicator}";
    }

    /// <summary>How much of an output has been achieved to date, this quarter included.</summary>
    public static int Reached(Intervention intervention, Output output, ReturnLine line, GrantFigures figures)
    {
        var now = line.Achieved.FirstOrDefault(a => a.Indicator == output.Indicator)?.Quantity ?? 0;
        return output.Cumulative
            ? figures.Achieved(intervention.Id, output)
                + now
                + line.Adjustments.Where(a => a.Indicator == output.Indicator).Sum(a => (int)(a.Now - a.Was))
            : now;
    }

    private static string Word(SpendKind kind) => kind == SpendKind.Capital ? "capital" : "revenue";
}
