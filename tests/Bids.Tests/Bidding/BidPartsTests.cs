using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Bidding;

/// <summary>Two people editing one bid: when one is in the other's way.</summary>
[Rule]
public sealed class BidPartsTests
{
    private readonly Round round = Round();

    public static TheoryData<string, string, bool> Pairs =>
        new()
        {
            { "about", "about", true },
            { "about", "budget", false },
            { "budget", "outputs", false },
            { "whole", "budget", true },
            { "budget", "whole", true },
            { "removal", "areas", true },
            { "budget", "project", false },
            { "mark", "budget", false },
            { "contacts-mark", "contacts", false },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Save_AfterAColleague_IsStaleOnlyInTheSamePart(string first, string second, bool stale)
    {
        var bid = Complete(round);
        var read = bid.Version;
        var typed = Answers(bid.Content.Interventions[0], second);
        Assert.Equal(Result.Done, bid.Save(Answers(bid.Content.Interventions[0], first), round.Window(), read, Olu, Open));
        if (first == "removal")
            Assert.Equal(Result.NotFound, bid.Save(typed, round.Window(), read, Ann, Open));
        else
            Assert.Equal(stale ? Result.Stale : Result.Done, bid.Save(typed with { }, round.Window(), read, Ann, Open));
    }

    [Fact]
    public void Save_AboutWhatWasRemoved_IsStaleAndThenAddsItAgain()
    {
        var bid = Complete(round);
        var (read, was) = (bid.Version, bid.Content.Interventions[0]);
        bid.Save(new InterventionRemoval(was.Id), round.Window(), read, Olu, Open);
        var mine = new InterventionAbout(was.Id, "Locks", null, null, null, null, false);
        Assert.Equal(Result.Stale, bid.Save(mine, round.Window(), read, Ann, Open));
        var conflict = BidChanges.Conflict(bid, mine, round)!;
        Assert.Equal(
            (Olu.Name, "Name", "", "Locks"),
            (conflict.Saved.By.Name, conflict.Lines[0].Name, conflict.Lines[0].Before, conflict.Lines[0].After)
        );
        Assert.Equal(Result.Done, bid.Save(mine, round.Window(), bid.Version, Ann, Open));
        Assert.Equal("Locks", Assert.Single(bid.Content.Interventions).Name);
    }

    [Fact]
    public void Completion_WithSomethingMissing_IsRefused()
    {
        var bid = Draft(round);
        Assert.Equal(
            ResultKind.Incorrect,
            bid.Save(new CompletionAnswer(BidSections.Risks, true), round.Window(), bid.Version, Ann, Open).Kind
        );
        Assert.True(bid.Save(new CompletionAnswer(BidSections.Match, true), round.Window(), bid.Version, Ann, Open).IsDone);
        Assert.Equal([BidSections.Match], bid.Content.Completed);
        Assert.False(BidCheck.IsReady(bid, round));
    }

    private static SectionAnswers Answers(Intervention i, string part) =>
        part switch
        {
            "about" => new InterventionAbout(i.Id, "N" + Guid.NewGuid(), "", "", null, null, false),
            "budget" => new InterventionBudget(i.Id, [new(new(2025), SpendKind.Revenue, new(Random.Shared.Next(1, 1_000_000)))]),
            "outputs" => new InterventionOutputs(i.Id, [new("visits", Random.Shared.Next(1, 1_000), TargetKind.Fixed)]),
            "areas" => new InterventionAreas(i.Id, []),
            "whole" => new InterventionAnswers(i with { Name = "W" + Guid.NewGuid() }),
            "removal" => new InterventionRemoval(i.Id),
            "mark" => new CompletionAnswer(BidSections.Interventions, true),
            "contacts-mark" => new CompletionAnswer(BidSections.Contacts, true),
            "contacts" => new ContactAnswers(new("Bo", "", "bo@melton.example", ""), new("", "", "", "")),
            _ => Project("P" + Guid.NewGuid()),
        };
}
