namespace Platform.Contracts.Tests;

public class AnnualityTests
{
    private static readonly Guid Packs = Guid.NewGuid();

    /// <summary>Oadby and Wigston's cocooning packs (seed 001): £16,958 for year 1, of which £6,000 was spent in year 2.</summary>
    [Fact]
    public void MoneyLeftOfYear1_SpentInYear2_IsSpentAcross()
    {
        var across = Annuality.Of(
            [Granted((2023, 16_958))],
            [Spent(2023, 3_000), Spent(2023, 7_958), Spent(2024, 3_500), Spent(2024, 2_500)]
        );
        Assert.Equal([new SpentAcross(Packs, new(2024), Money.FromPounds(6_000))], across);
    }

    [Theory]
    // What the later year itself was granted is spent in its own year.
    [InlineData(10_000, 10_000, 4_000, 10_000, 0)]
    [InlineData(10_000, 10_000, 4_000, 10_000.01, 0.01)]
    // More than was left is overspent, and not across.
    [InlineData(10_000, 0, 9_000, 1_000, 1_000)]
    [InlineData(10_000, 0, 9_000, 1_500, 1_000)]
    [InlineData(10_000, 0, 10_000, 1_500, 0)]
    [InlineData(10_000, 0, 12_000, 1_500, 0)]
    public void OnlyMoneyThatWasLeft_IsSpentAcross(double first, double second, double spentFirst, double spentSecond, double across)
    {
        var found = Annuality.Of(
            [Granted((2023, (decimal)first), (2024, (decimal)second))],
            [Spent(2023, (decimal)spentFirst), Spent(2024, (decimal)spentSecond)]
        );
        Assert.Equal(Money.FromPounds((decimal)across), found.Sum(f => f.Amount));
        Assert.All(found, f => Assert.Equal(new FinancialYear(2024), f.Year));
    }

    [Fact]
    public void AMoveThatWasApproved_IsNotFlagged() =>
        Assert.Empty(Annuality.Of([Granted((2023, 10_958), (2024, 6_000))], [Spent(2023, 10_958), Spent(2024, 6_000)]));

    private static Intervention Granted(params (int Year, decimal Pounds)[] budget) =>
        new(
            Packs,
            "Cocooning packs",
            "",
            [.. budget.Where(b => b.Pounds > 0).Select(b => new BudgetLine(new(b.Year), SpendKind.Revenue, Money.FromPounds(b.Pounds)))],
            [],
            []
        );

    private static SpentIn Spent(int year, decimal pounds) => new(Packs, new(year), Money.FromPounds(pounds));
}
