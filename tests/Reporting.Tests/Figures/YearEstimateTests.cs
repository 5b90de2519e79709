using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;

namespace Platform.Reporting.Tests.Figures;

[Rule]
public sealed class YearEstimateTests
{
    private static readonly FinancialYear Year = new(2024);

    private static readonly Gen<Money> Amounts = Gen.Choose(0, 5_000_000).Select(p => new Money(p));

    private static readonly Gen<(Money Allocated, IReadOnlyList<QuarterSaid> Quarters)> Years =
        from allocated in Amounts
        from spent in Amounts.ArrayOf(4)
        from forecast in Amounts.ArrayOf(4)
        from said in Gen.Choose(0, 1).ArrayOf(4)
        from known in Gen.Choose(0, 1).ArrayOf(4)
        from first in Gen.Choose(1, 4)
        select (
            allocated,
            (IReadOnlyList<QuarterSaid>)
                [
                    .. Enumerable
                        .Range(first, 5 - first)
                        .Select(n =>
                            said[n - 1] == 1
                                ? new QuarterSaid(Q(n), true, spent[n - 1])
                                : new QuarterSaid(
                                    Q(n),
                                    false,
                                    Money.Zero,
                                    known[n - 1] == 1 ? forecast[n - 1] : null,
                                    known[n - 1] == 1 ? Q(1) : null
                                )
                        ),
                ]
        );

    [Fact]
    public void EveryReturnIn_TheEstimateIsWhatWasSpent() =>
        Holds(
            (allocated, quarters) =>
                !quarters.All(q => q.IsSaid)
                || (
                    YearEstimate.Of(allocated, quarters) is { Forecast.Pence: 0, Assumed.Pence: 0, Assumptions.Count: 0 } estimate
                    && estimate.Actual == quarters.Sum(q => q.Spent)
                )
        );

    [Fact]
    public void AssumptionsOfAllQuartersThatAreNotIn_AddUpToForecastAndAssumed_ToThePenny() =>
        Holds(
            (allocated, quarters) =>
            {
                var estimate = YearEstimate.Of(allocated, quarters);
                return estimate.Assumptions.Sum(a => a.Amount) == estimate.Forecast + estimate.Assumed
                    && estimate
                        .Assumptions.Select(a => a.Quarter)
                        .SequenceEqual(quarters.Where(q => !q.IsSaid).Select(q => q.Quarter).Order());
            }
        );

    [Fact]
    public void AQuarterThatNobodyForecast_LeavesNoUnderspend() =>
        Holds(
            (allocated, quarters) =>
            {
                var estimate = YearEstimate.Of(allocated, quarters);
                return !quarters.Any(q => !q.IsSaid && q.Forecast is null)
                    || estimate.Actual + estimate.Forecast + estimate.Assumed >= allocated;
            }
        );

    [Fact]
    public void NothingIsAssumedAboveTheAllocation() =>
        Holds(
            (allocated, quarters) =>
                YearEstimate.Of(allocated, quarters) is var e && (e.Assumed == Money.Zero || e.Actual + e.Forecast + e.Assumed == allocated)
        );

    [Fact]
    public void MissingQuarterWithAForecast_CountsAsForecast()
    {
        var estimate = YearEstimate.Of(
            Pounds(1000),
            [
                new(Q(1), true, Pounds(200)),
                new(Q(2), false, Money.Zero, Pounds(300), Q(1)),
                new(Q(3), false, Money.Zero, Pounds(100), Q(1)),
                new(Q(4), false, Money.Zero, Pounds(50), Q(1)),
            ]
        );
        Assert.Equal((Pounds(200), Pounds(450), Money.Zero), (estimate.Actual, estimate.Forecast, estimate.Assumed));
        Assert.Equal(new(Q(2), Pounds(300), Q(1)), estimate.Assumptions[0]);
    }

    [Fact]
    public void NobodyHasSaidAnything_TheMoneyIsSpreadEvenly_AndPenceGoToTheLast()
    {
        var estimate = YearEstimate.Of(
            new(100),
            [new(Q(2), false, Money.Zero), new(Q(3), false, Money.Zero), new(Q(4), false, Money.Zero)]
        );
        Assert.Equal([33, 33, 34], estimate.Assumptions.Select(a => a.Amount.Pence));
        Assert.All(estimate.Assumptions, a => Assert.Null(a.From));
    }

    [Fact]
    public void NoReturnOnTheCalendarYet_AllCountsAsSpent() => Assert.Equal(Pounds(10), YearEstimate.Of(Pounds(10), []).Assumed);

    private static void Holds(Func<Money, IReadOnlyList<QuarterSaid>, bool> law) =>
        Prop.ForAll(Years.ToArbitrary(), year => law(year.Allocated, year.Quarters)).QuickCheckThrowOnFailure();

    private static Quarter Q(int number) => new(Year, number);

    private static Money Pounds(int pounds) => Money.FromPounds(pounds);
}
