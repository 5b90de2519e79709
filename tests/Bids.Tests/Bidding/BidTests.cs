using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Bidding;

[Rule]
public sealed class BidTests
{
    private readonly Round round = Round();

    [Fact]
    public void Start_RoundOpen_HasItsReferenceAndOneEvent()
    {
        var bid = Draft(round);
        Assert.Equal(("CSP2025-MEL-03", BidState.Draft, 1), (bid.Reference, bid.State, bid.Version));
        Assert.IsType<BidStarted>(Assert.Single(bid.TakeRaised()));
    }

    [Fact]
    public void Save_ByThreePeople_AllOfThemHaveWorkedOnIt_EvenIfNothingIsLeftOfWhatTheyWrote()
    {
        var bid = Draft(round);
        var (bob, cat) = (new Person(Guid.NewGuid(), "Bob"), new Person(Guid.NewGuid(), "Cat"));
        foreach (var by in new[] { bob, cat, bob })
            Assert.True(bid.Save(Project(by.Name + bid.Version), round.Window(), bid.Version, by, Open).IsDone);

        Assert.Equal([Ann.UserId, bob.UserId, cat.UserId], ((BidSaved)bid.TakeRaised()[^1]).Details.WorkedOnBy);
        bid.Lapse(round.ClosesAt);
        Assert.Equal(3, ((BidLapsed)bid.TakeRaised()[^1]).Details.WorkedOnBy.Count);
    }

    [Fact]
    public void Start_BeforeOpeningOrAtTheDeadline_IsRefused()
    {
        Assert.Equal("round-not-open", Bid.Start(round.Window(), Melton, 1, Ann, round.OpensAt.AddTicks(-1)).Outcome.Code);
        var late = Bid.Start(round.Window(), Melton, 1, Ann, round.ClosesAt).Outcome;
        Assert.Equal("round-closed", late.Code);
        Assert.Equal("Community safety fund 2025/26 closed at 11:59:59pm on Friday 28 February 2025", late.Problems[0].Message);
    }

    [Fact]
    public void Start_InTimeInARoundThatHasBeenClosed_HasLapsed()
    {
        round.Close(round.ClosesAt);
        var bid = Bid.Start(round.Window(), Melton, 1, Ann, round.ClosesAt.AddMilliseconds(-1)).Value;
        Assert.Equal(BidState.Lapsed, bid.State);
        Assert.Equal([nameof(BidStarted), nameof(BidLapsed)], bid.TakeRaised().Select(e => e.GetType().Name));
    }

    [Fact]
    public void Save_StaleVersion_ChangesNothing()
    {
        var bid = Complete(round);
        var before = bid.Content;
        Assert.Equal(Result.Stale, bid.Save(Project("Mine"), round.Window(), 1, Ann, Open));
        Assert.Equal(
            Result.Stale,
            bid.Save(new InterventionAnswers(before.Interventions[0] with { Name = "Mine" }), round.Window(), bid.Version - 1, Ann, Open)
        );
        Assert.Equal(
            Result.Stale,
            bid.Save(new InterventionRemoval(before.Interventions[0].Id), round.Window(), bid.Version - 1, Ann, Open)
        );
        Assert.Equal(Result.Stale, bid.Save(new InterventionAnswers(Hardening()), round.Window(), 0, Ann, Open));
        Assert.Equal(Result.Stale, bid.Save(new InterventionAnswers(Hardening()), round.Window(), bid.Version + 1, Ann, Open));
        Assert.Same(before, bid.Content);
        Assert.Empty(bid.TakeRaised());
    }

    [Fact]
    public void Save_AnotherPartWasSavedSince_IsTaken()
    {
        var bid = Complete(round);
        var read = bid.Version;
        Assert.True(bid.Save(Project("Mine"), round.Window(), read, Ann, Open).IsDone);
        Assert.True(
            bid.Save(new InterventionAnswers(bid.Content.Interventions[0] with { Name = "Yours" }), round.Window(), read, Olu, Open).IsDone
        );
        Assert.Equal(("Mine", "Yours"), (bid.Content.Title, bid.Content.Interventions[0].Name));
    }

    [Fact]
    public void Save_AtTheDeadlineOrAfterSubmission_IsRefused()
    {
        var bid = Complete(round);
        Assert.Equal("round-closed", bid.Save(Project("Late"), round.Window(), bid.Version, Ann, round.ClosesAt).Code);
        bid.Submit(round.Window(), null, [], Ann, Open);
        bid.TakeRaised();
        Assert.Equal("already-submitted", bid.Save(Project("Later"), round.Window(), bid.Version, Ann, Open).Code);
        Assert.Equal("already-submitted", bid.Save(new InterventionAnswers(Hardening()), round.Window(), bid.Version, Ann, Open).Code);
        Assert.Equal(
            "already-submitted",
            bid.Save(new InterventionRemoval(bid.Content.Interventions[0].Id), round.Window(), bid.Version, Ann, Open).Code
        );
        Assert.Equal("Safer streets at night", bid.Content.Title);
        Assert.Empty(bid.TakeRaised());
    }

    [Fact]
    public void SaveProject_WrongAnswers_AreSaidAtTheirFields()
    {
        var bid = Draft(round);
        var result = bid.Save(new ProjectAnswers(new('t', 101), "Knitting", new('s', 3001)), round.Window(), bid.Version, Ann, Open);
        Assert.Equal((ResultKind.Incorrect, "Title Theme Summary"), (result.Kind, string.Join(' ', result.Problems.Select(p => p.Field))));
        Assert.True(bid.Save(new ProjectAnswers(new('t', 100), null, new('s', 3000)), round.Window(), bid.Version, Ann, Open).IsDone);
    }

    [Fact]
    public void SaveProject_CountsALineBreakOnceAndDropsWhatNoDatabaseKeeps()
    {
        var bid = Draft(round);
        Assert.True(
            bid.Save(new ProjectAnswers("A\0B ", null, new string('s', 2998) + "\r\ne"), round.Window(), bid.Version, Ann, Open).IsDone
        );
        Assert.Equal(("AB", 3000), (bid.Content.Title, bid.Content.Summary.Length));
    }

    [Fact]
    public void SaveIntervention_SameIdAgain_ReplacesItInItsPlace()
    {
        var bid = Complete(round);
        var (first, second) = (bid.Content.Interventions[0], Hardening(500));
        bid.Save(new InterventionAnswers(second), round.Window(), bid.Version, Ann, Open);
        Assert.True(bid.Save(new InterventionAnswers(first with { Name = "Locks" }), round.Window(), bid.Version, Ann, Open).IsDone);
        Assert.Equal(["Locks", "Target hardening"], bid.Content.Interventions.Select(i => i.Name));
        Assert.True(bid.Save(new InterventionRemoval(first.Id), round.Window(), bid.Version, Ann, Open).IsDone);
        Assert.Equal(second.Id, Assert.Single(bid.Content.Interventions).Id);
        Assert.Equal(Result.NotFound, bid.Save(new InterventionRemoval(first.Id), round.Window(), bid.Version, Ann, Open));
    }
}
