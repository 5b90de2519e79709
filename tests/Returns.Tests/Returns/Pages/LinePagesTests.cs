using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

/// <summary>Progress, outputs and explanations of one intervention.</summary>
public class LinePagesTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Progress_IsSavedWithItsEventAndShownAgain()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(
            owed.PageOf(Given.Hardening, "spending"),
            await service.Editor.PostAndFollowAsync(
                owed.PageOf(Given.Hardening),
                owed.Answers(("Status", "AtRisk"), ("Narrative", "Late locks"))
            )
        );
        var saved = await service.ReturnAsync(owed.Id);
        Assert.Equal(
            (ReturnState.InProgress, Given.Editor, DeliveryStatus.AtRisk, "Late locks"),
            (saved.State, saved.PreparedBy, saved.Lines[0].Status!.Value, saved.Lines[0].Narrative)
        );
        var log = await service.LogOfAsync(owed.Id);
        Assert.Equal(["ReturnScheduled", "ReturnOpened", "ReturnSaved"], log.Select(r => r.Type));
        Assert.Equal((3, Given.Editor.UserId, service.Clock.Now.ToUniversalTime()), (log[2].Version, log[2].Actor, log[2].OccurredAt));
        Assert.NotNull(
            (await service.Editor.GetPageAsync(owed.PageOf(Given.Hardening))).QuerySelector("[name=Status][value=AtRisk][checked]")
        );
    }

    [Theory]
    [InlineData("Status", "", "Select how Target hardening is going")]
    [InlineData("Status", "17", "Select how Target hardening is going")]
    [InlineData("Narrative", "LONG", "What happened must be 2,000 characters or less")]
    public async Task Progress_OneThingWrong_SaysItBesideTheFieldAndKeepsTheRest(string field, string typed, string message)
    {
        var owed = await service.OpenReturnAsync();
        var words = typed == "LONG" ? new string('x', 2001) : "Kept <b>words</b>";
        var page = await service.Editor.PostAndStayAsync(
            owed.PageOf(Given.Hardening),
            owed.Answers(("Status", field == "Status" ? typed : "OnTrack"), ("Narrative", words))
        );
        Assert.Equal([message], page.Errors());
        Assert.Equal($"Error: {message}", page.Text(".govuk-form-group--error .govuk-error-message"));
        Assert.Equal(words, page.Typed("Narrative")!.Trim());
        Assert.Equal(2, (await service.ReturnAsync(owed.Id)).Version);
    }

    [Fact]
    public async Task Progress_AnotherPartSavedOrAReminderSentMeanwhile_IsTaken()
    {
        var owed = await service.OpenReturnAsync();
        await service.Lead.PostAndFollowAsync(
            owed.PageOf(Given.Hardening, "outputs"),
            owed.Answers(("Achieved[0]", "5"), ("Achieved[1]", "5"))
        );
        service.Clock.Now = Given.In(2024, 7, 17, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal(4, (await service.ReturnAsync(owed.Id)).Version);
        await service.Editor.PostAndFollowAsync(owed.PageOf(Given.Hardening), owed.Answers(("Status", "OnTrack")));
        var line = Assert.Single((await service.ReturnAsync(owed.Id)).Lines);
        Assert.Equal((DeliveryStatus.OnTrack, 2), (line.Status!.Value, line.Achieved.Count));
    }

    [Fact]
    public async Task Progress_SubmittedOrNotOpenMeanwhile_SaysSoAndKeepsWhatWasTyped()
    {
        var owed = await service.OpenReturnAsync();
        service.Clock.Now = London.StartOf(new(2024, 7, 1)).AddSeconds(-1);
        Assert.Equal(
            ["This return opens on Monday 1 July 2024"],
            (await service.Editor.PostAndStayAsync(owed.PageOf(Given.Hardening), owed.Answers(("Status", "OnTrack")))).Errors()
        );
        service.Clock.Now = Given.In(2024, 7, 2);
        await service.SubmitAsync(owed);
        var page = await service.Editor.PostAndStayAsync(
            owed.PageOf(Given.Hardening),
            owed.Answers(("Status", "OnTrack"), ("Narrative", "Too late"))
        );
        Assert.Equal(["This return has been submitted and can no longer be changed"], page.Errors());
        Assert.Equal("Too late", page.Typed("Narrative")!.Trim());
    }

    [Theory]
    [InlineData("Achieved[0]", "-1", "Number of homes target hardened must be 0 or more")]
    [InlineData("Achieved[0]", "2.5", "Number of homes target hardened must be a whole number")]
    [InlineData("Achieved[1]", "", "Enter the number of residents trained")]
    public async Task Outputs_OneThingWrong_SaysItBesideTheField(string field, string typed, string message)
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Editor.PostAndStayAsync(
            owed.PageOf(Given.Hardening, "outputs"),
            owed.Answers([.. new[] { ("Achieved[0]", "5"), ("Achieved[1]", "6") }.Where(f => f.Item1 != field), (field, typed)])
        );
        Assert.Equal([message], page.Errors());
        Assert.Equal(typed, page.Typed(field) ?? "");
        Assert.Empty((await service.ReturnAsync(owed.Id)).Lines);
    }

    [Fact]
    public async Task Outputs_PastUpTo_AreGoodNewsAndThoseOfAQuarterStandForThemselves()
    {
        var sessions = Given.Campaign with
        {
            Id = Guid.NewGuid(),
            Name = "Sessions",
            Outputs = [new("young people in the club", 20, TargetKind.AtLeast) { Cumulative = false, Unit = "people" }],
        };
        service.Clock.Now = Given.In(2024, 4, 8);
        var returns = await service.GrantAsync(
            Given.Grant(new(2024, 4, 1), new(2024, 9, 30), service.Clock.Now, interventions: [Given.Hardening, sessions])
        );
        service.Clock.Now = Given.In(2024, 10, 2);
        await service.SaveAsync(returns[0], returns[0].PageOf(Given.Hardening, "outputs"), ("Achieved[0]", "89"), ("Achieved[1]", "7"));
        await service.SaveAsync(returns[0], returns[0].PageOf(sessions, "outputs"), ("Achieved[0]", "18"));

        var page = await service.Editor.GetPageAsync(returns[1].PageOf(Given.Hardening, "outputs"));
        Assert.Equal(
            "Achieved this quarter. The target is up to 130; 89 were reported before. Last return (Q1 2024/25: Apr 2024 - Jun 2024): 89",
            page.Text("#Achieved_0_-hint")
        );
        page = await service.Editor.GetPageAsync(returns[1].PageOf(sessions, "outputs"));
        Assert.Equal("Number of young people in the club (people)", page.Text("main label"));
        Assert.StartsWith(
            "Each quarter stands for itself: enter what this one stood at. The target is at least 20 each quarter. Last return",
            page.Text("#Achieved_0_-hint"),
            StringComparison.Ordinal
        );

        // 89 + 60 = 149 of up to 130 (seed 003's own figures): news, not an error.
        await service.SaveAsync(returns[1], returns[1].PageOf(Given.Hardening, "outputs"), ("Achieved[0]", "60"), ("Achieved[1]", "0"));
        await service.SaveAsync(returns[1], returns[1].PageOf(sessions, "outputs"), ("Achieved[0]", "21"));
        var answers = (await service.Editor.GetPageAsync($"{returns[1].Address}/check-answers")).Texts("dd");
        Assert.Contains("60 this quarter, 149 in all, of up to 130. That is 19 more than planned", answers);
        Assert.Contains("21 this quarter, of at least 20 each quarter. That is 1 more than planned", answers);
    }

    [Fact]
    public async Task Explanation_IsAskedForWhereFiguresLookOdd()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(
            owed.Address,
            (await service.Editor.GetAsync(owed.PageOf(Given.Campaign, "explanation"))).Headers.Location!.OriginalString
        );
        await service.Editor.PostAndFollowAsync(
            owed.PageOf(Given.Campaign, "spending"),
            owed.Answers(("Capital", "0"), ("Revenue", "12000"), ("VarianceReason", "More posters"))
        );
        Assert.Equal(
            owed.PageOf(Given.Campaign, "explanation"),
            await service.Editor.PostAndFollowAsync(owed.PageOf(Given.Campaign, "assets"), ("Bought", "no"))
        );
        var page = await service.Editor.GetPageAsync(owed.PageOf(Given.Campaign, "explanation"));
        Assert.Equal(["You report £12,000 of revenue spend for 2024/25 so far. The grant is £11,000."], page.Texts("main ul li"));
        Assert.Contains(
            await Missing(),
            message => message.StartsWith("Explain the figures of Crimestoppers campaign", StringComparison.Ordinal)
        );
        Assert.Equal(
            ["Enter why the figures are right"],
            (
                await service.Editor.PostAndStayAsync(owed.PageOf(Given.Campaign, "explanation"), ("Version", "9"), ("Explanation", " "))
            ).Errors()
        );
        await service.SaveAsync(owed, owed.PageOf(Given.Campaign, "explanation"), ("Explanation", "Paid by the district"));
        Assert.DoesNotContain(await Missing(), message => message.StartsWith("Explain the figures", StringComparison.Ordinal));

        async Task<IReadOnlyList<string>> Missing() =>
            (await service.Editor.PostAndStayAsync($"{owed.Address}/check-answers?handler=HandOver")).Errors();
    }
}
