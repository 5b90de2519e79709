using FsCheck;
using FsCheck.Fluent;

namespace Platform.Bids.Tests.Profiles;

[Rule]
public sealed class PriorityShareTests
{
    [Theory]
    [InlineData(4_000_00, 16_000_00, 50, "£4,000 of £16,000: 25%. The round expects 50%: £4,000 more of it must go to priorities")]
    [InlineData(49_99, 100_00, 50, "£49.99 of £100: 49.9%. The round expects 50%: £0.01 more of it must go to priorities")]
    [InlineData(50_00, 100_00, 50, "£50 of £100: 50%. This reaches the 50% that the round expects")]
    [InlineData(5, 9, 50, "£0.05 of £0.09: 56%. This reaches the 50% that the round expects")]
    [InlineData(4, 9, 50, "£0.04 of £0.09: 44%. The round expects 50%: £0.01 more of it must go to priorities")]
    [InlineData(10_00, 100_00, 0, "£10 of £100: 10%")]
    [InlineData(0, 0, 50, "£0 of £0")]
    public void Words_SayWhatIsMissing(long serving, long asked, int expected, string words) =>
        Assert.Equal(words, new PriorityShare(new(serving), new(asked), expected).Words);

    /// <summary>The amount that is said to be missing is enough; a penny less is not.</summary>
    [Fact]
    public void Missing_IsTheLeastThatReaches() =>
        Prop.ForAll(
                Gen.Choose(0, 100_000).Two().ToArbitrary(),
                Gen.Choose(0, 100).ToArbitrary(),
                (two, percent) =>
                {
                    var (asked, serving) = (Math.Max(two.Item1, two.Item2), Math.Min(two.Item1, two.Item2));
                    var missing = new PriorityShare(new(serving), new(asked), percent).Missing.Pence;
                    bool Reaches(long more) => (serving + more) * 100 >= (long)asked * percent;
                    return Reaches(missing) && (missing == 0 || !Reaches(missing - 1));
                }
            )
            .QuickCheckThrowOnFailure();
}
