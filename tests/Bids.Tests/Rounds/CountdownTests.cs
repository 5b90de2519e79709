using Platform.Contracts;

namespace Platform.Bids.Tests.Rounds;

[Rule]
public sealed class CountdownTests
{
    [Theory]
    [InlineData("2025-02-16T23:59:59Z", "12 days left, until 11:59:59pm on Friday 28 February 2025")]
    [InlineData("2025-02-27T00:00:00Z", "1 day left, until 11:59:59pm on Friday 28 February 2025")]
    [InlineData("2025-02-28T23:59:59Z", "Today is the last day, until 11:59:59pm on Friday 28 February 2025")]
    public void Words_CountDaysOfLondon(string at, string words) =>
        Assert.Equal(words, Countdown.Words(DateTimeOffset.Parse(at, null), London.EndOf(new(2025, 2, 28))));
}
