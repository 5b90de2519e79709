using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Bidding;

/// <summary>Sent back, answered, not answered, withdrawn.</summary>
[Rule]
public sealed class BidSentBackTests
{
    private static readonly DateOnly LastDay = new(2025, 3, 14);
    private static readonly DateTimeOffset After = Open.AddDays(30);
    private static readonly SectionNote[] Notes = [new(BidSections.Project, "Say who it is for")];
    private readonly Bids.Rounds.Round round = Round();

    [Fact]
    public void SendBack_Wrong_IsSaidByField()
    {
        var bid = Submitted(round);
        Assert.Equal(["Sections"], bid.SendBack([], LastDay, Olu, After).Problems.Select(p => p.Field));
        Assert.Equal([BidSections.Risks], bid.SendBack([new(BidSections.Risks, " ")], LastDay, Olu, After).Problems.Select(p => p.Field));
        Assert.NotEmpty(bid.SendBack([new("budget", "More")], LastDay, Olu, After).Problems);
        foreach (
            var day in new[] { London.DateOf(After).AddDays(-1), London.DateOf(After).AddDays(93), DateOnly.MaxValue, DateOnly.MinValue }
        )
            Assert.Equal(["AnswerBy"], bid.SendBack(Notes, day, Olu, After).Problems.Select(p => p.Field));
        Assert.Equal("not-submitted", Complete(round).SendBack(Notes, LastDay, Olu, After).Code);
        Assert.Equal(BidState.Submitted, bid.State);
    }

    [Fact]
    public void SentBack_OnlyWhatWasSentBackChanges_AndTheFirstSubmissionStays()
    {
        var bid = Submitted(round);
        var first = bid.SubmittedAt;
        Assert.True(bid.SendBack(Notes, LastDay, Olu, After).IsDone);
        Assert.Equal(
            "section-not-sent-back",
            bid.Save(new InterventionRemoval(bid.Content.Interventions[0].Id), round.Window(), bid.Version, Ann, After).Code
        );
        Assert.True(bid.Save(Project("Clearer"), round.Window(), bid.Version, Ann, After).IsDone);
        Assert.Equal(
            Notes.Select(n => n.Section),
            bid.Submit(round.Window(), bid.Version, [], Ann, After).Outcome.Problems.Select(p => p.Field)
        );
        foreach (var note in Notes)
            Assert.True(bid.Answer(note.Section, "Done", Result.Done, bid.Version, Ann, After).IsDone);
        var submitted = bid.Submit(round.Window(), bid.Version, [], Ann, London.EndOf(LastDay).AddTicks(-1));
        Assert.Equal(Notes.Select(n => n.Reason), bid.Answered.Select(n => n.Reason));
        Assert.All(submitted.Value!.Read().Answered, n => Assert.Equal("Done", n.Answer));
        Assert.Equal((BidState.Submitted, first, "Clearer"), (bid.State, bid.FirstSubmittedAt, submitted.Value!.Read().Content.Title));
        Assert.NotEqual(first, bid.SubmittedAt);
        Assert.Empty(bid.SentBack);
    }

    [Fact]
    public void NotAnsweredInTime_StandsAsItWasSubmitted()
    {
        var bid = Complete(round);
        var submitted = bid.Submit(round.Window(), null, [], Ann, Open).Value!;
        bid.SendBack(Notes, LastDay, Olu, After);
        bid.Save(Project("Half written"), round.Window(), bid.Version, Ann, After);
        Assert.Equal("answer-late", bid.Submit(round.Window(), null, [], Ann, London.EndOf(LastDay)).Outcome.Code);
        Assert.Equal("answer-late", bid.Save(Project("Late"), round.Window(), bid.Version, Ann, London.EndOf(LastDay)).Code);
        bid.Restore(submitted.Read(), London.EndOf(LastDay).AddTicks(-1));
        Assert.Equal(BidState.SentBack, bid.State);
        bid.Restore(submitted.Read(), London.EndOf(LastDay));
        Assert.Equal((BidState.Submitted, "Safer streets at night"), (bid.State, bid.Content.Title));
    }

    [Fact]
    public void Withdrawn_IsNeitherChangedNorSubmittedNorDecidedOn()
    {
        var bid = Submitted(round);
        Assert.Equal(ResultKind.Incorrect, bid.Withdraw(new('r', 1001), Ann, Open).Kind);
        Assert.True(bid.Withdraw("We found other money", Ann, Open).IsDone);
        Assert.True(bid.Withdraw("again", Ann, Open).IsDone);
        Assert.Equal("We found other money", Assert.Single(bid.TakeRaised().OfType<BidWithdrawn>()).Reason);
        Assert.Equal("withdrawn", bid.Submit(round.Window(), null, [], Ann, Open).Outcome.Code);
        Assert.Equal("withdrawn", bid.Save(Project("More"), round.Window(), bid.Version, Ann, Open).Code);
        Assert.Equal("not-submitted", bid.Assign(Olu, Open).Code);
        Assert.False(bid.AwaitsDecision);
    }
}
