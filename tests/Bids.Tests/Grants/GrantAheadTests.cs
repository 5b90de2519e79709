using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.Grants.GivenGrants;

namespace Platform.Bids.Tests.Grants;

/// <summary>Variations that wait for finance, or count from a later day.</summary>
[Rule]
public sealed class GrantAheadTests
{
    private static readonly DateTimeOffset At = new(2024, 7, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2024, 10, 1);
    private static readonly Line Hardening = OadbyAndWigston[3];
    private static readonly NewVariation Move = Asked(Amount(Hardening, Year1, 50_000), Amount(Hardening, Year2, 50_000));
    private static readonly NewVariation Cut = Asked(Amount(Hardening, Year2, 40_000));
    private readonly Grant grant = Granted(OadbyAndWigston);

    public GrantAheadTests() => grant.TakeRaised();

    private Result Vary(NewVariation asked, DateTimeOffset? at = null) => grant.Vary(asked, grant.Version, null, GivenModel.Olu, at ?? At);

    private static DateTimeOffset On(DateOnly day) => London.EndOf(day.AddDays(-1));

    private T Raised<T>() => Assert.IsType<T>(Assert.Single(grant.TakeRaised()));

    [Fact]
    public void Vary_MovesMoneyOnNoRecord_ChangesNothingUntilSomebodyElseInFinanceApproves()
    {
        var before = grant.Details;
        Assert.True(Vary(Move).IsDone);
        var asked = Raised<GrantVariationAsked>();
        Assert.Equal([new YearMove(Year1, Year2, Money.FromPounds(6_250))], asked.Variation.Moves);
        Assert.Equal((before.Interventions, before.Variations), (grant.Details.Interventions, grant.Details.Variations));
        Assert.Equal("variation-waits", Vary(Cut).Code);
        Assert.Equal("not-waiting", grant.Approve(7, grant.Version, GivenModel.Ann, At).Code);
        Assert.Equal("same-person", grant.Approve(2, grant.Version, GivenModel.Olu, At).Code);
        Assert.Equal(ResultKind.Stale, grant.Approve(2, 1, GivenModel.Ann, At).Kind);
        Assert.Empty(grant.TakeRaised());

        Assert.True(grant.Approve(2, grant.Version, GivenModel.Ann, At).IsDone);
        Assert.Equal(GivenModel.Ann, Raised<GrantVaried>().Variation.ApprovedBy);
        Assert.Equal(
            (before.Total, before.Interventions.InYear(Year1) - Money.FromPounds(6_250)),
            (grant.Details.Total, grant.Details.Interventions.InYear(Year1))
        );
        Assert.Null(grant.Details.Waiting);
        // Pressed twice.
        Assert.True(grant.Approve(2, grant.Version, GivenModel.Ann, At).IsDone);
        Assert.Empty(grant.TakeRaised());
    }

    [Fact]
    public void Cancel_WhatWaits_NeedsAReasonAndLeavesTheGrantAsItWas()
    {
        var before = grant.Details.Interventions;
        Vary(Move);
        grant.TakeRaised();
        Assert.Equal("Reason", Assert.Single(grant.Cancel(2, " ", grant.Version, GivenModel.Ann, At).Problems).Field);
        Assert.True(grant.Cancel(2, "No budget", grant.Version, GivenModel.Ann, At).IsDone);
        var cancelled = Raised<GrantVariationCancelled>();
        Assert.Equal((2, "No budget", false), (cancelled.Variation.Number, cancelled.Reason, cancelled.WasAgreed));
        Assert.Same(before, grant.Details.Interventions);
        Assert.Equal("not-waiting", grant.Approve(2, grant.Version, GivenModel.Ann, At).Code);
        Assert.Equal("counts", grant.Cancel(1, "Why", grant.Version, GivenModel.Ann, At).Code);
    }

    [Fact]
    public void Vary_Ahead_CountsFromItsDayWhoeverAsksFirst()
    {
        var before = grant.Details.Total;
        Assert.True(Vary(Cut with { On = Day, DeliveryTo = new(2025, 6, 30) }).IsDone);
        Assert.Equal(Day, Raised<GrantVariationAgreed>().Variation.On);
        Assert.Equal((before, new DateOnly(2025, 3, 31), Day), (grant.Details.Total, grant.DeliveryTo, grant.NextFrom));
        grant.BringUpTo(On(Day).AddTicks(-1));
        Assert.Empty(grant.TakeRaised());

        grant.BringUpTo(On(Day));
        var varied = Raised<GrantVaried>();
        Assert.Equal((2, Person.Platform), (varied.Variation.Number, varied.By));
        Assert.Equal(before - Money.FromPounds(3_750), varied.Details.Total);
        Assert.Equal((new DateOnly(2025, 6, 30), (DateOnly?)null), (grant.DeliveryTo, grant.NextFrom));
        grant.BringUpTo(On(Day));
        Assert.Empty(grant.TakeRaised());
    }

    [Fact]
    public void Vary_AfterOneAhead_FollowsFromItAndNeverComesBeforeIt()
    {
        Vary(Cut with { On = Day });
        Assert.StartsWith("Date from which it counts must be 1 October 2024 or later", Assert.Single(Vary(Cut).Problems).Message);
        Assert.True(Vary(Asked(Amount(Hardening, Year2, 30_000)) with { On = Day.AddDays(1) }).IsDone);
        Assert.Equal(Money.FromPounds(40_000), grant.Details.Ahead[1].Amounts.Single().From);
        Assert.Equal("not-the-last", grant.Cancel(2, "Why", grant.Version, GivenModel.Olu, At).Code);
        Assert.True(grant.Cancel(3, "Why", grant.Version, GivenModel.Olu, At).IsDone);
        Assert.True(grant.TakeRaised().OfType<GrantVariationCancelled>().Single().WasAgreed);
        Assert.Equal(2, Assert.Single(grant.Details.Ahead).Number);
        // The day has come when somebody acts before the sweep does.
        Assert.Equal("counts", grant.Cancel(2, "Why", grant.Version + 1, GivenModel.Olu, On(Day)).Code);
    }

    [Fact]
    public void Approve_WhatCountsFromALaterDay_IsAgreedAndCountsThen()
    {
        Vary(Move with { On = Day });
        grant.TakeRaised();
        Assert.True(grant.Approve(2, grant.Version, GivenModel.Ann, At).IsDone);
        Assert.Equal(GivenModel.Ann, Raised<GrantVariationAgreed>().Variation.ApprovedBy);
        Assert.Equal(Money.FromPounds(50_000), grant.Details.Agreed().Interventions.Amount(Hardening.Id, Year1));
        Assert.Equal(Money.FromPounds(56_250), grant.Details.Interventions.Amount(Hardening.Id, Year1));
    }
}
