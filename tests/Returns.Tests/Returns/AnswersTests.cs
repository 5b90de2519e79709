using System.Net;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns;

/// <summary>Each part that was sent back has its answer before the return is handed over again.</summary>
public class AnswersTests(RunningService<ReturnsService> service)
{
    private static readonly string[] Sections = [Given.Hardening.Id.ToString(), "outcomes", "underspend", "rating"];

    [Fact]
    public async Task HandOver_OneOfFourAnswered_NamesTheOtherThree()
    {
        var owed = await SentBackAsync();
        await service.SaveAsync(owed, $"{owed.Address}/answers/outcomes", ("Answer", "Added the survey"));
        var page = await service.Editor.PostAndStayAsync($"{owed.Address}/check-answers?handler=HandOver");
        Assert.Equal(
            [
                "Answer what the office asked about Target hardening",
                "Answer what the office asked about Underspend",
                "Answer what the office asked about Overall rating",
            ],
            page.Errors()
        );
        var links = page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains($"{owed.Address}/answers/rating?return=check", links);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await service.Editor.SendJsonAsync(HttpMethod.Post, $"/api{owed.Address}/ready", null)).StatusCode
        );
        Assert.Equal(ReturnState.SentBack, (await service.ReturnAsync(owed.Id)).State);
    }

    [Fact]
    public async Task AllAnswered_TheOfficeReadsReasonAndAnswerSideBySide_AndHistoryKeepsBoth()
    {
        var owed = await SentBackAsync();
        foreach (var section in Sections)
        {
            var read = await service.ReturnAsync(owed.Id);
            var answer = await service.Editor.SendJsonAsync(
                HttpMethod.Put,
                $"/api{owed.Address}/answers/{section}",
                new { Answer = $"Not changed: {section} is right" },
                read.Version
            );
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        await service.CertifyAsync(owed);
        const string row = "Underspend Why underspend? Not changed: underspend is right";
        Assert.Contains(row, (await service.Officer.GetPageAsync(owed.Address)).Texts("tbody tr"));
        foreach (var door in new[] { "history", "submissions/2" })
        {
            var text = (await service.Officer.GetPageAsync($"{owed.Address}/{door}")).Text("main");
            Assert.True(text.Contains("Why underspend?", StringComparison.Ordinal), $"{door}: {text}");
            Assert.Contains("Not changed: underspend is right", text, StringComparison.Ordinal);
        }
        var saved = await service.ReturnAsync(owed.Id);
        Assert.Empty(saved.SentBack);
        Assert.Equal(Sections, saved.Answered.Select(n => n.Section));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B\u00AD")]
    [InlineData(".")]
    [InlineData("–")]
    public async Task Answer_NothingThatCanBeRead_IsNoAnswer(string typed)
    {
        var owed = await SentBackAsync();
        var read = await service.ReturnAsync(owed.Id);
        var page = await service.Editor.PostAndStayAsync($"{owed.Address}/answers/rating", read.Answers(("Answer", typed)));
        Assert.Equal(["Enter what you have changed, or why not, in 2,000 characters or less"], page.Errors());
        var answer = await service.Editor.SendJsonAsync(
            HttpMethod.Put,
            $"/api{owed.Address}/answers/rating",
            new { Answer = typed },
            read.Version
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(4, (await service.ReturnAsync(owed.Id)).Unanswered.Count);
    }

    [Fact]
    public async Task Answer_WhatWasNotSentBack_OrByAnother_IsRefused()
    {
        var owed = await SentBackAsync();
        var read = await service.ReturnAsync(owed.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor.GetAsync($"{owed.Address}/answers/match-funding")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Officer.GetAsync($"{owed.Address}/answers/rating")).StatusCode);
        var answer = await service.Editor.SendJsonAsync(
            HttpMethod.Put,
            $"/api{owed.Address}/answers/match-funding",
            new { Answer = "?" },
            read.Version
        );
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Answer_ByTwoAtOnce_TheSecondSeesBoth()
    {
        var owed = await SentBackAsync();
        var read = await service.ReturnAsync(owed.Id);
        await service.SaveAsync(owed, $"{owed.Address}/answers/rating", ("Answer", "Hers"));
        var page = await service.Lead.PostAndStayAsync($"{owed.Address}/answers/rating", read.Answers(("Answer", "His")));
        Assert.Contains("Hers", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal("His", page.Typed("Answer"));
        // Another section's answer is in nobody's way.
        await service.Lead.PostAndFollowAsync($"{owed.Address}/answers/outcomes", read.Answers(("Answer", "His")));
    }

    private async Task<Return> SentBackAsync()
    {
        var owed = await service.OpenReturnAsync();
        await service.SubmitAsync(owed);
        await service.SendBackAsync(owed, [.. Sections.Select(s => new SectionNote(s, $"Why {s}?"))]);
        return await service.ReturnAsync(owed.Id);
    }
}
