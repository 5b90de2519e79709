using Platform.Contracts;
using Platform.Returns.Jobs;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Pages;

public class InterventionTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Post_Answers_SavesThemWithTheirEventAndLeadsBackToTheTaskList()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(owed.Address, await service.Editor.PostAndFollowAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening)));

        var saved = await service.ReturnAsync(owed.Id);
        Assert.Equal((ReturnState.InProgress, Given.Editor), (saved.State, saved.PreparedBy));
        var line = Assert.Single(saved.Lines);
        Assert.Equal((DeliveryStatus.OnTrack, "Went well", Money.FromPounds(1200), Money.FromPounds(18.50m)), (line.Status, line.Narrative, line.Capital, line.Revenue));
        var log = await service.LogOfAsync(owed.Id);
        Assert.Equal(["ReturnScheduled", "ReturnOpened", "ReturnSaved"], log.Select(r => r.Type));
        Assert.Equal((3, Given.Editor.UserId, service.Clock.Now.ToUniversalTime()), (log[2].Version, log[2].Actor, log[2].OccurredAt));
        Assert.Equal(log[1].Hash, log[2].PreviousHash);
        Assert.Equal(["Completed", "Not started", "Cannot start yet"], (await service.Editor.GetPageAsync(owed.Address)).Texts(".govuk-task-list__status"));
    }

    [Fact]
    public async Task Get_SavedAnswers_ShowsThemAgain()
    {
        var owed = await service.OpenReturnAsync();
        await service.Editor.PostAndFollowAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening));
        var page = await service.Editor.GetPageAsync(owed.PageOf(Given.Hardening));
        Assert.Equal(("1,200", "18.50", "5"), (page.Typed("Capital"), page.Typed("Revenue"), page.Typed("Achieved[0]")));
        Assert.NotNull(page.QuerySelector("[name=Status][value=OnTrack][checked]"));
    }

    [Theory]
    [InlineData("Capital", "-5", "Capital spend must be £0 or more")]
    [InlineData("Capital", "12.345", "Capital spend must be in pounds and pence, with no more than 2 decimal places")]
    [InlineData("Revenue", "lots", "Revenue spend must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("Revenue", "", "Enter revenue spend")]
    [InlineData("Achieved[0]", "-1", "Number of homes target hardened must be 0 or more")]
    [InlineData("Achieved[0]", "2.5", "Number of homes target hardened must be a whole number")]
    [InlineData("Achieved[1]", "", "Enter number of residents trained")]
    [InlineData("Status", "", "Select how Target hardening is going")]
    [InlineData("Status", "17", "Select how Target hardening is going")]
    public async Task Post_WrongInput_SaysSoBesideTheFieldAndKeepsAllThatWasTyped(string field, string typed, string message)
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Editor.PostAndStayAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening, (field, typed), ("Narrative", "Kept <b>words</b>")));

        Assert.Equal([message], page.Errors());
        Assert.Equal($"Error: {message}", page.Text(".govuk-form-group--error .govuk-error-message"));
        Assert.StartsWith("Error: Target hardening", page.Title, StringComparison.Ordinal);
        var link = page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")!;
        Assert.NotNull(page.GetElementById(link[1..]));
        if (field != "Status") Assert.Equal(typed, page.Typed(field) ?? "");
        Assert.Equal("Kept <b>words</b>", page.Typed("Narrative")!.Trim());
        Assert.Equal(2, (await service.ReturnAsync(owed.Id)).Version);
    }

    [Fact]
    public async Task Post_NarrativePastItsLimit_SaysSoAndKeepsIt()
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Editor.PostAndStayAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening, ("Narrative", new string('x', 2001))));
        Assert.Equal(["What happened must be 2,000 characters or less"], page.Errors());
        Assert.Equal(2001, page.Typed("Narrative")!.Trim().Length);
    }

    [Fact]
    public async Task Post_SameLineSavedByAColleague_ShowsTheirValuesKeepsTypingAndTakesADeliberateSecondSave()
    {
        var owed = await service.OpenReturnAsync();
        await service.Lead.PostAndFollowAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening, ("Narrative", "The lead's words"), ("Achieved[0]", "11")));

        var page = await service.Editor.PostAndStayAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening, ("Narrative", "Mine"), ("Achieved[0]", "22")));
        Assert.StartsWith("Someone else changed this return", Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Contains("Saved now, by Tom Shaw", page.Texts("h2"));
        Assert.Contains("The lead's words", page.Texts("dd"));
        Assert.Contains("11", page.Texts("dd"));
        Assert.Equal(("Mine", "22"), (page.Typed("Narrative")!.Trim(), page.Typed("Achieved[0]")));
        Assert.Equal("The lead's words", (await service.ReturnAsync(owed.Id)).Lines[0].Narrative);

        await service.Editor.PostAndFollowAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening, ("Narrative", "Mine"), ("Version", page.Typed("Version")!)));
        Assert.Equal("Mine", (await service.ReturnAsync(owed.Id)).Lines[0].Narrative);
    }

    [Fact]
    public async Task Post_AnotherLineSavedOrAReminderSentMeanwhile_IsTaken()
    {
        var owed = await service.OpenReturnAsync();
        await service.Lead.PostAndFollowAsync(owed.PageOf(Given.Campaign), owed.Answers(Given.Campaign));
        service.Clock.Now = Given.In(2024, 7, 17, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal(4, (await service.ReturnAsync(owed.Id)).Version);
        await service.Editor.PostAndFollowAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening));
        Assert.Equal(2, (await service.ReturnAsync(owed.Id)).Lines.Count);
    }

    [Fact]
    public async Task Get_SecondQuarter_ShowsLastReturnsFiguresBesideEachField()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var returns = await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 9, 30), service.Clock.Now));
        service.Clock.Now = Given.In(2024, 10, 2);
        await service.SweepAsync<OpenDueReturns>();
        await service.Editor.PostAndFollowAsync(returns[0].PageOf(Given.Hardening), (await service.ReturnAsync(returns[0].Id)).Answers(Given.Hardening, ("Achieved[0]", "89")));

        var page = await service.Editor.GetPageAsync(returns[1].PageOf(Given.Hardening));
        Assert.Equal("Spent this quarter on things that last. Enter 0 if nothing was. Last return (Q1 2024/25: Apr 2024 - Jun 2024): £1,200", page.Text("#Capital-hint"));
        Assert.Equal("Achieved this quarter. The target is up to 130; 89 were reported before. Last return (Q1 2024/25: Apr 2024 - Jun 2024): 89", page.Text("#Achieved_0_-hint"));

        // 89 + 60 = 149 of up to 130 (seed 003's own figures): news, not an error.
        var second = await service.ReturnAsync(returns[1].Id);
        await service.Editor.PostAndFollowAsync(second.PageOf(Given.Hardening), second.Answers(Given.Hardening, ("Achieved[0]", "60")));
        var answers = await service.Editor.GetPageAsync($"{second.Address}/check-answers");
        Assert.Contains("60 this quarter, 149 in all, of up to 130. That is 19 more than planned", answers.Texts("dd"));
        Assert.Contains("£1,218.50 this quarter, £2,437 so far, of £90,000 granted", answers.Texts("dd"));
    }

    [Fact]
    public async Task Post_TheReturnWasSubmittedMeanwhile_SaysThatItCannotBeChanged()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        await service.Lead.PostAndFollowAsync($"{owed.Address}/check-answers?handler=Submit", ("Version", "99"));
        var page = await service.Editor.PostAndStayAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening));
        Assert.Equal(["This return has been submitted and can no longer be changed"], page.Errors());
    }

    [Fact]
    public async Task Post_ThatReachedTheGatewayBeforeTheOpening_IsRefused()
    {
        var owed = await service.OpenReturnAsync();
        service.Clock.Now = London.StartOf(new(2024, 7, 1)).AddSeconds(-1);
        Assert.Equal(["This return opens on Monday 1 July 2024"], (await service.Editor.PostAndStayAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening))).Errors());
        Assert.Null((await service.ReturnAsync(owed.Id)).Line(Given.Hardening.Id));
    }
}
