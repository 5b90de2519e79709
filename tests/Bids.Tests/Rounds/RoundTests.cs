using Platform.Contracts;

namespace Platform.Bids.Tests.Rounds;

[Rule]
public sealed class RoundTests
{
    [Theory]
    [InlineData("2024-12-02", "2025-02-28")]
    [InlineData("2025-02-27", "2025-02-28")]
    [InlineData("2025-02-28", "2026-02-28")]
    [InlineData("2025-03-01", "2026-02-28")]
    [InlineData("2024-02-28", "2024-02-29")]
    [InlineData("2024-02-29", "2025-02-28")]
    [InlineData("2024-03-01", "2025-02-28")]
    [InlineData("2023-03-01", "2024-02-29")]
    public void DefaultDeadline_IsTheNextLastDayOfFebruary(string today, string deadline) =>
        Assert.Equal(DateOnly.Parse(deadline, null), Round.DefaultDeadline(DateOnly.Parse(today, null)));

    // The exclusive instant in UTC: midnight in winter, 11pm in summer. On the day of a clock change, the night that follows counts.
    [Theory]
    [InlineData("2025-02-28", "2025-03-01T00:00:00Z", "11:59:59pm on Friday 28 February 2025")]
    [InlineData("2025-06-30", "2025-06-30T23:00:00Z", "11:59:59pm on Monday 30 June 2025")]
    [InlineData("2025-03-29", "2025-03-30T00:00:00Z", "11:59:59pm on Saturday 29 March 2025")]
    [InlineData("2025-03-30", "2025-03-30T23:00:00Z", "11:59:59pm on Sunday 30 March 2025")]
    [InlineData("2025-10-25", "2025-10-25T23:00:00Z", "11:59:59pm on Saturday 25 October 2025")]
    [InlineData("2025-10-26", "2025-10-27T00:00:00Z", "11:59:59pm on Sunday 26 October 2025")]
    public void Deadline_IsTheEndOfTheDayInLondon(string closesOn, string exclusive, string inWords)
    {
        var closes = DateOnly.Parse(closesOn, null);
        var round = GivenModel.Round(GivenModel.NewRound() with { ClosesOn = closes, DeliveryFrom = new(2025, 11, 1) });
        var end = DateTimeOffset.Parse(exclusive, null);

        Assert.Equal(end, round.ClosesAt);
        Assert.Equal(inWords, London.Deadline(round.ClosesAt));
        Assert.True(round.IsOpenAt(end.AddTicks(-1)));
        Assert.True(round.IsOpenAt(end.AddMilliseconds(-1)));
        Assert.True(round.IsOpenAt(end.AddHours(-1)));
        Assert.False(round.IsOpenAt(end));
        Assert.False(round.IsOpenAt(end.AddTicks(1)));
    }

    [Fact]
    public void IsOpenAt_InSummer_BeginsWithTheLondonDay()
    {
        var round = GivenModel.Round(GivenModel.NewRound() with { OpensOn = new(2024, 7, 1) });
        Assert.False(round.IsOpenAt(new DateTimeOffset(2024, 6, 30, 23, 0, 0, TimeSpan.Zero).AddTicks(-1)));
        Assert.True(round.IsOpenAt(new(2024, 6, 30, 23, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Open_RaisesOneEventWithTheWholeRound()
    {
        var round = GivenModel.Round();
        var opened = Assert.IsType<RoundOpened>(Assert.Single(round.TakeRaised()));
        Assert.Equal((1, round.Id, "CSP2025", false), (opened.Version, opened.Id, opened.Details.Reference, opened.Details.Closed));
        Assert.Equal([new FinancialYear(2025), new FinancialYear(2026)], round.FundingYears);
    }

    [Fact]
    public void Close_Twice_RaisesOnce()
    {
        var round = GivenModel.Round();
        round.TakeRaised();
        round.Close(round.ClosesAt);
        round.Close(round.ClosesAt.AddDays(1));
        Assert.True(Assert.IsType<RoundClosed>(Assert.Single(round.TakeRaised())).Details.Closed);
        Assert.Equal(round.ClosesAt, round.ClosedAt);
    }
}
