using Platform.Bids.Model;
using Platform.Contracts;

namespace Platform.Bids.Tests.Model;

public sealed class NewRoundTests
{
    [Fact]
    public void Problems_OfARightRound_None() => Assert.Empty(GivenModel.NewRound().Problems());

    public static TheoryData<string, string> Wrong => new()
    {
        { nameof(NewRound.Reference), "lower case" },
        { nameof(NewRound.Reference), "none" },
        { nameof(NewRound.Reference), "with a dash" },
        { nameof(NewRound.Programme), "none" },
        { nameof(NewRound.Name), "too long" },
        { nameof(NewRound.ClosesOn), "before opening" },
        { nameof(NewRound.OpensOn), "no year of ours" },
        { nameof(NewRound.ClosesOn), "the last day that there is" },
        { nameof(NewRound.DeliveryTo), "before its start" },
        { nameof(NewRound.DeliveryTo), "five years and a day" },
        { nameof(NewRound.CapPerBid), "nothing" },
        { nameof(NewRound.CapPerBid), "below nothing" },
        { nameof(NewRound.MatchPercent), "below 0" },
        { nameof(NewRound.MatchPercent), "above 100" },
        { nameof(NewRound.Themes), "none" },
        { nameof(NewRound.Themes), "null" },
        { nameof(NewRound.Themes), "an empty one" },
        { nameof(NewRound.Themes), "one too long" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Problems_OneThingWrong_IsSaidAtItsField(string field, string how)
    {
        var right = GivenModel.NewRound();
        var typed = (field, how) switch
        {
            (nameof(NewRound.Reference), "lower case") => right with { Reference = "csp2025" },
            (nameof(NewRound.Reference), "none") => right with { Reference = null! },
            (nameof(NewRound.Reference), _) => right with { Reference = "CSP-2025" },
            (nameof(NewRound.Programme), _) => right with { Programme = null! },
            (nameof(NewRound.Name), _) => right with { Name = new('n', 121) },
            (nameof(NewRound.ClosesOn), "before opening") => right with { ClosesOn = right.OpensOn.AddDays(-1) },
            (nameof(NewRound.ClosesOn), _) => right with { ClosesOn = DateOnly.MaxValue },
            (nameof(NewRound.OpensOn), _) => right with { OpensOn = default },
            (nameof(NewRound.DeliveryTo), "before its start") => right with { DeliveryTo = right.DeliveryFrom.AddDays(-1) },
            (nameof(NewRound.DeliveryTo), _) => right with { DeliveryTo = right.DeliveryFrom.AddYears(5).AddDays(1) },
            (nameof(NewRound.CapPerBid), "nothing") => right with { CapPerBid = Money.Zero },
            (nameof(NewRound.CapPerBid), _) => right with { CapPerBid = new Money(-1) },
            (nameof(NewRound.MatchPercent), "below 0") => right with { MatchPercent = -1 },
            (nameof(NewRound.MatchPercent), _) => right with { MatchPercent = 101 },
            (_, "none") => right with { Themes = [] },
            (_, "null") => right with { Themes = null! },
            (_, "an empty one") => right with { Themes = ["ASB", ""] },
            _ => right with { Themes = [new('t', 81)] },
        };
        Assert.Equal(field, Assert.Single(typed.Problems()).Field);
    }

    [Fact]
    public void Problems_AtTheLimits_None() => Assert.Empty((GivenModel.NewRound() with
    {
        Name = new('n', 120), MatchPercent = 100, CapPerBid = new Money(1), ClosesOn = new(2024, 12, 2), DeliveryTo = new(2030, 4, 1), Themes = [new('t', 80)],
    }).Problems());
}
