using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Rounds;

/// <summary>A round before and after it is published: <see cref="Round.Draft"/>, Edit, Publish, NextYear.</summary>
[Rule]
public sealed class RoundWritingTests
{
    private static readonly RoundAnswers Typed = NewRound() with
    {
        Questions = [new(Guid.NewGuid(), "Why?", "", false, 100)],
        Criteria = [new(Guid.NewGuid(), "Need", "", 2)],
    };

    [Fact]
    public void Draft_IsSeenByNobodyAndTakesEveryChange()
    {
        var round = Written();
        Assert.False(round.IsOpenAt(Open));
        Assert.False(Assert.IsType<RoundDrafted>(Assert.Single(round.TakeRaised())).Details.Published);
        Assert.Equal(
            Result.Done,
            round.Edit(Typed with { Reference = "OTHER1", CapPerBid = null, ClosesOn = new(2025, 3, 7) }, 1, Olu, Open)
        );
        Assert.Equal(
            ("OTHER1", null, new DateTimeOffset(2025, 3, 8, 0, 0, 0, TimeSpan.Zero), 2),
            (round.Reference, round.CapPerBid, round.ClosesAt, round.Version)
        );
    }

    [Fact]
    public void Edit_WhatSomebodyElseChanged_IsStale()
    {
        var round = Written();
        Assert.True(round.Edit(round.Answers with { About = "First" }, 1, Olu, Open).IsDone);
        Assert.Equal(ResultKind.Stale, round.Edit(round.Answers with { About = "Second" }, 1, Ann, Open).Kind);
        Assert.Equal(Result.Done, round.Edit(round.Answers with { About = " First " }, 1, Ann, Open));
        Assert.Equal(("First", 2), (round.About, round.Version));
    }

    [Fact]
    public void Edit_AfterAReminder_IsNotStale()
    {
        var round = Published();
        var read = round.Version;
        round.Remind([new(Melton, 0, 0, round.ClosesAt)], London.At(new(2025, 2, 14), new(8, 0)));
        Assert.Equal(read + 1, round.Version);
        Assert.Equal(Result.Done, round.Edit(round.Answers with { About = "New" }, read, Olu, Open));
    }

    [Fact]
    public void Edit_Published_AcceptsHarmlessChanges()
    {
        var round = Published();
        var asked = Typed.Questions![0] with { Hint = "Be short" };
        var scored = Typed.Criteria![0] with { Guidance = "Numbers" };
        Assert.Equal(
            Result.Done,
            round.Edit(
                Typed with
                {
                    About = "More",
                    Available = new Money(500),
                    ReminderDays = [3],
                    Questions = [asked],
                    Criteria = [scored],
                },
                round.Version,
                Olu,
                Open
            )
        );
        Assert.Equal(
            ("More", new Money(500), "Be short", "Numbers"),
            (round.About, round.Available, round.Questions[0].Hint, round.Criteria[0].Guidance)
        );
        Assert.True(Assert.IsType<RoundDrafted>(round.TakeRaised()[^1]).Details.Published);
    }

    public static TheoryData<string> Fixed =>
        [
            "reference",
            "name",
            "cap",
            "match",
            "priority",
            "deadline",
            "opening",
            "delivery",
            "themes",
            "invited",
            "question",
            "words",
            "criterion",
            "weight",
            "threshold",
        ];

    [Theory]
    [MemberData(nameof(Fixed))]
    public void Edit_Published_RefusesChangesToWhatBiddersHaveRead(string what)
    {
        var round = Published();
        var kept = round.Answers;
        var typed = what switch
        {
            "reference" => kept with { Reference = "OTHER1" },
            "name" => kept with { Name = "Other" },
            "cap" => kept with { CapPerBid = new Money(1) },
            "match" => kept with { MatchPercent = 50 },
            "priority" => kept with { PriorityPercent = 50 },
            "deadline" => kept with { ClosesOn = kept.ClosesOn.AddDays(1) },
            "opening" => kept with { OpensOn = kept.OpensOn.AddDays(1) },
            "delivery" => kept with { DeliveryTo = kept.DeliveryTo.AddDays(-1) },
            "themes" => kept with { Themes = ["Other"] },
            "invited" => kept with { Invited = [Melton] },
            "question" => kept with { Questions = [] },
            "words" => kept with { Questions = [kept.Questions![0] with { MostWords = 50 }] },
            "criterion" => kept with { Criteria = [kept.Criteria![0] with { Name = "Other" }] },
            "weight" => kept with { Criteria = [kept.Criteria![0] with { Weight = 9 }] },
            _ => kept with { ThresholdPercent = 65 },
        };
        Assert.Equal("round-published", round.Edit(typed, round.Version, Olu, Open).Code);
        Assert.Equal(
            kept with
            {
                Questions = null,
                Criteria = null,
                Themes = [],
                Invited = null,
                ReminderDays = null,
            },
            round.Answers with
            {
                Questions = null,
                Criteria = null,
                Themes = [],
                Invited = null,
                ReminderDays = null,
            }
        );
    }

    [Fact]
    public void Publish_TakesTheVersionThatWasSeen_Once()
    {
        var round = Written();
        round.Edit(round.Answers with { About = "Changed" }, 1, Ann, Open);
        Assert.Equal(ResultKind.Stale, round.Publish(1, Olu, Open).Kind);
        Assert.True(round.Publish(2, Olu, Open).IsDone);
        Assert.True(round.Publish(2, Olu, Open.AddDays(1)).IsDone);
        Assert.Equal(["RoundDrafted", "RoundDrafted", "RoundOpened"], round.TakeRaised().Select(e => e.GetType().Name));
        Assert.Equal(Open, round.PublishedAt);
    }

    [Fact]
    public void Publish_ARoundNobodyCouldBidIn_IsRefused()
    {
        Assert.Equal(
            "Deadline must be today or in the future",
            Assert.Single(Written().Publish(1, Olu, Written().ClosesAt).Problems).Message
        );
        var unscored = Round(NewRound() with { Published = false, ThresholdPercent = 65 }, draft: true);
        Assert.Equal("Add the criteria that the threshold is about", Assert.Single(unscored.Publish(1, Olu, Open).Problems).Message);
    }

    [Theory]
    [InlineData("CSP2023", "2023-02-28", "CSP2024", "2024-02-29")]
    [InlineData("CSP2024", "2024-02-29", "CSP2025", "2025-02-28")]
    [InlineData("CSP2025", "2025-02-28", "CSP2026", "2026-02-28")]
    [InlineData("SS5", "2025-06-30", "SS6", "2026-06-30")]
    [InlineData("CSF", "2025-06-30", "CSF2026", "2026-06-30")]
    [InlineData("SAFER99999", "2025-06-30", "SAFE100000", "2026-06-30")]
    public void NextYear_MovesDatesAndReference(string reference, string closesOn, string next, string nextClosesOn)
    {
        var closes = DateOnly.Parse(closesOn, null);
        var round = Bids
            .Rounds.Round.Draft(Typed with { Reference = reference, OpensOn = closes.AddMonths(-2), ClosesOn = closes }, Olu, Open)
            .Value;
        var copy = round.NextYear();
        Assert.Equal((next, DateOnly.Parse(nextClosesOn, null), false), (copy.Reference, copy.ClosesOn, copy.Published));
        Assert.Equal((new DateOnly(2026, 4, 1), new DateOnly(2028, 3, 31)), (copy.DeliveryFrom, copy.DeliveryTo));
        Assert.Equal("Community safety fund 2026/27", copy.Name);
        Assert.Equal(("Why?", "Need"), (copy.Questions![0].Text, copy.Criteria![0].Name));
        Assert.NotEqual(round.Questions[0].Id, copy.Questions[0].Id);
        Assert.NotEqual(round.Criteria[0].Id, copy.Criteria[0].Id);
        Assert.Empty(copy.Problems());
    }

    [Fact]
    public void NextYear_OfAMovedDeadline_GoesByWhereItStood()
    {
        var round = Published();
        round.Extend(new(2025, 3, 14), "Flood", Olu, Open);
        Assert.Equal(new DateOnly(2026, 2, 28), round.NextYear().ClosesOn);
    }

    private static Round Written() => Round(Typed, draft: true);

    private static Round Published() => Round(Typed);
}
