using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Lines;

internal sealed class SpendingModel(ReturnsContext db, Caller caller, SaveReturn save) : LinePage(db, caller, save)
{
    [BindProperty]
    public string? Capital { get; set; }

    [BindProperty]
    public string? Revenue { get; set; }

    /// <summary>One for each later quarter of the year.</summary>
    [BindProperty]
    public List<TypedForecast> Forecasts { get; set; } = [];

    [BindProperty]
    public string? VarianceReason { get; set; }

    protected override string Before => PageAt("progress");

    protected override string Next => PageAt(Intervention.Outputs.Count > 0 ? "outputs" : "assets");

    /// <summary>The year's totals from what is in the boxes; what cannot be read counts as nothing.</summary>
    public IReadOnlyList<YearSpend> Year =>
        YearSpend.Of(
            Intervention,
            Line with
            {
                Capital = Money.Parse(Capital, out _),
                Revenue = Money.Parse(Revenue, out _),
                Forecasts =
                [
                    .. Forecasts.Zip(
                        Figures.LaterThisYear,
                        (typed, quarter) =>
                            new Forecast(
                                quarter,
                                Money.Parse(typed.Capital, out _) ?? Money.Zero,
                                Money.Parse(typed.Revenue, out _) ?? Money.Zero
                            )
                    ),
                ],
            },
            Figures,
            Return.Quarter
        );

    public string NowHint(string words, SpendKind kind)
    {
        var hint = Hint(words, l => $"{(kind == SpendKind.Capital ? l.Capital : l.Revenue)}");
        return Figures.Forecast(Id) is { } forecast ? $"{hint}. Forecast for this quarter in the last return: {Of(forecast, kind)}" : hint;
    }

    public string? ForecastHint(Quarter quarter, SpendKind kind) =>
        LastForecast(quarter) is { } forecast ? $"Last return: {Of(forecast, kind)}" : null;

    // Forecasts start from those of the last return.
    protected override IActionResult? Fill()
    {
        Capital = Typed(Line.Capital);
        Revenue = Typed(Line.Revenue);
        VarianceReason = Line.VarianceReason;
        Forecasts =
        [
            .. Figures.LaterThisYear.Select(quarter =>
                (Line.Forecasts.FirstOrDefault(f => f.Quarter == quarter) ?? LastForecast(quarter)) is { } forecast
                    ? new TypedForecast { Capital = Typed(forecast.Capital), Revenue = Typed(forecast.Revenue) }
                    : new()
            ),
        ];
        return null;
    }

    protected override PartAnswers Read()
    {
        var (capital, revenue) = (
            ModelState.ReadMoney(nameof(Capital), Capital, "Capital spend", optional: true),
            ModelState.ReadMoney(nameof(Revenue), Revenue, "Revenue spend", optional: true)
        );
        var forecasts = new List<Forecast?>();
        foreach (var (i, quarter) in Figures.LaterThisYear.Index())
        {
            var inCapital = ModelState.ReadMoney(
                $"Forecasts[{i}].Capital",
                Forecasts[i].Capital,
                $"Capital forecast for Q{quarter.Number} {quarter.Year}"
            );
            var inRevenue = ModelState.ReadMoney(
                $"Forecasts[{i}].Revenue",
                Forecasts[i].Revenue,
                $"Revenue forecast for Q{quarter.Number} {quarter.Year}"
            );
            if (inCapital is not null && inRevenue is not null)
                forecasts.Add(new(quarter, inCapital.Value, inRevenue.Value));
        }
        return new SpendingAnswers(Id, capital, revenue, forecasts, VarianceReason);
    }

    // A pair of boxes for each later quarter, whatever was posted.
    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        Forecasts = [.. Figures.LaterThisYear.Select((_, i) => Forecasts.ElementAtOrDefault(i) ?? new())];
        return true;
    }

    private Forecast? LastForecast(Quarter quarter) => Last?.Line.Forecasts.FirstOrDefault(f => f.Quarter == quarter);

    private static Money Of(Forecast forecast, SpendKind kind) => kind == SpendKind.Capital ? forecast.Capital : forecast.Revenue;

    private static string? Typed(Money? money) => money?.WithoutSign;

    public sealed class TypedForecast
    {
        public string? Capital { get; set; }
        public string? Revenue { get; set; }
    }
}
