namespace Platform.Contracts.Tests;

public class VariationMoneyTests
{
    private static readonly Guid Homes = Guid.NewGuid();
    private static readonly Guid Packs = Guid.NewGuid();

    [Fact]
    public void MoneyTakenAway_IsCut()
    {
        // Seed 001: Oadby and Wigston's target hardening in year 2.
        var year = Assert.Single(Varied(Change(Homes, 2024, 93_750, 43_750)).ByYear());
        Assert.Equal((Pounds(50_000), Money.Zero, Money.Zero, Money.Zero), (year.Cut, year.Added, year.MovedOut, year.MovedWithin));
    }

    [Fact]
    public void MoneyThatAnotherYearGets_IsMoved_AndNotCut()
    {
        var variation = Varied(Change(Packs, 2023, 16_958, 10_958), Change(Packs, 2024, 0, 6_000));
        Assert.Equal([new YearMove(new(2023), new(2024), Pounds(6_000))], variation.Moves);
        Assert.Equal(
            [
                new YearChange(new(2023), Money.Zero, Money.Zero, Pounds(6_000), Money.Zero, Money.Zero),
                new YearChange(new(2024), Money.Zero, Money.Zero, Money.Zero, Pounds(6_000), Money.Zero),
            ],
            variation.ByYear()
        );
    }

    [Fact]
    public void AMixedVariation_IsSplit()
    {
        var variation = Varied(Change(Homes, 2023, 30_000, 20_000), Change(Homes, 2024, 5_000, 2_000), Change(Packs, 2024, 0, 9_000));
        Assert.Equal(
            [
                new YearChange(new(2023), Pounds(4_000), Money.Zero, Pounds(6_000), Money.Zero, Money.Zero),
                new YearChange(new(2024), Money.Zero, Money.Zero, Money.Zero, Pounds(6_000), Pounds(3_000)),
            ],
            variation.ByYear()
        );
    }

    [Fact]
    public void MoneyMovedBetweenInterventionsOfAYear_CutsNothing()
    {
        var year = Assert.Single(Varied(Change(Homes, 2024, 9_000, 4_000), Change(Packs, 2024, 0, 5_000)).ByYear());
        Assert.Equal((Money.Zero, Money.Zero, Pounds(5_000)), (year.Cut, year.Added, year.MovedWithin));
    }

    [Fact]
    public void ANamedMove_ComesFirst()
    {
        AmountChange[] amounts = [Change(Homes, 2023, 10_000, 0), Change(Homes, 2024, 10_000, 0), Change(Homes, 2025, 0, 6_000)];
        Assert.Equal([new YearMove(new(2023), new(2025), Pounds(6_000))], VariationMoney.Moves(amounts));
        var named = new YearMove(new(2024), new(2025), Pounds(6_000));
        Assert.Equal([named], VariationMoney.Moves(amounts, [named]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Parts_AddUpToTheDifference(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var amounts = Enumerable
                .Range(0, random.Next(1, 8))
                .Select(_ => Change(Guid.NewGuid(), random.Next(2022, 2026), random.Next(0, 9) * 1_000, random.Next(0, 9) * 1_000))
                .ToArray();
            var years = Varied(amounts).ByYear();
            foreach (var year in years)
            {
                Assert.Equal(
                    amounts.Where(a => a.Year == year.Year).Sum(a => a.To - a.From),
                    year.Added + year.MovedIn - year.Cut - year.MovedOut
                );
                Assert.All([year.Cut, year.Added, year.MovedIn, year.MovedOut, year.MovedWithin], part => Assert.True(part >= Money.Zero));
            }
            Assert.Equal(years.Sum(y => y.MovedOut), years.Sum(y => y.MovedIn));
            // Money is not both cut and added: as far as it could be, it was moved.
            Assert.True(years.Sum(y => y.Cut) == Money.Zero || years.Sum(y => y.Added) == Money.Zero);
        }
    }

    private static Variation Varied(params AmountChange[] amounts) =>
        new(1, new(2025, 2, 1), "Less money.", null, amounts, [], new(Guid.NewGuid(), "Ann Reed"))
        {
            Moves = VariationMoney.Moves(amounts),
        };

    private static AmountChange Change(Guid intervention, int year, int from, int to) =>
        new(intervention, new(year), SpendKind.Revenue, Pounds(from), Pounds(to));

    private static Money Pounds(int pounds) => Money.FromPounds(pounds);
}
