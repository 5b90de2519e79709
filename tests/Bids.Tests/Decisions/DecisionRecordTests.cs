using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Decisions;

[Rule]
public sealed class DecisionRecordTests
{
    // Half past midnight on 1 April in London.
    private static readonly DateTimeOffset At = new(2025, 3, 31, 23, 30, 0, TimeSpan.Zero);
    private static readonly Person Kira = new(Guid.NewGuid(), "Kira Hughes");
    private static readonly Person Claire = new(Guid.NewGuid(), "Claire Trewartha");
    private static readonly Person Rupert = new(Guid.NewGuid(), "Rupert Matthews");
    private readonly Round round = Round();

    [Fact]
    public void FourPeople_InOrder_DecideTheBids()
    {
        var bid = Submitted(round);
        var record = Begin(bid);
        Assert.True(Advance(record, DecisionStep.AwaitingDecision).IsDone);
        Assert.Equal(Result.Done, Sign(record, bid, Decision.Supported));
        Assert.Equal(
            ["DecisionDrafted", "DecisionDrafted", "DecisionApproved", "PublicationDetermined", "DecisionRecorded"],
            record.TakeRaised().Select(e => e.GetType().Name)
        );
        Assert.Equal(
            (DecisionStep.Decided, new DateOnly(2025, 4, 1), Decision.Supported),
            (record.Step, record.DecidedOn, record.Details.Decision)
        );
        Assert.Equal(
            (
                new SignOff(Kira, Roles.Finance, "Chief Executive", At),
                new SignOff(Rupert, Roles.Commissioner, "Police and Crime Commissioner", At)
            ),
            (record.Details.Approval, record.Details.Signature)
        );
        Assert.Equal(
            (Olu.UserId, Kira.UserId, Claire.UserId, Rupert.UserId),
            (record.Writers.Single(), record.Approver, record.Determiner, record.Commissioner)
        );
        Assert.Equal(BidState.Decided, bid.State);
        Assert.Equal("EXE005-25", Assert.IsType<BidDecided>(Assert.Single(bid.TakeRaised())).DecisionReference);
    }

    [Fact]
    public void Sign_Deferred_LeavesTheBidWaiting()
    {
        var bid = Submitted(round);
        var record = Taken(DecisionStep.AwaitingDecision, bid);
        Assert.True(Sign(record, bid, Decision.Deferred).IsDone);
        Assert.True(bid.AwaitsDecision);
    }

    [Theory]
    [InlineData(DecisionStep.Draft)]
    [InlineData(DecisionStep.AwaitingApproval)]
    [InlineData(DecisionStep.AwaitingDetermination)]
    [InlineData(DecisionStep.AwaitingDecision)]
    [InlineData(DecisionStep.Decided)]
    [InlineData(DecisionStep.Dropped)]
    public void EachAct_IsDoneAtItsOwnStepAlone(DecisionStep step)
    {
        var bid = Submitted(round);
        (DecisionStep At, Func<DecisionRecord, Result> Act)[] acts =
        [
            (DecisionStep.Draft, r => r.Write(Draft(bid, "Other"), [new(bid, round)], [], null, Olu, At)),
            (DecisionStep.Draft, r => r.Submit(Olu, At)),
            (DecisionStep.AwaitingApproval, r => r.Approve("Chief Executive", Kira, At)),
            (DecisionStep.AwaitingApproval, r => r.Return("Sums", Kira, At)),
            (DecisionStep.AwaitingDetermination, r => r.Determine(true, true, "", [], Claire, At)),
            (DecisionStep.AwaitingDecision, r => Sign(r, bid, Decision.Supported)),
            (DecisionStep.Decided, r => r.Publish(Olu, At)),
        ];
        foreach (var (at, act) in acts)
        {
            var record = Taken(step, Submitted(round));
            var before = record.Details;
            var result = act(record);
            Assert.Equal(at == step, result.IsDone);
            if (at != step)
                Assert.Equal(("not-at-this-step", before), (result.Code, record.Details));
        }
    }

    [Fact]
    public void SignedParts_StayAsTheyWereSigned()
    {
        var bid = Submitted(round);
        var record = Taken(DecisionStep.AwaitingDecision, bid);
        var signed = record.Details;
        Sign(record, bid, Decision.NotSupported);
        Assert.Equal(
            signed with
            {
                Step = record.Details.Step,
                Decision = record.Details.Decision,
                DecidedOn = record.Details.DecidedOn,
                Signature = record.Details.Signature,
            },
            record.Details
        );
        Assert.Equal("decided", record.Drop(Olu, At).Code);
    }

    [Fact]
    public void OnePerson_CannotTakeTwoParts()
    {
        var (bid, other) = (Submitted(round), new Person(Guid.NewGuid(), "Other officer"));
        var record = Begin(bid);
        record.Write(Draft(bid, "Changed"), [new(bid, round)], [], null, other, At);
        record.Submit(Olu, At);
        Assert.Equal("same-person", record.Approve("Chief Executive", Olu, At).Code);
        Assert.Equal("same-person", record.Approve("Chief Executive", other, At).Code);
        record.Approve("Chief Executive", Kira, At);
        Assert.Equal("same-person", record.Determine(true, true, "", [], Kira, At).Code);
        record.Determine(true, true, "", [], Claire, At);
        foreach (var person in (Person[])[Olu, other, Kira, Claire])
            Assert.Equal("same-person", record.Sign(Decision.Supported, [new(bid, round)], [], null, person, At).Code);
        Assert.True(record.Sign(Decision.Supported, [new(bid, round)], [], null, Rupert, At).IsDone);
    }

    [Fact]
    public void WhatIsTyped_IsChecked()
    {
        var bid = Submitted(round);
        var record = Begin(bid);
        Assert.Equal("Summary", Begin(bid, summary: "").Submit(Olu, At).Problems.Single().Field);
        record.Submit(Olu, At);
        Assert.Equal("Office", Fields(record.Approve("Chief", Kira, At)));
        Assert.Equal("Reason", Fields(record.Return("", Kira, At)));
        Assert.Equal("Reason", Fields(record.Return(new('r', 1001), Kira, At)));
        record.Approve("Chief Finance Officer", Kira, At);
        Assert.Equal("PublishRecord PublishDecision", Fields(record.Determine(null, null, "", [], Claire, At)));
        Assert.Equal("Reasons", Fields(record.Determine(true, false, "", [], Claire, At)));
        Assert.Equal("Reasons", Fields(record.Determine(false, true, "It is awkward to disorder", [], Claire, At)));
        record.Determine(false, false, "Article 3 of the 2011 Order", [], Claire, At);
        Assert.Equal("Article 3 of the 2011 Order", record.Details.WithheldBecause);
        Assert.Equal("Decision", Fields(record.Sign(null, [new(bid, round)], [], null, Rupert, At)));
        Assert.Equal("Decision", Fields(record.Sign((Decision)7, [new(bid, round)], [], null, Rupert, At)));
    }

    [Fact]
    public void Returned_IsADraftAgainAndSaysWhy()
    {
        var record = Taken(DecisionStep.AwaitingApproval, Submitted(round));
        Assert.True(record.Return("The sums", Kira, At).IsDone);
        Assert.Equal((DecisionStep.Draft, "The sums"), (record.Step, record.ReturnedBecause));
        Assert.True(record.Submit(Olu, At).IsDone);
        Assert.Null(record.ReturnedBecause);
    }

    [Fact]
    public void Draft_WithImpossibleAmounts_IsRefused()
    {
        var bid = Submitted(round);
        var id = bid.Content.Interventions[0].Id;
        string Refusal(DraftIntervention typed) =>
            Assert
                .Single(
                    DecisionRecord
                        .MayBegin(Draft(bid) with { Items = [new(bid.Reference, Interventions: [typed])] }, [new(bid, round)], [])
                        .Problems
                )
                .Message;
        Assert.Equal(
            "Target hardening in 2025/26: amount must be £0 or more",
            Refusal(new(id, [new(new(2025), SpendKind.Revenue, Money.FromPounds(-1))]))
        );
        Assert.Equal(
            "Target hardening in 2025/26: amount must be £0 or more",
            Refusal(new(id, [new(new(2025), SpendKind.Revenue, Money.Zero, Money.FromPounds(-1))]))
        );
        Assert.Equal(
            "Target hardening: 2024/25 is not a funding year of Community safety fund 2025/26",
            Refusal(new(id, [new(new(2024), SpendKind.Revenue, Money.FromPounds(1))]))
        );
        Assert.Equal(
            "Target hardening: enter each year’s capital and revenue once",
            Refusal(new(id, [new(new(2025), SpendKind.Revenue, Money.Zero), new(new(2025), SpendKind.Revenue, Money.Zero)]))
        );
        var unknown = Guid.NewGuid();
        Assert.Equal($"CSP2025-MEL-03 has no intervention {unknown}", Refusal(new(unknown)));
        Assert.Equal(DecisionDraft.NothingToDecide, DecisionRecord.MayBegin(new() { Title = "T" }, [], []).Problems.Single().Message);
        Assert.Equal(
            "There is no bid NONE",
            DecisionRecord.MayBegin(new() { Title = "T", Items = [new("NONE")] }, [], []).Problems.Single().Message
        );
        Assert.Equal("Title", Fields(DecisionRecord.MayBegin(Draft(bid, new('t', 201)), [new(bid, round)], [])));
        var unsubmitted = Complete(round);
        Assert.Equal(
            "CSP2025-MEL-03 does not await a decision",
            DecisionRecord.MayBegin(Draft(unsubmitted), [new(unsubmitted, round)], []).Problems.Single().Message
        );
        var record = Taken(DecisionStep.AwaitingDecision, bid);
        bid.Withdraw("", Ann, At);
        Assert.Equal("not-awaiting-decision", Sign(record, bid, Decision.Supported).Code);
    }

    [Fact]
    public void Publish_IsAsDetermined()
    {
        var record = Taken(DecisionStep.AwaitingDetermination, Submitted(round));
        record.Determine(false, false, "section 43", [], Claire, At);
        var bid = Submitted(round);
        Sign(record, bid, Decision.Supported);
        Assert.Equal("withheld", record.Publish(Olu, At).Code);
        var open = Taken(DecisionStep.Decided, bid = Submitted(round));
        Assert.True(open.Publish(Olu, At).IsDone);
        var version = open.Version;
        Assert.True(open.Publish(Olu, At).IsDone);
        Assert.Equal((version, At, true), (open.Version, open.PublishedAt, open.IsPublic));
    }

    [Fact]
    public void Correction_SupersedesWhatItCorrects_UnlessAGrantIsInTheWay()
    {
        var bid = Submitted(round);
        var wrong = Taken(DecisionStep.Draft, bid);
        Assert.Equal("not-decided", wrong.MayCorrect().Code);
        Advance(wrong, DecisionStep.AwaitingDecision);
        Sign(wrong, bid, Decision.Supported);
        wrong.TakeRaised();
        var right = wrong.Correct("EXE006-25", Olu, At);
        Assert.Equal(
            (DecisionStep.Draft, "EXE005-25", null, null),
            (right.Step, right.Details.Supersedes, right.Details.Approval, right.Details.Decision)
        );
        Assert.True(right.Write(Draft(bid, "Right"), [new(bid, round)], [], wrong, Olu, At).IsDone);
        Assert.Equal(
            "CSP2025-MEL-03 does not await a decision",
            right.Write(Draft(bid, "Right"), [new(bid, round)], [], null, Olu, At).Problems.Single().Message
        );
        Advance(right, DecisionStep.AwaitingDecision);
        Assert.Equal("has-grant", Sign(right, bid, Decision.NotSupported, [bid.Reference], wrong).Code);
        Assert.Equal(
            "CSP2025-MEL-03 has a grant. Vary the grant instead",
            Sign(right, bid, Decision.Deferred, [bid.Reference], wrong).Problems.Single().Message
        );
        Assert.Equal("already-decided", Sign(right, bid, Decision.Deferred, [], wrong).Code);
        Assert.True(Sign(right, bid, Decision.Supported, [bid.Reference], wrong).IsDone);
        Assert.Equal("EXE006-25", Assert.IsType<DecisionSuperseded>(Assert.Single(wrong.TakeRaised())).Details.SupersededBy);
        Assert.Equal("superseded", wrong.MayCorrect().Code);
    }

    [Fact]
    public void Dropped_KeepsItsNumberAndIsSignedNoMore()
    {
        var record = Taken(DecisionStep.AwaitingDecision, Submitted(round));
        record.TakeRaised();
        Assert.True(record.Drop(Olu, At).IsDone);
        Assert.Equal(
            ("EXE005-25", "EXE005-25"),
            (record.Reference, Assert.IsType<DecisionSuperseded>(Assert.Single(record.TakeRaised())).Details.SupersededBy)
        );
        Assert.True(record.Drop(Olu, At).IsDone);
        Assert.Empty(record.TakeRaised());
    }

    [Fact]
    public void Warnings_SayWhatIsLateAndWhatIsMoreThanAsked()
    {
        var bid = Submitted(round);
        var record = Begin(bid);
        Assert.Empty(record.Details.Warnings([new(bid, round)], new(2025, 4, 1)));
        Assert.Equal(
            ["This would be signed on 2 April 2025 for spending from 1 April 2025"],
            record.Details.Warnings([new(bid, round)], new(2025, 4, 2))
        );
        var line = new DraftIntervention(bid.Content.Interventions[0].Id, [new(new(2025), SpendKind.Revenue, Money.FromPounds(9_500))]);
        record.Write(
            Draft(bid) with
            {
                Date = new(2025, 4, 1),
                ReceivedOn = new(2025, 4, 2),
                Items = [new(bid.Reference, "Melton Mowbray", [line])],
            },
            [new(bid, round)],
            [],
            null,
            Olu,
            At
        );
        Assert.Equal(
            [
                "It was received on 2 April 2025, after its date of 1 April 2025",
                "Melton Mowbray in 2025/26: £9,500, where £9,000 was asked for",
                "Melton Mowbray, Target hardening in 2025/26: £9,500 revenue is more than the £9,000 asked for",
            ],
            record.Details.Warnings([new(bid, round)], new(2025, 4, 1))
        );
        Assert.Equal(
            [
                new("Melton Mowbray", new(2025), Money.FromPounds(9_000), Money.FromPounds(9_500)),
                new("Melton Mowbray", new(2026), Money.Zero, Money.Zero),
            ],
            record.Details.Sums([new(bid, round)])
        );
    }

    // EXE005-24: "year 2 would have a reduction of £180k"; the tables take away 11,000 + 50,000 + 39,540 + 28,000.
    [Theory]
    [InlineData(180_000, "£128,540 of the reduction of £180,000 is explained: the tables do not say where the other £51,460 was taken")]
    [InlineData(128_540, null)]
    [InlineData(100_000, "The tables take away £128,540, which is more than the reduction of £100,000")]
    [InlineData(null, null)]
    public void Reduction_IsComparedWithWhatTheTablesTakeAway(int? pounds, string? warning)
    {
        var bid = Submitted(round);
        var id = bid.Content.Interventions[0].Id;
        var record = Begin(bid).Details with
        {
            Reduction = pounds is { } some ? Money.FromPounds(some) : null,
            Items =
            [
                Item(Award(0, 11_000), Award(43_750, 93_750), new(id, new(2023), SpendKind.Revenue, Money.FromPounds(85_060))),
                Item(Award(0, 39_540), Award(0, 28_000), Award(9_000, 8_000)),
            ],
        };
        var said = record.Warnings([new(bid, round)], new(2025, 4, 1)).Where(w => w.Contains("reduction")).ToList();
        Assert.Equal(warning is null ? [] : [warning], said);

        Award Award(int now, int before) => new(id, new(2024), SpendKind.Revenue, Money.FromPounds(now), Money.FromPounds(before));
        DecidedBid Item(params Award[] awards) =>
            new(bid.Reference, bid.Partnership, "Place", [new DecidedIntervention(id, "A", awards, [], [])], []);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("Chief Finance Officer", true)]
    [InlineData("Treasurer", false)]
    [InlineData(null, false)]
    public void Approve_NamesAnOfficeOrExpresslyNone(string? office, bool isDone)
    {
        var record = Taken(DecisionStep.AwaitingApproval, Submitted(round));
        Assert.Equal(isDone, record.Approve(office, Kira, At).IsDone);
        Assert.Equal(isDone ? office : null, record.Details.Approval?.Office);
    }

    private static string Fields(Result result) => string.Join(' ', result.Problems.Select(p => p.Field));

    private static DecisionDraft Draft(Bid bid, string title = "Round one", string summary = "Why") =>
        new()
        {
            Title = title,
            Summary = summary,
            Items = [new(bid.Reference)],
        };

    private DecisionRecord Begin(Bid bid, string summary = "Why")
    {
        Assert.Equal(Result.Done, DecisionRecord.MayBegin(Draft(bid, summary: summary), [new(bid, round)], []));
        return DecisionRecord.Begin("EXE005-25", Draft(bid, summary: summary), [new(bid, round)], Olu, At);
    }

    private Result Sign(DecisionRecord record, Bid bid, Decision decision, string[]? granted = null, DecisionRecord? corrected = null) =>
        record.Sign(decision, [new(bid, round)], granted ?? [], corrected, Rupert, At);

    private DecisionRecord Taken(DecisionStep step, Bid bid)
    {
        var record = Begin(bid);
        Advance(record, step);
        if (step == DecisionStep.Decided)
            Assert.True(Sign(record, bid, Decision.Supported).IsDone);
        if (step == DecisionStep.Dropped)
            record.Drop(Olu, At);
        Assert.Equal(step, record.Step);
        return record;
    }

    private static Result Advance(DecisionRecord record, DecisionStep until)
    {
        if (until is DecisionStep.Draft or DecisionStep.Dropped)
            return Result.Done;
        var result = record.Submit(Olu, At);
        if (until >= DecisionStep.AwaitingDetermination)
            result = record.Approve("Chief Executive", Kira, At);
        if (until >= DecisionStep.AwaitingDecision)
            result = record.Determine(true, true, "", [], Claire, At);
        return result;
    }
}
