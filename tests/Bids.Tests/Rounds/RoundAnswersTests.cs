using Platform.Contracts;

namespace Platform.Bids.Tests.Rounds;

[Rule]
public sealed class RoundAnswersTests
{
    [Fact]
    public void Problems_OfARightRound_None() => Assert.Empty(GivenModel.NewRound().Problems());

    public static TheoryData<string, string> Wrong =>
        new()
        {
            { nameof(RoundAnswers.Reference), "lower case" },
            { nameof(RoundAnswers.Reference), "none" },
            { nameof(RoundAnswers.Reference), "with a dash" },
            { nameof(RoundAnswers.Programme), "none" },
            { nameof(RoundAnswers.Name), "too long" },
            { nameof(RoundAnswers.ClosesOn), "before opening" },
            { nameof(RoundAnswers.OpensOn), "no year of ours" },
            { nameof(RoundAnswers.ClosesOn), "the last day that there is" },
            { nameof(RoundAnswers.DeliveryTo), "before its start" },
            { nameof(RoundAnswers.DeliveryTo), "five years and a day" },
            { nameof(RoundAnswers.CapPerBid), "nothing" },
            { nameof(RoundAnswers.CapPerBid), "below nothing" },
            { nameof(RoundAnswers.MatchPercent), "below 0" },
            { nameof(RoundAnswers.MatchPercent), "above 100" },
            { nameof(RoundAnswers.Themes), "none" },
            { nameof(RoundAnswers.Themes), "null" },
            { nameof(RoundAnswers.Themes), "an empty one" },
            { nameof(RoundAnswers.Themes), "one too long" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Problems_OneThingWrong_IsSaidAtItsField(string field, string how)
    {
        var right = GivenModel.NewRound();
        var typed = (field, how) switch
        {
            (nameof(RoundAnswers.Reference), "lower case") => right with { Reference = "csp2025" },
            (nameof(RoundAnswers.Reference), "none") => right with { Reference = null! },
            (nameof(RoundAnswers.Reference), _) => right with { Reference = "CSP-2025" },
            (nameof(RoundAnswers.Programme), _) => right with { Programme = null! },
            (nameof(RoundAnswers.Name), _) => right with { Name = new('n', 121) },
            (nameof(RoundAnswers.ClosesOn), "before opening") => right with { ClosesOn = right.OpensOn.AddDays(-1) },
            (nameof(RoundAnswers.ClosesOn), _) => right with { ClosesOn = DateOnly.MaxValue },
            (nameof(RoundAnswers.OpensOn), _) => right with { OpensOn = default },
            (nameof(RoundAnswers.DeliveryTo), "before its start") => right with { DeliveryTo = right.DeliveryFrom.AddDays(-1) },
            (nameof(RoundAnswers.DeliveryTo), _) => right with { DeliveryTo = right.DeliveryFrom.AddYears(5).AddDays(1) },
            (nameof(RoundAnswers.CapPerBid), "nothing") => right with { CapPerBid = Money.Zero },
            (nameof(RoundAnswers.CapPerBid), _) => right with { CapPerBid = new Money(-1) },
            (nameof(RoundAnswers.MatchPercent), "below 0") => right with { MatchPercent = -1 },
            (nameof(RoundAnswers.MatchPercent), _) => right with { MatchPercent = 101 },
            (_, "none") => right with { Themes = [] },
            (_, "null") => right with { Themes = null! },
            (_, "an empty one") => right with { Themes = ["ASB", ""] },
            _ => right with { Themes = [new('t', 81)] },
        };
        Assert.Equal(field, Assert.Single(typed.Problems()).Field);
    }

    [Fact]
    public void Problems_AtTheLimits_None() =>
        Assert.Empty(
            (
                GivenModel.NewRound() with
                {
                    Name = new('n', 120),
                    MatchPercent = 100,
                    CapPerBid = new Money(1),
                    ClosesOn = new(2024, 12, 2),
                    DeliveryTo = new(2030, 4, 1),
                    Themes = [new('t', 80)],
                }
            ).Problems()
        );
}
