using Platform.Contracts;
using static Platform.Bids.Tests.GivenModel;
using static Platform.Bids.Tests.Grants.GivenGrants;

namespace Platform.Bids.Tests.Grants;

[Rule]
public sealed class GrantTests
{
    [Fact]
    public void Make_HasWhatWasDecidedAndTheRoundsDelivery()
    {
        var round = Round();
        var bid = Submitted(round);
        var grant = Grant.Make(bid, round, DecisionRecord.AwardsFor(bid, [], []), "EXE005-25", Olu, Open);

        var made = Assert.IsType<GrantMade>(Assert.Single(grant.TakeRaised()));
        Assert.Equal((grant.Id, 1, Olu, Open), (made.Id, made.Version, made.By, made.At));
        Assert.Equal(
            (bid.Id, bid.Reference, "Community safety fund", GivenModel.Melton, "EXE005-25"),
            (made.Details.BidId, made.Details.Reference, made.Details.Programme, made.Details.Partnership, made.Details.DecisionReference)
        );
        Assert.Equal((new DateOnly(2025, 4, 1), new DateOnly(2027, 3, 31)), (made.Details.DeliveryFrom, made.Details.DeliveryTo));
        Assert.Equal(
            bid.Content.Interventions.Select(i => (i.Id, i.Name, i.Total)),
            made.Details.Interventions.Select(i => (i.Id, i.Name, i.Total))
        );
        Assert.Equal(bid.Content.Interventions[0].Outputs, made.Details.Interventions[0].Outputs);
        Assert.Equal(Money.FromPounds(9_000), made.Details.Total);
        Assert.Empty(made.Details.Original);
        Assert.Empty(made.Details.Variations);
    }

    [Fact]
    public void Make_ReducedBefore_IsTheFirstVariation()
    {
        // Seed 001, Oadby and Wigston.
        var grant = Granted(OadbyAndWigston, 100_000, ["Match is spent first"]);
        var made = Assert.IsType<GrantMade>(Assert.Single(grant.TakeRaised())).Details;
        Assert.Equal(Money.FromPounds(180_268), made.Interventions.InYear(Year1));
        Assert.Equal(
            (Money.FromPounds(43_750), Money.FromPounds(104_750)),
            (made.Interventions.InYear(Year2), made.Original.InYear(Year2))
        );
        Assert.Equal(
            (50, Money.FromPounds(100_000), "Match is spent first"),
            (made.MatchPercent, made.Match.Sum(m => m.Amount), Assert.Single(made.Conditions))
        );

        var variation = Assert.Single(made.Variations);
        Assert.Equal(
            (1, new DateOnly(2024, 4, 24), "EXE005-24", Olu),
            (variation.Number, variation.On, variation.DecisionReference, variation.By)
        );
        Assert.Equal(
            [
                (OadbyAndWigston[0].Id, Year2, Money.FromPounds(11_000), Money.Zero),
                (OadbyAndWigston[3].Id, Year2, Money.FromPounds(93_750), Money.FromPounds(43_750)),
            ],
            variation.Amounts.Select(a => (a.InterventionId, a.Year, a.From, a.To))
        );
        Assert.Empty(variation.Targets);
        Assert.Equal(
            "Neighbourhood crime campaign, 2024/25: Removed due to reduction in funding\nTarget hardening, 2024/25: This was reduced by "
                + "£50k from £93,750",
            variation.Reason
        );
    }

    [Fact]
    public void Make_TargetReducedWithItsMoney_NamesTheCutThatMovedIt()
    {
        // Seed 001, Melton: 14 practitioners "when also including full year 2 funding"; seed 004 lists 7.
        var grant = Granted(GivenGrants.Melton).Details;
        var variation = Assert.Single(grant.Variations);
        Assert.Equal([Money.FromPounds(39_540), Money.FromPounds(28_000)], variation.Amounts.Select(a => a.From - a.To));
        Assert.Equal([new TargetChange(GivenGrants.Melton[2].Id, "practitioners trained", 14, 7, Year2)], variation.Targets);
        Assert.Equal("Reduced before the award", variation.Reason);
        Assert.Equal(
            (14, 7),
            (
                grant.Original.Target(GivenGrants.Melton[2].Id, "practitioners trained"),
                grant.Interventions.Target(GivenGrants.Melton[2].Id, "practitioners trained")
            )
        );
    }

    [Fact]
    public void Make_LowerThanAsked_IsNoVariation()
    {
        var round = Round();
        var bid = Submitted(round);
        var asked = bid.Content.Interventions[0];
        var decided = new DecidedBid(
            bid.Reference,
            bid.Partnership,
            "",
            [
                new(
                    asked.Id,
                    asked.Name,
                    [new(asked.Id, new(2025), SpendKind.Revenue, Money.FromPounds(4_000))],
                    [new("homes target hardened", 60, TargetKind.UpTo)],
                    []
                ),
            ],
            []
        );
        var grant = Grant.Make(bid, round, decided, "EXE005-25", Olu, Open).Details;
        Assert.Equal((Money.FromPounds(4_000), 60, 0), (grant.Total, grant.Interventions[0].Outputs[0].Target, grant.Variations.Count));
        Assert.Empty(grant.Original);
    }

    [Fact]
    public void Make_RemovedAltogether_IsInTheOriginalOnly()
    {
        var removed = new Line("Patrols", 0, 0, 5_000, ("patrols", 20, 20));
        var grant = Granted([OadbyAndWigston[1], removed]).Details;
        Assert.Equal(["Re-deployable CCTV"], grant.Interventions.Select(i => i.Name));
        Assert.Equal(["Re-deployable CCTV", "Patrols"], grant.Original.Select(i => i.Name));
        Assert.Equal([new TargetChange(removed.Id, "patrols", 20, 0, Year2)], grant.Variations[0].Targets);
    }
}
