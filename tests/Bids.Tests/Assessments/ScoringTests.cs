using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;

namespace Platform.Bids.Tests.Assessments;

[Rule]
public sealed class ScoringTests
{
    private static readonly Gen<(int Weight, int Score)[]> Panels = (
        from weight in Gen.Choose(1, 40)
        from score in Gen.Choose(0, 4)
        select (weight, score)
    )
        .NonEmptyListOf()
        .Select(l => l.ToArray());

    [Theory]
    [InlineData("3:4 1:4", "100")]
    [InlineData("3:0 1:0", "0")]
    [InlineData("3:3 1:2", "68.75")]
    [InlineData("1:1 1:0 1:0", "8.33")]
    [InlineData("1:2 1:0 1:0", "16.67")]
    // 1/32 of 100 is 3.125: half away from zero.
    [InlineData("1:1 7:0", "3.13")]
    [InlineData("3:1 5:0", "9.38")]
    public void Percent_OfScores_IsWeightedAndRoundedHalfUp(string panel, string percent) =>
        Assert.Equal(
            decimal.Parse(percent),
            Percent([.. panel.Split(' ').Select(p => p.Split(':')).Select(p => (int.Parse(p[0]), int.Parse(p[1])))])
        );

    [Fact]
    public void Percent_ScoreMissing_CountsAsNone() =>
        Assert.Equal(75m, Scoring.Percent([new(Guid.Empty, "A", "", 3), new(Guid.NewGuid(), "B", "", 1)], [new(Guid.Empty, 4, "")]));

    // 2,631 of 4,048 is 64.9951%.
    [Theory]
    [InlineData(0, "65")]
    [InlineData(65, "64.99")]
    [InlineData(64, "65")]
    public void Percent_BelowTheThreshold_IsNeverRoundedUpToIt(int threshold, string percent)
    {
        (int, int)[] panel = [.. Enumerable.Repeat((100, 4), 6), (100, 2), (100, 0), (100, 0), (31, 1), (81, 0)];
        Assert.Equal(decimal.Parse(percent), Percent(panel, threshold));
    }

    [Fact]
    public void Percent_NoCriteria_IsNone() => Assert.Equal(0, Scoring.Percent([], []));

    [Fact]
    public void Percent_IsWithinBounds_ToTwoDecimalPlaces() =>
        Prop.ForAll(Panels.ToArbitrary(), panel => Percent(panel) is >= 0 and <= 100 && decimal.Round(Percent(panel), 2) == Percent(panel))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Percent_IsTheExactShareToHalfAHundredth() =>
        Prop.ForAll(
                Panels.ToArbitrary(),
                panel => Math.Abs(Percent(panel) - 100m * panel.Sum(p => p.Weight * p.Score) / (4m * panel.Sum(p => p.Weight))) <= 0.005m
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Percent_AHigherScore_IsNeverLess() =>
        Prop.ForAll(
                Panels.ToArbitrary(),
                Gen.Choose(0, 1000).ToArbitrary(),
                (panel, which) =>
                {
                    var raised = panel.ToArray();
                    raised[which % panel.Length].Score = Math.Min(4, raised[which % panel.Length].Score + 1);
                    return Percent(raised) >= Percent(panel);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Percent_AllWeightsTimesANumber_IsTheSame() =>
        Prop.ForAll(
                Panels.ToArbitrary(),
                Gen.Choose(1, 50).ToArbitrary(),
                (panel, times) => Percent([.. panel.Select(p => (p.Weight * times, p.Score))]) == Percent(panel)
            )
            .QuickCheckThrowOnFailure();

    private static decimal Percent((int Weight, int Score)[] panel, int threshold = 0)
    {
        var criteria = panel.Select(p => new Criterion(Guid.NewGuid(), "C", "", p.Weight)).ToList();
        return Scoring.Percent(criteria, criteria.Zip(panel, (c, p) => new AgreedScore(c.Id, p.Score, "")), threshold);
    }
}
