using FsCheck;
using FsCheck.Fluent;

namespace Platform.Contracts.Tests;

public sealed class PercentageTests
{
    [Theory]
    [InlineData(6, 7, "86%")]
    [InlineData(1, 8, "13%")]
    [InlineData(1, 3, "33%")]
    [InlineData(0, 7, "0%")]
    [InlineData(7, 7, "100%")]
    [InlineData(199, 200, "99.5%")]
    [InlineData(99_999, 100_000, "99.9%")]
    [InlineData(3, 2, "150%")]
    public void Of_IsRoundedHalfUp_AndIsAllOnlyIfItIs(int part, int whole, string words) =>
        Assert.Equal(words, Percentage.Of(part, whole).ToString());

    [Theory]
    [InlineData(496, 1000, 50, 0, "49.6%")]
    [InlineData(49_999, 100_000, 50, 0, "49.9%")]
    [InlineData(494, 1000, 50, 0, "49%")]
    [InlineData(500, 1000, 50, 0, "50%")]
    [InlineData(504, 1000, 50, 0, "50%")]
    [InlineData(505, 1000, 50, 0, "51%")]
    [InlineData(997, 1000, 50, 0, "100%")]
    [InlineData(496, 1000, 0, 0, "50%")]
    [InlineData(6696, 10_000, 50, 1, "67%")]
    [InlineData(4996, 10_000, 50, 1, "49.9%")]
    [InlineData(64_996, 100_000, 65, 2, "64.99%")]
    public void Of_NotReached_NeverReadsAsReached(int part, int whole, int expected, int decimals, string words) =>
        Assert.Equal(words, Percentage.Of(part, whole, expected, decimals).ToString());

    [Theory]
    [InlineData(500, 1000, 500, "50%", "50%")]
    [InlineData(502, 1000, 504, "50.2%", "50.4%")]
    [InlineData(496, 1000, 501, "49.6%", "50.1%")]
    [InlineData(413, 1000, 333, "41%", "33%")]
    public void Pair_ReadsAsTheSameOnlyIfItIsReached(int part, int whole, int least, string share, string expected) =>
        Assert.Equal((share, expected), Percentage.Pair(part, least, whole) is var pair ? ($"{pair.Share}", $"{pair.Expected}") : default);

    /// <summary>Words and decision agree for every amount.</summary>
    [Fact]
    public void Of_ReadsAsReachedIfAndOnlyIfItIs() =>
        Prop.ForAll(
                Gen.Choose(0, 100_000).Two().ToArbitrary(),
                Gen.Choose(0, 100).Zip(Gen.Choose(0, 2)).ToArbitrary(),
                (two, asked) =>
                    two.Item2 == 0
                    || Percentage.Of(two.Item1, two.Item2, asked.Item1, asked.Item2).Value >= asked.Item1
                        == two.Item1 * 100L >= (long)two.Item2 * asked.Item1
            )
            .QuickCheckThrowOnFailure();
}
