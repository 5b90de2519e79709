using System.Net;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Chasing.Pages;

/// <summary>Due on Wednesday 31 July 2024; it is Tuesday 2 July.</summary>
public class ChasingTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Post_PauseThenStopThenResume_IsWhatTheReturnSays()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(("On, by the programme’s ladder", "Wednesday 17 July 2024, to the editors"), await FactsAsync(owed));
        await ChangeAsync(owed, "Paused", ("Until.Day", "20"), ("Until.Month", "7"), ("Until.Year", "2024"));
        Assert.Equal((ChasingState.Paused, new DateOnly(2024, 7, 20)), await StateAsync(owed));
        // What was missed in the pause goes out on the first working day after it.
        Assert.Equal(
            ("Paused until Saturday 20 July 2024: Agreed by telephone", "Monday 22 July 2024, to the editors"),
            await FactsAsync(owed)
        );
        await ChangeAsync(owed, "Paused");
        Assert.Equal(("Paused until somebody lets it go on: Agreed by telephone", "None"), await FactsAsync(owed));
        await ChangeAsync(owed, "Stopped", ("Until.Day", "20"), ("Until.Month", "7"), ("Until.Year", "2024"));
        Assert.Equal((ChasingState.Stopped, null), await StateAsync(owed));
        await ChangeAsync(owed, "On");
        Assert.Equal((ChasingState.On, null), await StateAsync(owed));
        Assert.EndsWith("ChasingChanged ChasingChanged ChasingChanged ChasingChanged", await service.EventsAsync(owed.Id));
    }

    [Fact]
    public async Task Post_WhatIsMissing_IsSaidAndNothingIsLost()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(
            ["Select what happens with the reminders", "Enter why you change the reminders"],
            (await service.Officer.PostAndStayAsync($"{owed.Address}/chasing")).Errors()
        );
        var page = await service.Officer.PostAndStayAsync(
            $"{owed.Address}/chasing",
            ("State", "Paused"),
            ("Until.Day", "2"),
            ("Until.Month", "7"),
            ("Until.Year", "2024"),
            ("Reason", "Ill")
        );
        Assert.Equal(["Day on which reminders go on must be on or after 3 July 2024"], page.Errors());
        Assert.Equal(("2", "Ill"), (page.Typed("Until.Day"), page.Typed("Reason")));
        Assert.NotNull(page.QuerySelector("input[value=Paused][checked]"));
        Assert.Equal((ChasingState.On, null), await StateAsync(owed));
    }

    [Fact]
    public async Task ChaseNow_SaysWhoIsWrittenToAndGoesOutOnceADay()
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Officer.GetPageAsync($"{owed.Address}/chase-now");
        Assert.Contains(
            page.Texts("p"),
            p => p.StartsWith("The editors and lead of Melton are written to at once", StringComparison.Ordinal)
        );
        for (var press = 0; press < 2; press++)
            Assert.Equal(owed.Address, await service.Officer.PostAndFollowAsync($"{owed.Address}/chase-now"));
        Assert.EndsWith("ReturnOpened ReturnReminded", await service.EventsAsync(owed.Id));
        Assert.Equal(HttpStatusCode.Redirect, (await service.Officer.GetAsync($"{owed.Address}/chase-now")).StatusCode);
        var sent = await service.Officer.GetPageAsync(owed.Address);
        Assert.Empty(sent.QuerySelectorAll("main a[href$='/chase-now']"));
        Assert.Contains("A reminder was sent by hand today. You can send another from tomorrow.", sent.Texts("li"));

        service.Clock.Now = Given.In(2024, 7, 3);
        await service.Officer.PostAndFollowAsync($"{owed.Address}/chase-now");
        Assert.EndsWith("ReturnReminded ReturnReminded", await service.EventsAsync(owed.Id));
    }

    [Fact]
    public async Task Reply_HoweverOftenPressed_IsKeptOnTheTimelineOnce()
    {
        var owed = await service.SubmittedAsync();
        Assert.Equal(
            ["Enter what the partnership answered"],
            (await service.Officer.PostAndStayAsync($"{owed.Address}/reply", ("Reason", " "))).Errors()
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ => service.Officer.PostAndFollowAsync($"{owed.Address}/reply", ("Reason", "“On Friday”, says Asha")))
        );
        Assert.Single(await service.LogOfAsync(owed.Id), r => r.Type == nameof(ReplyNoted));
        Assert.Contains(
            "“On Friday”, says Asha",
            System.Text.Json.JsonDocument.Parse((await service.LogOfAsync(owed.Id))[^1].Json).RootElement.GetProperty("text").GetString()
        );
    }

    private async Task ChangeAsync(Return owed, string state, params (string, string)[] until) =>
        Assert.Equal(
            owed.Address,
            await service.Officer.PostAndFollowAsync(
                $"{owed.Address}/chasing",
                [("State", state), ("Reason", "Agreed by telephone"), .. until]
            )
        );

    private async Task<(ChasingState, DateOnly?)> StateAsync(Return owed) =>
        await service.ReturnAsync(owed.Id) is var saved ? (saved.Chasing.State, saved.Chasing.PausedUntil) : default;

    // What the return's page tells an officer.
    private async Task<(string Reminders, string Next)> FactsAsync(Return owed)
    {
        var page = await service.Officer.GetPageAsync(owed.Address);
        string Fact(string key) =>
            Assert.Single(page.QuerySelectorAll(".govuk-summary-list__row"), row => row.Text("dt") == key).Text("dd");
        return (Fact("Reminders"), Fact("Next reminder"));
    }
}
