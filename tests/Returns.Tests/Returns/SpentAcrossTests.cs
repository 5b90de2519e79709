using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns;

[Rule]
public class SpentAcrossTests
{
    /// <summary>Oadby and Wigston (seed 001) was granted £16,958 for packs in year 1, and spent £6,000 of it in year 2.</summary>
    [Fact]
    public void MoneyOfAnEarlierYear_IsFlaggedOnTheReturn_AndToBeExplained()
    {
        var packs = Given.Campaign with
        {
            Name = "Cocooning packs",
            Budget = [new(new(2023), SpendKind.Revenue, Money.FromPounds(16_958))],
        };
        var made = Given.Grant(new(2023, 10, 1), new(2024, 9, 30), Given.In(2023, 10, 2), interventions: packs);
        var returns = Given.Schedule(made, new(DueRuleKind.LastDayOfMonthAfter));
        foreach (var (owed, spent) in returns.Zip([3_000m, 7_958m, 3_500m]))
            Assert.True(
                owed.SaveLine(Line(packs, spent), owed.Version, Given.Editor, London.At(owed.OpensOn.AddDays(1), new(12, 0))).IsDone
            );
        var figures = new GrantFigures(returns, returns[3].Quarter);
        var line = Line(packs, 2_500);
        Assert.Equal(Money.FromPounds(6_000), Assert.Single(figures.SpentAcross(packs, line)).Amount);
        var said = ReturnAnswers.Of([packs], new([line], new(), ""), figures, returns[3].Quarter).Single(a => a.Key == "Annuality");
        Assert.StartsWith("£6,000 of what was spent in 2024/25 is money from an earlier year, spent across 31 March", said.Value);
        Assert.Contains(LineWarnings.Of(packs, line, figures, returns[3].Quarter), w => w.StartsWith("£6,000", StringComparison.Ordinal));
        // In year 1 nothing is of an earlier year.
        Assert.Empty(new GrantFigures(returns, returns[1].Quarter).SpentAcross(packs, Line(packs, 7_958)));
        // A return that corrects year 2 by £400 says so of year 2, whichever year it is of itself.
        var correcting = Line(packs, 0) with
        {
            Adjustments = [new(Guid.NewGuid(), returns[2].Quarter, SpendKind.Revenue, "", 350_000, 390_000, "A late invoice")],
        };
        var corrected = Assert.Single(new GrantFigures(returns, new(new(2025), 1)).SpentAcross(packs, correcting));
        Assert.Equal((new FinancialYear(2024), Money.FromPounds(3_900)), (corrected.Year, corrected.Amount));
    }

    private static ReturnLine Line(Intervention packs, decimal spent) => Given.LineOf(packs, capital: 0, revenue: spent);
}
