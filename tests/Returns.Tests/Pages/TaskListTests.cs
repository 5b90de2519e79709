using System.Net;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Pages;

public class TaskListTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Get_OpenReturn_ListsInterventionsAndTheDueDay()
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Editor.GetPageAsync(owed.Address);
        Assert.Equal("Return for Q1 2024/25: Apr 2024 - Jun 2024", page.Text("h1"));
        Assert.Equal("This return is due by the end of Wednesday 31 July 2024.", page.Text(".govuk-inset-text"));
        Assert.Equal(["Target hardening", "Crimestoppers campaign", "Check answers and hand over to your lead"], page.Texts(".govuk-task-list__name-and-hint"));
        Assert.Equal(["Not started", "Not started", "Cannot start yet"], page.Texts(".govuk-task-list__status"));
        Assert.Contains("You have completed 0 of 2 interventions.", page.Texts("p"));
        Assert.DoesNotContain(page.QuerySelectorAll("a"), a => a.GetAttribute("href")!.EndsWith("check-answers", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(7, 31, 23, "This return is due by the end of Wednesday 31 July 2024.")]
    [InlineData(8, 1, 0, "This return is 1 working day overdue. It was due on Wednesday 31 July 2024.")]
    [InlineData(8, 5, 9, "This return is 3 working days overdue. It was due on Wednesday 31 July 2024.")]
    public async Task Get_AroundTheDueDate_SaysHowLateItIs(int month, int day, int hour, string words)
    {
        var owed = await service.OpenReturnAsync();
        service.Clock.Now = Given.In(2024, month, day, hour);
        Assert.Equal(words, (await service.Editor.GetPageAsync(owed.Address)).Text(".govuk-inset-text"));
    }

    [Fact]
    public async Task Get_NotOpenYet_SaysWhenAndOffersNoTask()
    {
        var owed = await service.OpenReturnAsync();
        service.Clock.Now = Given.In(2024, 4, 9);
        var later = (await service.GrantAsync(Given.Grant(new(2024, 7, 1), new(2024, 9, 30), service.Clock.Now)))[0];
        var page = await service.Editor.GetPageAsync(later.Address);
        Assert.Equal("This return can be filled in from Tuesday 1 October 2024. It is due on Thursday 31 October 2024.", page.Text(".govuk-inset-text"));
        Assert.Empty(page.QuerySelectorAll(".govuk-task-list"));
        Assert.Equal(later.Address, await FollowAsync(later.PageOf(Given.Hardening)));
        Assert.NotEqual(owed.Id, later.Id);
    }

    [Fact]
    public async Task Get_AnotherPartnershipsReturn_IsNotFoundOnEveryPage()
    {
        var owed = await service.OpenReturnAsync(Given.Blaby);
        foreach (var address in new[] { owed.Address, owed.PageOf(Given.Hardening), $"{owed.Address}/check-answers", $"{owed.Address}/submitted" })
            Assert.Equal(HttpStatusCode.NotFound, (await service.Lead.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor.PostAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead.PostAsync($"{owed.Address}/check-answers?handler=Submit")).StatusCode);
        Assert.Equal(2, (await service.ReturnAsync(owed.Id)).Version);
    }

    [Theory]
    [InlineData("2024-25-q2")]
    [InlineData("2024-26-q1")]
    [InlineData("2024-25-q5")]
    [InlineData("q1")]
    public async Task Get_NoSuchQuarter_IsNotFound(string quarter)
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor.GetAsync($"/returns/{owed.GrantReference}/{quarter}")).StatusCode);
    }

    [Fact]
    public async Task Get_ByTheOfficeOrTheChair_IsReadOnly()
    {
        var owed = await service.OpenReturnAsync();
        await service.Editor.PostAndFollowAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening));
        foreach (var reader in new[] { service.Officer, service.As(new(Guid.NewGuid(), "Chair"), Given.Melton, Roles.PartnerChair), service.As(new(Guid.NewGuid(), "Board"), null, Roles.Board) })
        {
            var page = await reader.GetPageAsync(owed.Address);
            Assert.Empty(page.QuerySelectorAll(".govuk-task-list, main form, .govuk-summary-list__actions"));
            Assert.Contains("£1,200", page.Texts("dd"));
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(owed.PageOf(Given.Hardening))).StatusCode);
        }
    }

    [Fact]
    public async Task Get_WithoutACallerToken_IsUnauthorized() => Assert.Equal(HttpStatusCode.Unauthorized, (await service.AsNobody().GetAsync("/returns")).StatusCode);

    private async Task<string> FollowAsync(string address) => (await service.Editor.GetAsync(address)).Headers.Location!.OriginalString;
}
