using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.GivenModel;
using Result = Platform.ServiceDefaults.Operations.Result;

namespace Platform.Bids.Tests.Bidding;

/// <summary><see cref="Bid.Submit"/>, <see cref="Bid.Lapse"/> and <see cref="BidCheck"/>.</summary>
[Rule]
public sealed class BidSubmissionTests
{
    private readonly Round round = Round();

    [Fact]
    public void Submit_Complete_RaisesOneEventWithTheWholeBid()
    {
        var bid = Complete(round);
        Assert.Equal(Result.Done, bid.Submit(round.Window(), null, [], Ann, Open).Outcome);
        var submitted = Assert.IsType<BidSubmitted>(Assert.Single(bid.TakeRaised()));
        Assert.Equal(
            (BidState.Submitted, (DateTimeOffset?)Open, Money.FromPounds(9_000)),
            (submitted.Details.State, submitted.Details.SubmittedAt, submitted.Details.Content.Total)
        );
        Assert.Equal((bid.Version, Open, Ann), (submitted.Version, submitted.At, submitted.By));
    }

    [Fact]
    public void Submit_Twice_IsDoneAndRaisesNothing()
    {
        var bid = Submitted(round);
        Assert.Equal(Result.Done, bid.Submit(round.Window(), null, [], Olu, round.ClosesAt.AddDays(1)).Outcome);
        Assert.Empty(bid.TakeRaised());
        Assert.Equal((round.OpensAt, Ann), (bid.SubmittedAt, bid.SubmittedBy));
    }

    [Fact]
    public void Submit_AtTheDeadline_IsRefusedAndKeepsTheDraft()
    {
        var bid = Complete(round);
        Assert.Equal("round-closed", bid.Submit(round.Window(), null, [], Ann, round.ClosesAt).Outcome.Code);
        Assert.Equal(BidState.Draft, bid.State);
        Assert.True(bid.Submit(round.Window(), null, [], Ann, round.ClosesAt.AddTicks(-1)).Outcome.IsDone);
    }

    [Fact]
    public void Submit_LapsedButArrivedBefore_IsTaken()
    {
        var bid = Complete(round);
        bid.Lapse(round.ClosesAt);
        Assert.Equal(BidState.Lapsed, bid.State);
        Assert.Equal(Result.Done, bid.Submit(round.Window(), null, [], Ann, round.ClosesAt.AddMilliseconds(-1)).Outcome);
        Assert.Equal([nameof(BidLapsed), nameof(BidSubmitted)], bid.TakeRaised().Select(e => e.GetType().Name));
    }

    [Fact]
    public void Lapse_NotADraft_DoesNothing()
    {
        var bid = Submitted(round);
        bid.Lapse(round.ClosesAt);
        Assert.Equal(BidState.Submitted, bid.State);
        var draft = Draft(round);
        draft.TakeRaised();
        draft.Lapse(round.ClosesAt);
        draft.Lapse(round.ClosesAt);
        Assert.IsType<BidLapsed>(Assert.Single(draft.TakeRaised()));
    }

    [Fact]
    public void Missing_SaysEachSection()
    {
        var bid = Draft(round);
        Assert.Equal(
            [BidSections.Contacts, BidSections.Project, BidSections.Where, BidSections.Interventions, BidSections.Risks],
            BidCheck.Missing(bid, round).Select(p => p.Field).Distinct()
        );
        bid.Save(Project() with { Theme = null }, round.Window(), bid.Version, Ann, Open);
        Assert.Equal(
            ["Select a theme", "Enter the evidence of need", "Enter the Police and Crime Plan aim that it serves"],
            BidCheck.Missing(BidSections.Project, bid, round).Select(p => p.Message)
        );
        foreach (var answers in Rest)
            bid.Save(answers, round.Window(), bid.Version, Ann, Open);
        Assert.Equal("Add at least one intervention", Assert.Single(BidCheck.Missing(bid, round)).Message);
        bid.Save(new InterventionAnswers(Hardening() with { Budget = [] }), round.Window(), bid.Version, Ann, Open);
        Assert.Equal("Enter what Target hardening costs, in at least one year", Assert.Single(BidCheck.Missing(bid, round)).Message);
        Assert.Equal(ResultKind.Incorrect, bid.Submit(round.Window(), null, [], Ann, Open).Outcome.Kind);
    }

    [Fact]
    public void Missing_OverTheCap_SaysBothAmounts()
    {
        var bid = Complete(round);
        bid.Save(new InterventionAnswers(Hardening(1_000)), round.Window(), bid.Version, Ann, Open);
        Assert.Empty(BidCheck.Missing(bid, round));
        bid.Save(new InterventionAnswers(Hardening(0.01m)), round.Window(), bid.Version, Ann, Open);
        Assert.Equal("The bid asks for £10,000.01. It must be £10,000 or less", Assert.Single(BidCheck.Missing(bid, round)).Message);
        Assert.Equal(ResultKind.Incorrect, bid.Submit(round.Window(), null, [], Ann, Open).Outcome.Kind);
        Assert.Empty(BidCheck.Missing(bid, Round(NewRound() with { CapPerBid = null })));
    }

    // Whatever the closing job did, and whenever: a bid is taken if and only if it arrived before the deadline.
    [Fact]
    public void Submit_AnyInstantAndAnyOrder_IsTakenIffItArrivedBefore()
    {
        var ticks = Gen.OneOf(Gen.Choose(-3, 3).Select(t => (long)t), Gen.Choose(-90_000, 90_000).Select(s => s * TimeSpan.TicksPerSecond));
        var steps = Gen.Elements('l', 's').ListOf().Select(order => new string([.. order]));
        Prop.ForAll(
                ticks.ToArbitrary(),
                steps.ToArbitrary(),
                Gen.Elements(new DateOnly(2025, 2, 28), new(2025, 6, 30), new(2025, 3, 30), new(2025, 10, 26)).ToArbitrary(),
                (offset, order, closesOn) =>
                {
                    var any = Round(NewRound() with { ClosesOn = closesOn, DeliveryFrom = new(2025, 11, 1) });
                    var (bid, arrived) = (Complete(any), any.ClosesAt.AddTicks(offset));
                    foreach (var step in order + "s")
                        if (step == 'l')
                            bid.Lapse(any.ClosesAt);
                        else
                            bid.Submit(any.Window(), null, [], Ann, arrived);
                    return bid.State == BidState.Submitted == (offset < 0)
                        && bid.TakeRaised().Count(e => e is BidSubmitted) == (offset < 0 ? 1 : 0);
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
