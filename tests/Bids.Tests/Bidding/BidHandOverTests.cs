using Platform.Contracts;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Bidding;

[Rule]
public sealed class BidHandOverTests
{
    private static readonly Bids.Rounds.Round TheRound = Round();
    private static readonly BiddingWindow Window = TheRound.Window();
    private static readonly DateTimeOffset At = TheRound.OpensAt;

    [Fact]
    public void HandOver_WhatLacksNothing_WaitsForTheLeadOnce()
    {
        Assert.NotEmpty(Draft(TheRound).HandOver(Window, Ann, At).Problems);
        var bid = Complete(TheRound);
        Assert.True(bid.HandOver(Window, Ann, At).IsDone);
        Assert.True(bid.HandOver(Window, Ann, At).IsDone);
        Assert.Equal(At, Assert.IsType<BidReady>(Assert.Single(bid.TakeRaised())).Details.ReadyAt);
        Assert.Equal("round-closed", Complete(TheRound).HandOver(Window, Ann, TheRound.ClosesAt).Code);
        Assert.Equal("already-submitted", Submitted(TheRound).HandOver(Window, Ann, At).Code);
    }

    [Fact]
    public void Save_AfterHandOver_IsSaidUntilItIsHandedOverAgain()
    {
        var bid = Complete(TheRound);
        bid.HandOver(Window, Ann, At);
        bid.Save(new RiskAnswers(new(Guid.NewGuid(), "Rain", RiskLevel.Low, RiskLevel.Low, "Tents", "")), Window, bid.Version, Ann, At);
        Assert.Equal("risks", Assert.Single(bid.ChangedSinceReady).Key.Split('/')[0]);
        bid.TakeRaised();
        Assert.True(bid.HandOver(Window, Olu, At).IsDone);
        Assert.IsType<BidReady>(Assert.Single(bid.TakeRaised()));
        Assert.Empty(bid.ChangedSinceReady);
    }

    [Fact]
    public void Decline_NeedsAReason_AndIsSaidUntilItIsHandedOverAgain()
    {
        var bid = Complete(TheRound);
        Assert.Equal("not-handed-over", bid.Decline(Window, "Say more", Olu, At).Code);
        bid.HandOver(Window, Ann, At);
        bid.TakeRaised();
        Assert.Equal("Reason", Assert.Single(bid.Decline(Window, " ", Olu, At).Problems).Field);
        Assert.True(bid.Decline(Window, "Say more", Olu, At).IsDone);
        Assert.True(bid.Decline(Window, "Say more", Olu, At).IsDone);
        Assert.Equal("Say more", Assert.IsType<BidDeclined>(Assert.Single(bid.TakeRaised())).Reason);
        Assert.Equal((null, "Say more"), (bid.Ready, bid.Declined));
        bid.HandOver(Window, Ann, At);
        Assert.Equal("", bid.Declined);
    }

    [Fact]
    public void TakeBack_OrSubmit_EndsTheWait()
    {
        var bid = Complete(TheRound);
        Assert.True(bid.TakeBack(Window, Ann, At).IsDone);
        Assert.Empty(bid.TakeRaised());
        bid.HandOver(Window, Ann, At);
        Assert.True(bid.TakeBack(Window, Ann, At).IsDone);
        Assert.Null(Assert.IsType<BidRecalled>(bid.TakeRaised()[^1]).Details.ReadyAt);
        bid.HandOver(Window, Ann, At);
        Assert.True(bid.Submit(Window, null, [], Olu, At).Outcome.IsDone);
        Assert.Null(bid.Ready);
    }
}
