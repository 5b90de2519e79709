using Platform.Bids.Model;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;
using static Platform.Bids.Tests.Model.GivenModel;

namespace Platform.Bids.Tests.Model;

public sealed class GrantTests
{
    [Fact]
    public void Make_HasTheBidsMoneyAndTargetsAndTheRoundsDelivery()
    {
        var round = Round();
        var bid = Submitted(round);
        var grant = Grant.Make(bid, round, DecisionRecord.AwardsFor(bid), "EXE005-25", Olu, Open);

        var made = Assert.IsType<GrantMade>(Assert.Single(grant.TakeRaised()));
        Assert.Equal((grant.Id, 1, Olu, Open), (made.Id, made.Version, made.By, made.At));
        Assert.Equal((bid.Id, bid.Reference, "Community safety fund", Melton, "EXE005-25"),
            (made.Grant.BidId, made.Grant.Reference, made.Grant.Programme, made.Grant.Partnership, made.Grant.DecisionReference));
        Assert.Equal((new DateOnly(2025, 4, 1), new DateOnly(2027, 3, 31)), (made.Grant.DeliveryFrom, made.Grant.DeliveryTo));
        Assert.True(JsonColumn.Same(bid.Content.Interventions, made.Grant.Interventions));
        Assert.Equal(Money.FromPounds(9_000), made.Grant.Total);
    }
}
