using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Tests.Assessments;

[Rule]
public sealed class ModerationTests
{
    private static readonly DateTimeOffset At = new(2025, 3, 10, 10, 0, 0, TimeSpan.Zero);
    private static readonly Criterion[] Criteria = [GivenAssessment.Need, GivenAssessment.Value];
    private readonly Round round = GivenModel.Round(GivenModel.NewRound() with { Criteria = Criteria });
    private readonly Bid bid;
    private readonly Assessment assessment;

    public ModerationTests()
    {
        bid = GivenModel.Submitted(round);
        assessment = Assessment.Assign(
            bid,
            KnownPerson.From(new(Guid.NewGuid(), 1, At, Person.Platform, new("Sam", "", null, [Roles.Assessor], true))),
            GivenModel.Olu,
            At
        );
        bid.Assign(GivenModel.Olu, At);
        assessment.Declare(false, null, 1, At);
        assessment.Score([new(Criteria[0].Id, 4, "Y"), new(Criteria[1].Id, 0, "N")], true, Criteria, 2, At);
    }

    private static ModerationAnswers Typed(IReadOnlyList<Award>? recommended = null) =>
        new([new(Criteria[0].Id, 3, " So "), new(Criteria[1].Id, 2, "So")], recommended, [" One ", "", "Two"], null);

    private Result Agree(Moderation moderation, ModerationAnswers typed, int version = 0) =>
        moderation.Agree(typed, bid, round, [assessment], version, GivenModel.Olu, At);

    [Fact]
    public void Agree_WithoutAmounts_RecommendsWhatIsAskedFor()
    {
        var moderation = Moderation.Of(bid);
        Assert.Equal(Result.Done, Agree(moderation, Typed()));
        Assert.Equal(
            (68.75m, bid.Content.Total, "One|Two", "So"),
            (moderation.Percent, moderation.Total, string.Join('|', moderation.Conditions), moderation.Scores[0].Reason)
        );
        var happened = Assert.IsType<BidModerated>(Assert.Single(moderation.TakeRaised()));
        Assert.Equal((1, 68.75m, bid.Reference), (happened.Version, happened.Details.Percent, happened.Details.BidReference));
    }

    [Fact]
    public void Agree_LessOrNothing_IsTaken_MoreOrSomethingElseIsNot()
    {
        var asked = ModerationAnswers.AsAsked(bid.Content);
        var none = Moderation.Of(bid);
        Assert.Equal(Result.Done, Agree(none, Typed([asked[0] with { Amount = Money.Zero }])));
        Assert.Equal(Money.Zero, none.Total);
        Assert.Equal(
            ["Recommended[0].Amount"],
            Agree(Moderation.Of(bid), Typed([asked[0] with { Amount = new(asked[0].Amount.Pence + 1) }])).Problems.Select(p => p.Field)
        );
        Assert.Equal(
            ["Recommended[0].Amount"],
            Agree(Moderation.Of(bid), Typed([asked[0] with { Amount = new(-1) }])).Problems.Select(p => p.Field)
        );
        Assert.Equal(
            ["Recommended"],
            Agree(Moderation.Of(bid), Typed([asked[0] with { Kind = SpendKind.Capital }])).Problems.Select(p => p.Field)
        );
    }

    [Fact]
    public void Agree_SomethingMissing_IsSaidByField()
    {
        var wrong = Agree(
            Moderation.Of(bid),
            new([new(Criteria[0].Id, 5, ""), new(Guid.NewGuid(), 1, "x")], null, [new('c', 501)], new('c', 2001))
        );
        Assert.Equal(
            ["Scores", "Scores[0].Score", "Scores[0].Reason", "Scores[1].Score", "Scores[1].Reason", "Conditions", "Comment"],
            wrong.Problems.Select(p => p.Field)
        );
    }

    [Fact]
    public void Agree_Revised_NeedsTheVersionThatWasRead()
    {
        var moderation = Moderation.Of(bid);
        Agree(moderation, Typed());
        Assert.Equal(Result.Done, Agree(moderation, Typed()));
        Assert.Equal(Result.Stale, Agree(moderation, Typed() with { Comment = "More" }));
        Assert.Equal(Result.Done, Agree(moderation, Typed() with { Comment = "More" }, 1));
        Assert.Equal([1, 2], moderation.TakeRaised().Select(e => e.Version));
    }

    [Fact]
    public void Agree_BeforeAllAreComplete_OrAfterTheDecision_IsRefused()
    {
        var other = Assessment.Assign(
            bid,
            KnownPerson.From(new(Guid.NewGuid(), 1, At, Person.Platform, new("Tom", "", null, [Roles.Assessor], true))),
            GivenModel.Olu,
            At
        );
        Assert.Equal(
            "assessment-not-complete",
            Moderation.Of(bid).Agree(Typed(), bid, round, [assessment, other], 0, GivenModel.Olu, At).Code
        );
        bid.Decide("EXE001-25", Decision.Supported, GivenModel.Olu, At);
        Assert.Equal("not-under-assessment", Agree(Moderation.Of(bid), Typed()).Code);
    }
}
