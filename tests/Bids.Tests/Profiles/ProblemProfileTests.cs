using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using static Platform.Bids.Tests.GivenModel;
using Result = Platform.ServiceDefaults.Operations.Result;

namespace Platform.Bids.Tests.Profiles;

[Rule]
public sealed class ProblemProfileTests
{
    [Fact]
    public void Write_RaisesTheWholeProfile()
    {
        var typed = Priorities(2025, " Burglary ", "Knives");
        var profile = Profile(typed);
        var made = Assert.IsType<ProfileChanged>(Assert.Single(profile.TakeRaised()));
        Assert.Equal((profile.Id, 1, Open, Olu), (made.Id, made.Version, made.At, made.By));
        Assert.Equal(
            (GivenModel.Melton, new DateOnly(2025, 4, 1), new DateOnly(2026, 3, 31)),
            (made.Details.Partnership, made.Details.From, made.Details.To)
        );
        Assert.Equal([("Burglary", "Counted"), ("Knives", "Counted")], made.Details.Priorities.Select(p => (p.Name, p.Evidence)));
        Assert.Equal(typed.Priorities!.Select(p => p.Id), made.Details.Priorities.Select(p => p.Id));
    }

    [Theory]
    [InlineData("none", "Priorities")]
    [InlineData("eleven", "Priorities")]
    [InlineData("noName", "Name")]
    [InlineData("longName", "Name")]
    [InlineData("reserved", "Name")]
    [InlineData("twice", "Name")]
    [InlineData("longEvidence", "Evidence")]
    [InlineData("sameId", "Priorities")]
    [InlineData("backwards", "To")]
    [InlineData("noDates", "From To")]
    public void Write_OneThingWrong_SaysWhich(string wrong, string fields)
    {
        var right = Priorities(2025, "Burglary");
        var (id, names) = (Guid.NewGuid(), Enumerable.Range(1, 11).Select(n => $"Priority {n}").ToArray());
        var typed = wrong switch
        {
            "none" => right with { Priorities = [] },
            "eleven" => Priorities(2025, names),
            "noName" => Priorities(2025, " "),
            "longName" => Priorities(2025, new string('n', 101)),
            "reserved" => Priorities(2025, "None"),
            "twice" => Priorities(2025, "Burglary", "burglary "),
            "longEvidence" => right with { Priorities = [new(id, "Burglary", new('e', 1001))] },
            "sameId" => right with { Priorities = [new(id, "Burglary", ""), new(id, "Knives", "")] },
            "backwards" => right with { To = right.From.AddDays(-1) },
            _ => right with { From = default, To = default },
        };
        var refused = ProblemProfile.Write(GivenModel.Melton, typed, [], Olu, Open).Outcome;
        Assert.Equal(fields, string.Join(' ', refused.Problems.Select(p => p.Field)));
    }

    [Fact]
    public void Write_AtTheLimits_IsTaken() =>
        Assert.Equal(
            10,
            Profile(
                Priorities(2025, [.. Enumerable.Range(0, 10).Select(n => new string((char)('a' + n), 100))]) with
                {
                    To = new(2025, 4, 1),
                }
            ).Priorities.Count
        );

    /// <summary>Two periods can stand side by side if and only if they share no day.</summary>
    [Fact]
    public void Write_TwoPeriods_HaveNoDayInCommon() =>
        Prop.ForAll(
                Gen.Choose(0, 60).Four().ToArbitrary(),
                days =>
                {
                    var start = new DateOnly(2025, 4, 1);
                    var ((a, b, c, d), names) = (days, Priorities(2025, "Burglary"));
                    var first = Profile(names with { From = start.AddDays(Math.Min(a, b)), To = start.AddDays(Math.Max(a, b)) });
                    var typed = names with { From = start.AddDays(Math.Min(c, d)), To = start.AddDays(Math.Max(c, d)) };
                    var shares = Enumerable
                        .Range(0, 61)
                        .Any(n => first.Covers(start.AddDays(n)) && typed.From <= start.AddDays(n) && start.AddDays(n) <= typed.To);
                    var second = ProblemProfile.Write(GivenModel.Melton, typed, [first], Olu, Open);
                    return shares ? second.Outcome.Problems.Single().Field == "From" : second.IsDone;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Change_SavesRefusesOverlapAndStaleness()
    {
        var (next, profile) = (Profile(2026, "Knives"), Profile(2025, "Burglary"));
        profile.TakeRaised();
        Assert.Equal(Result.Done, profile.Change(profile.Answers, [next], 0, Ann, Open));
        Assert.Empty(profile.TakeRaised());

        var typed = profile.Answers with { To = new(2026, 4, 1) };
        Assert.Equal(
            "Melton has a Problem Profile for 1 April 2026 to 31 March 2027. Enter a period that has no day of it",
            profile.Change(typed, [next], 1, Ann, Open).Problems.Single().Message
        );
        typed = profile.Answers with { Priorities = [profile.Priorities[0] with { Name = "Burglary of homes" }] };
        Assert.Equal(Result.Stale, profile.Change(typed, [next], 0, Ann, Open));
        Assert.Equal(Result.Done, profile.Change(typed, [next], 1, Ann, Open));
        Assert.Equal(
            (2, "Burglary of homes"),
            (Assert.IsType<ProfileChanged>(Assert.Single(profile.TakeRaised())).Version, profile.Priorities[0].Name)
        );
        Assert.Equal(("Burglary of homes", null), (profile.Find("burglary OF homes"), profile.Find("Burglary")));
    }

    [Fact]
    public void Save_NamesAPriorityOfTheProfileOrTheOneThatIsSaved()
    {
        var (round, profile) = (Round(), Profile(2025, "Burglary"));
        var bid = Draft(round);
        var window = round.Window() with { Profile = profile };
        Result Save(SectionAnswers answers, BiddingWindow? in_ = null) => bid.Save(answers, in_ ?? window, bid.Version, Ann, Open);
        InterventionAbout About(Guid id, string? priority) => new(id, "Locks", "", "", null, null, false, priority);
        var id = Guid.NewGuid();

        Assert.Equal("Priority", Save(About(id, "Knives")).Problems.Single().Field);
        Assert.Equal(
            "There is no Problem Profile for this round yet: its priorities cannot be named",
            Save(About(id, "Burglary"), round.Window()).Problems.Single().Message
        );
        Assert.Equal(Result.Done, Save(About(id, "Burglary")));
        Assert.Equal((true, "Burglary"), (bid.Content.Interventions[0].ServesPriority, bid.Content.Interventions[0].Priority));
        // The priority was renamed since: the bid keeps the old name, and no other intervention may take it.
        var renamed = window with
        {
            Profile = Profile(2025, "Burglary of homes"),
        };
        Assert.Equal(Result.Done, Save(new InterventionAnswers(bid.Content.Interventions[0] with { Kind = "Homes" }), renamed));
        Assert.Equal(
            "Priority",
            Save(new InterventionAnswers(Hardening() with { Priority = "Burglary" }), renamed).Problems.Single().Field
        );
        Assert.Equal(Result.Done, Save(About(id, null)));
        Assert.Equal((false, ""), (bid.Content.Interventions[0].ServesPriority, bid.Content.Interventions[0].Priority));

        Assert.Equal(Result.Done, Save(new NeedAnswers("", "Typed freely", ""), round.Window()));
        Assert.Equal(Result.Done, Save(new NeedAnswers("Why", "Typed freely", "")));
        Assert.Equal("Priority", Save(new NeedAnswers("Why", "Other words", "")).Problems.Single().Field);
        Assert.Equal(Result.Done, Save(new NeedAnswers("Why", "Burglary", "")));
    }
}
