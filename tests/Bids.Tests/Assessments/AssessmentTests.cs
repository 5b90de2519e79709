using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Tests.Assessments;

[Rule]
public sealed class AssessmentTests
{
    private static readonly DateTimeOffset At = new(2025, 3, 3, 10, 0, 0, TimeSpan.Zero);
    private static readonly Criterion[] Criteria = [GivenAssessment.Need, GivenAssessment.Value];
    private static readonly CriterionScore[] Whole = [new(Criteria[0].Id, 3, "Figures"), new(Criteria[1].Id, 0, "None")];

    [Fact]
    public void MayBegin_OnlyAfterClosingAndWithCriteria()
    {
        var open = GivenModel.Round(GivenModel.NewRound() with { Criteria = Criteria });
        Assert.Equal("round-not-closed", Assessment.MayBegin(open).Code);
        open.Close(At);
        Assert.Equal(Result.Done, Assessment.MayBegin(open));
        var without = GivenModel.Round();
        without.Close(At);
        Assert.Equal("no-criteria", Assessment.MayBegin(without).Code);
    }

    [Fact]
    public void Score_BeforeTheInterest_IsRefused() =>
        Assert.Equal("interest-not-declared", Assigned().Score(Whole, false, Criteria, 1, At).Code);

    [Theory]
    [InlineData(null, "", "HasInterest")]
    [InlineData(true, " ", "Interest")]
    public void Declare_NotSaid_IsAsked(bool? hasInterest, string interest, string field)
    {
        var assessment = Assigned();
        Assert.Equal(field, Assert.Single(assessment.Declare(hasInterest, interest, 1, At).Problems).Field);
        Assert.Equal((1, AssessmentState.Assigned), (assessment.Version, assessment.State));
    }

    [Fact]
    public void Declare_AnInterest_EndsIt()
    {
        var assessment = Assigned();
        Assert.Equal(Result.Stale, assessment.Declare(true, "My sister", 0, At));
        Assert.Equal(Result.Done, assessment.Declare(true, "My sister", 1, At));
        Assert.Equal(Result.Done, assessment.Declare(true, "Again", 1, At));
        Assert.Equal("interest-settled", assessment.Declare(false, null, 2, At).Code);
        Assert.Equal("assessment-finished", assessment.Score(Whole, false, Criteria, 2, At).Code);
        Assert.Equal("interest-settled", assessment.Cancel(GivenModel.Olu, At).Code);
        Assert.Equal("My sister", Assert.IsType<InterestDeclared>(assessment.TakeRaised()[^1]).Details.Interest);
        Assert.Equal((2, AssessmentState.Conflicted, "My sister"), (assessment.Version, assessment.State, assessment.Interest));
    }

    [Fact]
    public void Declare_FoundOutWhileScoring_EndsItToo()
    {
        var assessment = Scoring();
        Assert.Equal(Result.Done, assessment.Score(Whole, false, Criteria, 2, At));
        Assert.Equal(Result.Done, assessment.Declare(true, "I know them", 3, At));
        Assert.False(assessment.Counts);
    }

    [Fact]
    public void Score_InParts_KeepsWhatWasNotSent()
    {
        var assessment = Scoring();
        Assert.Equal(Result.Done, assessment.Score([new(Criteria[0].Id, null, " Words first ")], false, Criteria, 2, At));
        Assert.Equal(Result.Done, assessment.Score([new(Criteria[1].Id, 4, "")], false, Criteria, 3, At));
        Assert.Equal([(null, "Words first"), (4, "")], assessment.Scores.Select(s => (s.Score, s.Justification)));
        Assert.Equal(Result.Done, assessment.Score([new(Criteria[1].Id, 4, "")], false, Criteria, 0, At));
        Assert.Equal(Result.Stale, assessment.Score([new(Criteria[1].Id, 3, "")], false, Criteria, 3, At));
        Assert.Equal(
            ["Scores[0].Score", "Scores[1].Justification"],
            assessment.Score([], true, Criteria, 4, At).Problems.Select(p => p.Field)
        );
        Assert.Equal((4, AssessmentState.Scoring), (assessment.Version, assessment.State));
    }

    [Fact]
    public void Score_OutOfBounds_IsSaidByField()
    {
        var assessment = Scoring();
        var wrong = assessment.Score(
            [new(Criteria[0].Id, 5, new('x', 2001)), new(Criteria[1].Id, -1, new('x', 2000)), new(Guid.NewGuid(), 1, "")],
            false,
            Criteria,
            2,
            At
        );
        Assert.Equal(["Scores", "Scores[0].Score", "Scores[0].Justification", "Scores[1].Score"], wrong.Problems.Select(p => p.Field));
        Assert.Empty(assessment.Scores);
    }

    [Fact]
    public void Score_Completed_Stays()
    {
        var assessment = Scoring();
        Assert.Equal(Result.Done, assessment.Score(Whole, true, Criteria, 2, At));
        Assert.Equal(Result.Done, assessment.Score(Whole, true, Criteria, 2, At.AddMinutes(1)));
        Assert.Equal("assessment-finished", assessment.Score([Whole[0] with { Score = 4 }], true, Criteria, 3, At).Code);
        Assert.Equal("assessment-finished", assessment.Score(Whole, false, Criteria, 3, At).Code);
        Assert.Equal("interest-settled", assessment.Declare(true, "Late", 3, At).Code);
        Assert.Equal("assessment-finished", assessment.Cancel(GivenModel.Olu, At).Code);
        Assert.Equal((3, At), (assessment.Version, assessment.CompletedAt));
    }

    [Fact]
    public void Cancel_ThenAskedAgain_BeginsWithTheInterest()
    {
        var assessment = Scoring();
        Assert.Equal(Result.Done, assessment.Cancel(GivenModel.Olu, At));
        Assert.Equal(Result.Done, assessment.Cancel(GivenModel.Olu, At));
        Assert.Equal("assessment-finished", assessment.Score(Whole, false, Criteria, 3, At).Code);
        assessment.AssignAgain(Sam, GivenModel.Olu, At);
        assessment.AssignAgain(Sam, GivenModel.Olu, At);
        Assert.Equal((4, AssessmentState.Assigned), (assessment.Version, assessment.State));
    }

    [Fact]
    public void AllComplete_CountsThoseWhoAreOnIt()
    {
        var done = Scoring();
        var waiting = Scoring();
        var conflicted = Assigned();
        var cancelled = Assigned();
        done.Score(Whole, true, Criteria, 2, At);
        conflicted.Declare(true, "Mine", 1, At);
        cancelled.Cancel(GivenModel.Olu, At);
        Assert.True(Assessment.AllComplete([done, conflicted, cancelled]));
        Assert.False(Assessment.AllComplete([done, waiting]));
        Assert.False(Assessment.AllComplete([conflicted, cancelled]));
        Assert.False(Assessment.AllComplete([]));
    }

    private static readonly KnownPerson Sam = KnownPerson.From(
        new(Guid.NewGuid(), 1, At, Person.Platform, new("Sam", "s@opcc.example", null, [Roles.Assessor], true))
    );

    private static Assessment Assigned() => Assessment.Assign(GivenModel.Submitted(GivenModel.Round()), Sam, GivenModel.Olu, At);

    private static Assessment Scoring()
    {
        var assessment = Assigned();
        Assert.Equal(Result.Done, assessment.Declare(false, null, 1, At));
        return assessment;
    }
}
