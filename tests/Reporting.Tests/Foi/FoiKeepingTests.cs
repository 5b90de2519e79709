using System.Text.Json;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Tests.Foi;

/// <summary>How long a request says who made it.</summary>
[Rule]
public sealed class FoiKeepingTests
{
    private static readonly FoiKeeping Three = new(new(3, KeepingUnit.Years));
    private static readonly DateOnly Answered = new(2021, 3, 3);

    [Theory]
    [InlineData("2021-03-03", "2024-03-02", false)]
    [InlineData("2021-03-03", "2024-03-03", true)]
    [InlineData("2024-02-29", "2027-02-28", false)]
    [InlineData("2024-02-29", "2027-03-01", true)]
    [InlineData("2024-02-28", "2027-02-28", true)]
    [InlineData("2025-02-28", "2028-02-27", false)]
    [InlineData("2025-02-28", "2028-02-28", true)]
    [InlineData("2025-03-01", "2028-02-29", false)]
    public void IsOver_AfterThreeWholeYears_AlsoFrom29February(string closed, string today, bool over) =>
        Assert.Equal(over, Three.IsOver(DateOnly.Parse(closed), DateOnly.Parse(today)));

    [Theory]
    [InlineData("2021-03-03", "2024-03-03", "three years")]
    [InlineData("2021-03-03", "2026-03-02", "four years")]
    [InlineData("2024-02-29", "2025-03-01", "one year")]
    [InlineData("2024-02-29", "2026-02-28", "one year")]
    [InlineData("2005-01-03", "2021-01-03", "16 years")]
    public void Between_CountsWholeYears(string from, string to, string words) =>
        Assert.Equal(words, FoiKeeping.Between(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Fact]
    public void Forget_AfterThreeYears_KeepsQuestionsAndAnswers_AndNothingOfWhoAsked()
    {
        var request = Closed();
        request.Publish([], Given.Ann, GivenFoi.Noon(new(2021, 3, 10)));
        var before = request.Details;
        request.TakeRaised();

        Assert.False(request.Forget(Three, GivenFoi.Noon(new(2024, 3, 2))));
        Assert.True(request.Forget(Three, GivenFoi.Noon(new(2024, 3, 3))));
        Assert.False(request.Forget(Three, GivenFoi.Noon(new(2029, 3, 3))));

        Assert.Equal("Deleted on 3 March 2024, three years after the request was closed", request.Deleted);
        var all = JsonSerializer.Serialize(
            new
            {
                request.Requester,
                request.Background,
                request.Letter,
                request.Details,
                request.Steps,
            },
            Doors.Json
        );
        foreach (var who in new[] { "Ashby", "robin", "announced in July", "your aunt" })
            Assert.DoesNotContain(who, all, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            (before.Questions, before.Answers, before.PublishedQuestions, before.PublishedAt, before.Outcome),
            (
                request.Details.Questions,
                request.Details.Answers,
                request.Details.PublishedQuestions,
                request.Details.PublishedAt,
                request.Details.Outcome
            )
        );
        Assert.Equal(("Who asked was forgotten", Person.Platform), (request.Steps[^1].Text, request.Steps[^1].By));
        Assert.Contains(request.Steps, s => s.Text == "Clarification asked for");
        Assert.IsType<FoiRequesterDeleted>(Assert.Single(request.TakeRaised()));
    }

    [Fact]
    public void Forget_WhatSomebodyWaitsFor_Never()
    {
        var late = GivenFoi.Noon(new(2035, 1, 2));
        var open = GivenFoi.Received();
        var asked = GivenFoi.Received();
        var reviewed = Closed();
        asked.AskClarification("What?", Given.Ann, GivenFoi.Noon(new(2021, 2, 10)));
        reviewed.AskReview(new(2021, 4, 6), Given.Ann, GivenFoi.Noon(new(2021, 4, 6)));

        Assert.All([open, asked, reviewed], r => Assert.False(r.Forget(Three, late)));

        reviewed.Review(FoiReviewOutcome.Upheld, "As we told your aunt.", new(2021, 5, 4), Given.Ann, GivenFoi.Noon(new(2021, 5, 5)));
        Assert.False(reviewed.Forget(Three, GivenFoi.Noon(new(2024, 5, 4))));
        Assert.True(reviewed.Forget(Three, GivenFoi.Noon(new(2024, 5, 5))));
        Assert.Equal((FoiReviewOutcome.Upheld, ""), (reviewed.Details.Review!.Outcome, reviewed.Details.Review.Text));
        open.Withdraw(Given.Ann, GivenFoi.Noon(new(2021, 2, 11)));
        Assert.True(open.Forget(Three, GivenFoi.Noon(new(2024, 2, 11))));
    }

    /// <summary>Somebody who logs an old letter can still print it.</summary>
    [Fact]
    public void Forget_CountsFromTheDayOnWhichItWasRecorded()
    {
        var request = Closed(recorded: new(2025, 2, 12));

        Assert.False(request.Forget(Three, GivenFoi.Noon(new(2028, 2, 11))));
        Assert.True(request.Forget(Three, GivenFoi.Noon(new(2028, 2, 12))));
    }

    [Fact]
    public void Review_OfARequestWhoseRequesterIsForgotten_IsRefused()
    {
        var request = Closed();
        request.Forget(Three, GivenFoi.Noon(new(2024, 3, 3)));

        var result = request.AskReview(new(2024, 3, 4), Given.Ann, GivenFoi.Noon(new(2024, 3, 4)));

        Assert.Equal("foi-requester-deleted", result.Code);
        Assert.True(request.Publish([], Given.Ann, GivenFoi.Noon(new(2024, 3, 4))).IsDone);
    }

    private static FoiRequest Closed(DateOnly? recorded = null)
    {
        var request = GivenFoi.Received();
        request.AskClarification("Do you mean the street of your aunt?", Given.Ann, GivenFoi.Noon(new(2021, 2, 10)));
        request.Clarify(new(2021, 2, 11), "", Given.Ann, GivenFoi.Noon(new(2021, 2, 11)));
        request.Draft(GivenFoi.Answers000, Given.Ann, GivenFoi.Noon(Answered));
        Assert.True(request.Answer(Answered, GivenFoi.Office, FoiSentences.Usual, Given.Ann, GivenFoi.Noon(recorded ?? Answered)).IsDone);
        return request;
    }
}
