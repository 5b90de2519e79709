using Platform.Contracts;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Rounds;

/// <summary>Moving a round's deadline, and how long there is.</summary>
[Rule]
public sealed class RoundDeadlineTests
{
    private readonly Round round = Round();
    private readonly DateTimeOffset first = Round().ClosesAt;

    [Fact]
    public void Extend_Open_MovesItAndKeepsFromToReasonWhoAndWhen()
    {
        round.TakeRaised();
        Assert.True(round.Extend(new(2025, 3, 7), " Flood ", Olu, Open).IsDone);
        var to = London.EndOf(new(2025, 3, 7));
        Assert.Equal(new DeadlineMove(first, to, "Flood", Olu, Open), Assert.Single(round.DeadlineMoves));
        var moved = Assert.IsType<RoundDeadlineMoved>(Assert.Single(round.TakeRaised()));
        Assert.Equal((first, to, "Flood"), (moved.From, moved.Details.ClosesAt, moved.Reason));
        Assert.True(round.IsOpenAt(to.AddTicks(-1)));
    }

    [Theory]
    [InlineData("2025-02-28", "Flood", "LastDay")]
    [InlineData("2026-03-02", "Flood", "LastDay")]
    [InlineData("9999-12-31", "Flood", "LastDay")]
    [InlineData("2025-03-07", " ", "Reason")]
    public void Extend_NotLaterOrWithoutReason_SaysWhatToEnter(string lastDay, string reason, string field)
    {
        Assert.Equal(field, Assert.Single(round.Extend(DateOnly.Parse(lastDay, null), reason, Olu, Open).Problems).Field);
        Assert.Equal((first, 0), (round.ClosesAt, round.DeadlineMoves.Count));
    }

    [Fact]
    public void Extend_AtTheDeadline_IsRefused_AndBeforeItReopensWhatTheJobClosed()
    {
        round.Close(first);
        Assert.Equal("round-closed", round.Extend(new(2025, 3, 7), "Flood", Olu, first).Code);
        Assert.NotNull(round.ClosedAt);
        Assert.True(round.Extend(new(2025, 3, 7), "Flood", Olu, first.AddTicks(-1)).IsDone);
        Assert.Null(round.ClosedAt);
    }

    [Fact]
    public void CloseEarly_WithTheReferenceAndAReason_IsNow()
    {
        Assert.Equal(["Reference", "Reason"], round.CloseEarly("csp2025", "", Olu, Open).Problems.Select(p => p.Field));
        Assert.Equal("round-not-open", round.CloseEarly("CSP2025", "Spent", Olu, round.OpensAt.AddTicks(-1)).Code);
        Assert.True(round.CloseEarly(" CSP2025 ", "Spent", Olu, Open).IsDone);
        Assert.Equal((Open, false), (round.ClosesAt, round.IsOpenAt(Open)));
        // Pressed twice, it is closed once.
        Assert.True(round.CloseEarly("CSP2025", "Spent", Olu, Open.AddSeconds(1)).IsDone);
        Assert.Equal(Open, round.ClosesAt);
        Assert.Equal("round-closed", round.CloseEarly("CSP2025", "For another reason", Olu, Open).Code);
    }

    [Theory]
    [InlineData("2025-02-16T12:00:00Z", "12 days left")]
    [InlineData("2025-02-26T23:59:59Z", "2 days left")]
    [InlineData("2025-02-27T00:00:00Z", "closes tomorrow")]
    [InlineData("2025-02-28T00:00:00Z", "closes today at 11:59:59pm")]
    [InlineData("2025-02-28T23:59:59Z", "closes today at 11:59:59pm")]
    [InlineData("2025-03-01T00:00:00Z", "closed")]
    public void TimeLeft_IsSaidByLondonDays(string now, string words) =>
        Assert.Equal(words, TimeLeft.InWords(first, DateTimeOffset.Parse(now, null)));

    [Fact]
    public void TimeLeft_InSummer_EndsAnHourEarlierInUtc()
    {
        var closes = London.EndOf(new(2025, 6, 30));
        Assert.Equal("closes today at 11:59:59pm", TimeLeft.InWords(closes, new(2025, 6, 29, 23, 0, 0, TimeSpan.Zero)));
        Assert.Equal("closes tomorrow", TimeLeft.InWords(closes, new(2025, 6, 29, 22, 59, 59, TimeSpan.Zero)));
        Assert.Equal("10:32am", TimeLeft.AsAt(new(2025, 6, 29, 9, 32, 0, TimeSpan.Zero)));
    }
}
