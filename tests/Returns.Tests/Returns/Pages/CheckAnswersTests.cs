using System.Net;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

public class CheckAnswersTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Get_Incomplete_ShowsWhatIsMissingAsALinkAndNoButton()
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Editor.GetPageAsync($"{owed.Address}/check-answers");
        string[] missing =
        [
            "Select how Target hardening is going",
            "Enter what was spent on Target hardening",
            "Enter what Target hardening achieved",
            "Enter what was bought for Target hardening, or that nothing was",
        ];
        Assert.Equal(missing, page.Texts(".govuk-summary-list__value a").Take(4));
        Assert.Equal(
            $"{owed.PageOf(Given.Hardening, "spending")}?return=check",
            page.QuerySelectorAll(".govuk-summary-list__value a")[1].GetAttribute("href")
        );
        Assert.Empty(page.QuerySelectorAll("main form"));
        var refused = await service.Editor.PostAndStayAsync($"{owed.Address}/check-answers?handler=HandOver");
        Assert.Equal(missing, refused.Errors().Take(4));
        Assert.Equal(
            $"{owed.PageOf(Given.Hardening, "spending")}?return=check",
            refused.QuerySelectorAll(".govuk-error-summary__list a")[1].GetAttribute("href")
        );
    }

    [Fact]
    public async Task HandOver_ByTheEditor_MakesItReadyAndTellsTheLead()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        Assert.Equal(ReturnState.ReadyToCertify, (await service.ReturnAsync(owed.Id)).State);
        Assert.Equal("ReturnReady", (await service.LogOfAsync(owed.Id))[^1].Type);
        var tasks = (await service.Editor.GetPageAsync(owed.Address)).Texts(".govuk-task-list__status");
        Assert.All(tasks.Where(status => status != "Optional"), status => Assert.Equal("Completed", status));
        Assert.Single(tasks, "Optional");
        Assert.Equal(
            "Check answers, certify and submit",
            (await service.Lead.GetPageAsync(owed.Address)).Texts(".govuk-task-list__name-and-hint")[^1]
        );

        var page = await service.Lead.GetPageAsync($"{owed.Address}/check-answers");
        Assert.Equal("Certify and submit", page.Text("main button"));
        Assert.Contains("Asha Patel prepared this return. By submitting it you certify, for Melton, that:", page.Texts("p"));
        Assert.Contains("£2,437", page.Texts("dd"));
    }

    [Fact]
    public async Task Submit_ByTheLead_LeadsToTheReceipt()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        service.Clock.Now = Given.In(2024, 8, 5, 15, 4);
        var page = await service.Lead.GetPageAsync($"{owed.Address}/check-answers");
        Assert.Equal(
            $"{owed.Address}/submitted",
            await service.Lead.PostAndFollowAsync($"{owed.Address}/check-answers?handler=Submit", ("Version", page.Typed("Version")!))
        );

        var receipt = await service.Lead.GetPageAsync($"{owed.Address}/submitted");
        Assert.Equal("Return submitted", receipt.Text("h1"));
        Assert.Contains(
            "We received it at 3:04:00pm on Monday 5 August 2024, certified by Tom Shaw. We have sent a receipt by e-mail.",
            receipt.Texts("p")
        );
        Assert.Contains("It was 3 working days late: due on Wednesday 31 July 2024.", receipt.Texts("p"));
        Assert.Equal((await service.ReturnAsync(owed.Id)).Hash, receipt.Text(".platform-hash"));
        Assert.Empty((await service.Editor.GetPageAsync(owed.Address)).QuerySelectorAll("main form, .govuk-task-list"));
    }

    [Fact]
    public async Task Submit_Twice_ShowsTheSameReceiptAndOneEvent()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        var version = (await service.ReturnAsync(owed.Id)).Version.ToString();
        var presses = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ => service.Lead.PostAndFollowAsync($"{owed.Address}/check-answers?handler=Submit", ("Version", version)))
        );
        service.Clock.Now += TimeSpan.FromDays(60);
        presses = [.. presses, await service.Lead.PostAndFollowAsync($"{owed.Address}/check-answers?handler=Submit", ("Version", version))];

        Assert.All(presses, address => Assert.Equal($"{owed.Address}/submitted", address));
        Assert.Single(await service.LogOfAsync(owed.Id), r => r.Type == "ReturnSubmitted");
        Assert.Equal(
            (Given.In(2024, 7, 2), 0),
            (await service.ReturnAsync(owed.Id)) is var submitted ? (submitted.FirstSubmittedAt, submitted.WorkingDaysLate) : default
        );
    }

    [Fact]
    public async Task Submit_ByWhoeverPreparedIt_IsRefusedAndThePageSaysSoBeforehand()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        var both = service.As(Given.Editor with { Name = "a.patel@example.org" }, Given.Melton, Roles.PartnerEditor, Roles.PartnerLead);
        Assert.Empty((await both.GetPageAsync($"{owed.Address}/check-answers")).QuerySelectorAll("main form"));
        var page = await both.PostAndStayAsync($"{owed.Address}/check-answers?handler=Submit", ("Version", "99"));
        Assert.Equal(["You entered part of this return. Somebody else must certify it"], page.Errors());
        Assert.Equal(ReturnState.ReadyToCertify, (await service.ReturnAsync(owed.Id)).State);
    }

    [Fact]
    public async Task Submit_ByAnEditor_IsForbidden()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        var other = service.As(new(Guid.NewGuid(), "Other editor"), Given.Melton, Roles.PartnerEditor);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await other.PostAsync($"{owed.Address}/check-answers?handler=Submit", ("Version", "99"))).StatusCode
        );
    }

    [Fact]
    public async Task Submit_FiguresChangedSinceTheyWereRead_ShowsThemAgain()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        var read = (await service.Lead.GetPageAsync($"{owed.Address}/check-answers")).Typed("Version")!;
        await service.Editor.PostAndFollowAsync(
            owed.PageOf(Given.Campaign, "spending"),
            (await service.ReturnAsync(owed.Id)).Answers(("Capital", "0"), ("Revenue", "777"), ("VarianceReason", "Later"))
        );
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");

        var page = await service.Lead.PostAndStayAsync($"{owed.Address}/check-answers?handler=Submit", ("Version", read));
        Assert.StartsWith("Someone else changed this return", Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Contains("£777", page.Texts("dd"));
        await service.Lead.PostAndFollowAsync($"{owed.Address}/check-answers?handler=Submit", ("Version", page.Typed("Version")!));
    }
}
