using Platform.Contracts;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Bidding;

[Rule]
public sealed class BidTotalsTests
{
    [Theory]
    [InlineData(20_000, 10_000, 50, "£10,000 of match for £20,000 asked: 50%. This reaches the 50% that the round expects")]
    [InlineData(20_000, 9_999, 50, "£9,999 of match for £20,000 asked: 49.9%. The round expects 50%")]
    [InlineData(20_000, 0, 0, "£0 of match for £20,000 asked: 0%")]
    [InlineData(0, 500, 50, "£500 of match for £0 asked")]
    public void Match_IsShownAsTyped(int asked, int match, int expected, string words) =>
        Assert.Equal(words, BidTotals.Match(Content(asked, match), Round(NewRound() with { MatchPercent = expected })));

    [Fact]
    public void Of_SaysCapYearsAndPriorities()
    {
        var content = Content(12_000, 0);
        content = content with { Interventions = [.. content.Interventions, Hardening(4_000) with { ServesPriority = true }] };
        Assert.Equal(
            [
                ("Asked for in all", "£16,000: £6,000 more than the £10,000 that a bid may ask for"),
                ("In 2025/26", "£16,000 (revenue £16,000, capital £0)"),
                ("In 2026/27", "£0 (revenue £0, capital £0)"),
                ("Match funding", "£0 of match for £16,000 asked: 0%"),
                ("For priorities of the Problem Profile", "£4,000 of £16,000: 25%"),
                ("Share for priorities", "The round expects 25% over all bids of a partnership"),
            ],
            BidTotals.Of(content, Round(NewRound() with { PriorityPercent = 25 }))
        );
    }

    [Fact]
    public void Of_OverOneBidOrSeveral_SaysWhatIsMissing()
    {
        var round = Round(NewRound() with { PriorityPercent = 50 });
        var content = Content(12_000, 0) with { Interventions = [Hardening(12_000), Hardening(4_000) with { ServesPriority = true }] };
        var share = PriorityShare.Of(content, round);
        Assert.Equal(
            (
                "For priorities of the Problem Profile",
                "£4,000 of £16,000: 25%. The round expects 50%: £4,000 more of it must go to priorities"
            ),
            BidTotals.Of(content, round, share).Last()
        );
        Assert.Equal(
            [
                ("For priorities of the Problem Profile", "£4,000 of £16,000: 25%"),
                (
                    "For priorities in all 2 bids of the partnership in this round",
                    "£12,000 of £24,000: 50%. This reaches the 50% that the round expects"
                ),
            ],
            BidTotals.Of(content, round, share.With(Money.FromPounds(8_000), Money.FromPounds(8_000))).TakeLast(2)
        );
        Assert.DoesNotContain(BidTotals.Of(Content(9_000, 0), Round()), line => line.Key.Contains("priorities"));
    }

    private static BidContent Content(int asked, int match) =>
        new()
        {
            Interventions = asked == 0 ? [] : [Hardening(asked)],
            Match = match == 0 ? [] : [new(Guid.NewGuid(), "Council", new(2025), MatchKind.Cash, Money.FromPounds(match), true)],
        };
}
