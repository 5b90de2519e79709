using System.Net;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

public class AcceptTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Post_TheVersionThatWasRead_IsAcceptedOnce()
    {
        var owed = await service.SubmittedAsync();
        var page = await service.Officer.GetPageAsync($"{owed.Address}/accept?version={owed.Version}");
        Assert.Contains("Tom Shaw, lead, certified it at 12:00pm on Saturday 20 July 2024. It was on time.", page.Texts("p"));
        for (var press = 0; press < 2; press++)
            Assert.Equal(
                owed.Address,
                await service.Officer.PostAndFollowAsync($"{owed.Address}/accept", ("Version", page.Typed("Version")!))
            );
        var saved = await service.ReturnAsync(owed.Id);
        Assert.Equal((ReturnState.Accepted, service.Clock.Now), (saved.State, saved.AcceptedAt));
        Assert.EndsWith("ReturnSubmitted ReturnAccepted", await service.EventsAsync(owed.Id));
    }

    [Fact]
    public async Task Post_ChangedSinceItWasRead_AsksToReadItAgain()
    {
        var owed = await service.SubmittedAsync();
        await service.Officer.PostAndFollowAsync($"{owed.Address}/reply", ("Reason", "Figures to follow"));
        var page = await service.Officer.PostAndStayAsync($"{owed.Address}/accept", ("Version", $"{owed.Version}"));
        Assert.Equal(["This return has changed since you read it. Read it again before you accept it"], page.Errors());
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Equal(owed.Address, page.QuerySelector("main a.govuk-button")!.GetAttribute("href"));
        Assert.Equal(ReturnState.Submitted, (await service.ReturnAsync(owed.Id)).State);
        Assert.Empty((await service.Officer.GetPageAsync($"{owed.Address}/accept?version={owed.Version}")).QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Get_WithoutTheVersionThatWasRead_LeadsToTheReturn()
    {
        var owed = await service.SubmittedAsync();
        Assert.Equal(owed.Address, (await service.Officer.GetAsync($"{owed.Address}/accept")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await service.Officer.PostAsync($"{owed.Address}/accept")).StatusCode);
        Assert.Equal(ReturnState.Submitted, (await service.ReturnAsync(owed.Id)).State);
    }
}
