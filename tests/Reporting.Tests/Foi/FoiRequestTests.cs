using System.Text.Json;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Tests.Foi;

[Rule]
public sealed class FoiRequestTests
{
    private static readonly DateOnly Due = new(2021, 3, 4);

    [Fact]
    public void Receive_Seed000_IsDueOn4March()
    {
        var request = GivenFoi.Received();

        Assert.Equal((FoiState.Open, Due, 2), (request.State, request.DueOn, request.Details.Questions.Count));
        Assert.StartsWith("The specification for CCTV", request.Details.Questions[1]);
        Assert.EndsWith("make this clear.", request.Details.Questions[1]);
        Assert.Null(request.Details.WorkingDaysLate);
    }

    [Theory]
    [InlineData("x @a.example")]
    [InlineData("x@ a.example")]
    [InlineData("x@a.exa mple")]
    [InlineData("Jo <x@a.example>")]
    [InlineData("1 High Street, x.@a.example")]
    [InlineData("1 High Street\nx@a.example.")]
    [InlineData("x＠a.example")]
    public void Problems_AnAddressWithAnAtThatCannotWork_IsRefused(string contact) =>
        Assert.Equal(["Contact"], (GivenFoi.Seed000 with { Contact = contact }).Problems(new(2021, 2, 4)).Select(p => p.Field));

    [Theory]
    [InlineData("x\u200d@a.example", "x@a.example")]
    [InlineData("x@melt\u043en.example", "x@xn--meltn-mye.example")]
    [InlineData("1  High Street,\n Town", "1 High Street,\n Town")]
    [InlineData("1 High Street, x@a.example", "1 High Street, x@a.example")]
    public void Receive_AContact_IsWhatIsSeen(string typed, string kept)
    {
        var request = GivenFoi.Seed000 with { Contact = typed };
        Assert.Empty(request.Problems(new(2021, 2, 4)));
        Assert.Equal(kept, GivenFoi.Received(request).Requester.Contact);
    }

    [Fact]
    public void Events_NeverSayWhoAsked()
    {
        var request = GivenFoi.Received();
        Drafted(request);
        request.Answer(new(2021, 3, 3), GivenFoi.Office, FoiSentences.Usual, Given.Ann, GivenFoi.Noon(new(2021, 3, 3)));
        request.Publish([], Given.Ann, GivenFoi.Noon(new(2021, 3, 4)));

        var events = request.TakeRaised().Select(e => JsonSerializer.Serialize(e, e.GetType(), Doors.Json)).ToList();

        Assert.Equal(4, events.Count);
        Assert.All(events, e => Assert.DoesNotContain("Ashby", e, StringComparison.OrdinalIgnoreCase));
        Assert.All(events, e => Assert.DoesNotContain("announced in July", e));
        Assert.Contains("Dear Robin Ashby,", request.Letter);
    }

    [Theory]
    [InlineData("2021-03-03", 0)]
    [InlineData("2021-03-04", 0)]
    [InlineData("2021-03-05", 1)]
    [InlineData("2021-03-08", 2)]
    public void Answer_SaysHowLate_And0IsOnTime(string on, int late)
    {
        var request = GivenFoi.Received();
        Drafted(request);

        Assert.True(
            request.Answer(DateOnly.Parse(on), GivenFoi.Office, FoiSentences.Usual, Given.Ann, GivenFoi.Noon(new(2021, 4, 1))).IsDone
        );

        Assert.Equal(
            (late, FoiState.Answered, FoiOutcome.PartlyRefused),
            (request.Details.WorkingDaysLate, request.State, request.Details.Outcome)
        );
    }

    [Fact]
    public void Answer_WithoutADraft_BeforeReceipt_OrTomorrow_IsRefused()
    {
        var request = GivenFoi.Received();
        Assert.Equal("foi-no-answer", request.Answer(Due, GivenFoi.Office, FoiSentences.Usual, Given.Ann, GivenFoi.Noon(Due)).Code);
        Drafted(request);

        Assert.Equal(
            "The day on which the answer was sent must be 4 February 2021 or later",
            Said(request.Answer(new(2021, 2, 3), GivenFoi.Office, FoiSentences.Usual, Given.Ann, GivenFoi.Noon(Due)))
        );
        Assert.Equal(
            "The day on which the answer was sent must be today or in the past",
            Said(request.Answer(Due.AddDays(1), GivenFoi.Office, FoiSentences.Usual, Given.Ann, GivenFoi.Noon(Due)))
        );
        Assert.Null(request.Letter);
    }

    [Fact]
    public void Clarification_StopsTheClock_AndItsAnswerStartsANewTwentyDays()
    {
        var request = GivenFoi.Received();
        Assert.True(request.AskClarification("Which areas do you mean?", Given.Ann, GivenFoi.Noon(Due)).IsDone);
        Assert.Equal(
            (FoiState.AwaitingClarification, (DateOnly?)null, false),
            (request.State, request.NextDueOn, request.IsOverdue(new(2022, 1, 1)))
        );
        Assert.Equal("foi-awaiting-clarification", request.Draft(GivenFoi.Answers000, Given.Ann, GivenFoi.Noon(Due)).Code);

        Assert.True(request.Clarify(new(2021, 3, 29), "", Given.Ann, GivenFoi.Noon(new(2021, 3, 30))).IsDone);

        Assert.Equal((FoiState.Open, new DateOnly(2021, 4, 28), 2), (request.State, request.DueOn, request.Details.Questions.Count));
        Assert.Equal("foi-not-asked", request.Clarify(new(2021, 3, 29), "", Given.Ann, GivenFoi.Noon(new(2021, 3, 30))).Code);
    }

    [Fact]
    public void Clarification_AskedWhenTheTimeIsOver_StopsNothing()
    {
        var request = GivenFoi.Received();

        Assert.Equal("foi-overdue", request.AskClarification("What?", Given.Ann, GivenFoi.Noon(Due.AddDays(1))).Code);
        Assert.Equal(FoiState.Open, request.State);
    }

    [Fact]
    public void Clarify_BeforeItWasAsked_IsRefused()
    {
        var request = GivenFoi.Received();
        request.AskClarification("What?", Given.Ann, GivenFoi.Noon(new(2021, 2, 10)));

        Assert.Equal(
            "The day on which the requester answered must be 10 February 2021 or later",
            Said(request.Clarify(new(2021, 2, 9), "", Given.Ann, GivenFoi.Noon(new(2021, 2, 12))))
        );
    }

    [Fact]
    public void Clarify_OtherQuestions_DropsTheDraft()
    {
        var request = GivenFoi.Received();
        Drafted(request);
        request.AskClarification("What?", Given.Ann, GivenFoi.Noon(new(2021, 2, 10)));

        request.Clarify(new(2021, 2, 11), "1. Only the areas", Given.Ann, GivenFoi.Noon(new(2021, 2, 12)));

        Assert.Equal(["Only the areas"], request.Details.Questions);
        Assert.Empty(request.Details.Answers);
    }

    [Fact]
    public void Extend_KeepsBothDates_AndIsForAQualifiedExemptionAlone()
    {
        var request = GivenFoi.Received();
        var at = GivenFoi.Noon(Due);
        Assert.Equal(
            "Select the qualified exemption whose public interest you weigh",
            Said(request.Extend("21", "We weigh it.", new(2021, 4, 1), Given.Ann, at))
        );
        Assert.Equal(
            "The new date must be after 4 March 2021, when the answer is due now",
            Said(request.Extend("31", "We weigh it.", Due, Given.Ann, at))
        );
        Assert.Equal(
            "The new date must be 4 March 2022 or earlier: check its year",
            Said(request.Extend("31", "We weigh it.", new(2099, 4, 1), Given.Ann, at))
        );
        Assert.Equal("The new date must be a working day", Said(request.Extend("31", "We weigh it.", new(2021, 4, 2), Given.Ann, at)));
        Assert.Equal("Enter why more time is needed", Said(request.Extend("31", " ", new(2021, 4, 1), Given.Ann, at)));

        Assert.True(request.Extend("31", "We weigh it.", new(2021, 4, 1), Given.Ann, at).IsDone);

        Assert.Equal(new(2021, 4, 1), request.DueOn);
        Assert.Equal(new FoiExtension(Due, "31", "We weigh it.", Due, new(2021, 4, 1)), Assert.Single(request.Details.Extensions));
        Assert.Equal("foi-overdue", request.Extend("31", "Again.", new(2021, 5, 4), Given.Ann, GivenFoi.Noon(new(2021, 4, 2))).Code);
    }

    [Theory]
    [InlineData("31", "", "", "Enter why the public interest is in withholding it: section 31 is qualified")]
    [InlineData("21", "", "", "Enter where the information can be found")]
    [InlineData("99", "", "", "Select the exemption")]
    [InlineData("40", "", "", null)]
    [InlineData("21", "", "https://example.org", null)]
    [InlineData("31", "It helps burglars.", "", null)]
    public void Draft_AsksWhatAnExemptionNeeds(string section, string reason, string address, string? problem)
    {
        var request = GivenFoi.Received();
        var withheld = new FoiWithheld("the models", section, reason, false) { Address = address };

        var result = request.Draft([GivenFoi.Words("a"), new("b", true, [withheld])], Given.Ann, GivenFoi.Noon(Due));

        Assert.Equal(problem, result.Problems.Count == 0 ? null : result.Problems[0].Message);
        Assert.Equal(problem is null ? 2 : 0, request.Details.Answers.Count);
    }

    [Fact]
    public void Draft_LogsEachWithholdingOnce()
    {
        var request = GivenFoi.Received();
        Drafted(request);
        request.Draft([GivenFoi.Words("Other words"), GivenFoi.Answers000[1]], Given.Ann, GivenFoi.Noon(Due));

        Assert.Equal(
            [
                "Answer drafted. Automatic Number Plate Recognition (ANPR) cameras: model and description withheld under section 31",
                "Answer drafted",
            ],
            request.Steps.Skip(1).Select(s => s.Text)
        );
        var version = request.Version;
        request.Draft([GivenFoi.Words("Other words "), GivenFoi.Answers000[1]], Given.Ann, GivenFoi.Noon(Due));
        Assert.Equal(version, request.Version);
    }

    public static TheoryData<FoiOutcome, FoiAnswer[]> Outcomes =>
        new()
        {
            { FoiOutcome.Held, [GivenFoi.Words("a"), GivenFoi.Words("")] },
            { FoiOutcome.NotHeld, [new("", false, []), new("We have none.", false, [])] },
            { FoiOutcome.Held, [new("No.", false, []), GivenFoi.Words("a")] },
            { FoiOutcome.PartlyRefused, [GivenFoi.Words("a"), new("", true, [new("x", "40", "", true)])] },
            { FoiOutcome.Refused, [GivenFoi.Words(""), new("", true, [new("x", "40", "", true)])] },
        };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void OutcomeOf_FollowsFromTheAnswers(FoiOutcome outcome, FoiAnswer[] answers) =>
        Assert.Equal(outcome, FoiRequest.OutcomeOf(answers));

    [Fact]
    public void Review_IsDueIn20WorkingDays_AndAnsweredOnce()
    {
        var request = Answered();
        Assert.True(request.AskReview(new(2021, 3, 10), Given.Ann, GivenFoi.Noon(new(2021, 3, 11))).IsDone);
        Assert.Equal((new DateOnly(2021, 4, 12), true), (request.NextDueOn, request.IsOpen));

        Assert.Equal(
            ["Select whether the answer stands", "Enter what the review found"],
            request.Review(null, "", new(2021, 3, 20), Given.Ann, GivenFoi.Noon(new(2021, 4, 1))).Problems.Select(p => p.Message)
        );
        Assert.True(
            request
                .Review(FoiReviewOutcome.PartlyUpheld, "The number is given.", new(2021, 4, 1), Given.Ann, GivenFoi.Noon(new(2021, 4, 1)))
                .IsDone
        );

        Assert.False(request.IsOpen);
        Assert.Equal("foi-reviewed", request.AskReview(new(2021, 4, 1), Given.Ann, GivenFoi.Noon(new(2021, 4, 1))).Code);
    }

    [Fact]
    public void Publish_BeforeTheAnswer_IsRefused_AndTheQuestionsMayBePutOtherwise()
    {
        Assert.Equal("foi-not-answered", GivenFoi.Received().Publish([], Given.Ann, GivenFoi.Noon(Due)).Code);
        var request = Answered();

        Assert.Equal("Enter each of the 2 questions", Said(request.Publish(["One"], Given.Ann, GivenFoi.Noon(Due))));
        Assert.True(request.Publish(["One", "Two"], Given.Ann, GivenFoi.Noon(Due)).IsDone);

        Assert.Equal(["One", "Two"], request.Details.PublishedQuestions);
    }

    [Fact]
    public void Withdraw_EndsIt()
    {
        var request = GivenFoi.Received();
        Assert.True(request.Withdraw(Given.Ann, GivenFoi.Noon(Due)).IsDone);

        Assert.Equal((FoiState.Withdrawn, false), (request.State, request.IsOpen));
        Assert.Equal("foi-withdrawn", request.Draft(GivenFoi.Answers000, Given.Ann, GivenFoi.Noon(Due)).Code);
        Assert.Equal("foi-answered", Answered().Withdraw(Given.Ann, GivenFoi.Noon(Due)).Code);
    }

    [Fact]
    public void Problems_OfARequestWithoutAnything_SayWhatToEnter() =>
        Assert.Equal(["Subject", "Questions", "Name", "Contact", "ReceivedOn"], new NewFoiRequest().Problems(Due).Select(p => p.Field));

    [Fact]
    public void Problems_ReceivedTomorrow_IsOne()
    {
        Assert.Equal(
            "The day on which it was received must be today or in the past",
            Assert.Single(GivenFoi.Seed000.Problems(new(2021, 2, 3))).Message
        );
        Assert.Empty(GivenFoi.Seed000.Problems(new(2021, 2, 4)));
    }

    private static FoiRequest Answered()
    {
        var request = GivenFoi.Received();
        Drafted(request);
        request.Answer(new(2021, 3, 3), GivenFoi.Office, FoiSentences.Usual, Given.Ann, GivenFoi.Noon(new(2021, 3, 3)));
        return request;
    }

    private static void Drafted(FoiRequest request) =>
        Assert.True(request.Draft(GivenFoi.Answers000, Given.Ann, GivenFoi.Noon(new(2021, 3, 1))).IsDone);

    private static string Said(Result result) => Assert.Single(result.Problems).Message;
}
