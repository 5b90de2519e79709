using Platform.Contracts;

namespace Platform.Bids.Tests.Rounds.Pages;

/// <summary>Moving the deadline for everybody, later or to now.</summary>
public sealed class DeadlineTests(RunningService<BidsService> service)
{
    private static (string, string)[] Until(string day, string reason = "Flood") =>
        [("LastDay.Day", day), ("LastDay.Month", "3"), ("LastDay.Year", "2025"), ("Reason", reason)];

    [Fact]
    public async Task Post_Later_ShowsFromToReasonWhoAndWhen()
    {
        var round = await service.RoundAsync();
        var presses = Enumerable.Range(0, 3).Select(_ => service.Officer().PostAndFollowAsync($"/rounds/{round}/deadline", Until("7")));
        Assert.All(await Task.WhenAll(presses), to => Assert.Equal($"/rounds/{round}", to));
        Assert.Equal("RoundOpened RoundDeadlineMoved", await service.RoundEventsAsync(round));
        Assert.Equal(
            "From 11:59:59pm on Friday 28 February 2025 to 11:59:59pm on Friday 7 March 2025 by Olu Bello, at 10:00am on Monday 3 "
                + "February 2025: Flood",
            (await service.Officer().GetPageAsync($"/rounds/{round}")).Text("#deadline-moves li")
        );
        service.Clock.Now = London.EndOf(new(2025, 3, 7)).AddMilliseconds(-1);
        await service.SweepAsync<CloseDueRounds>();
        await service.SubmittedAsync(round);
    }

    [Fact]
    public async Task Post_NothingOrTooEarly_SaysWhatToEnterAndKeepsTheReason()
    {
        var round = await service.RoundAsync();
        Assert.Equal(
            ["Enter the new deadline", "Enter why it is moved"],
            (await service.Officer().PostAndStayAsync($"/rounds/{round}/deadline")).Errors()
        );
        var early = await service
            .Officer()
            .PostAndStayAsync(
                $"/rounds/{round}/deadline",
                ("LastDay.Day", "28"),
                ("LastDay.Month", "2"),
                ("LastDay.Year", "2025"),
                ("Reason", "Flood")
            );
        Assert.Equal(["The new deadline must be later than 11:59:59pm on Friday 28 February 2025"], early.Errors());
        Assert.Equal("Flood", early.Typed("Reason"));
        service.Clock.Now = London.EndOf(new(2025, 2, 28));
        Assert.Contains(
            "Give an extension",
            Assert.Single((await service.Officer().PostAndStayAsync($"/rounds/{round}/deadline", Until("7"))).Errors())
        );
    }

    [Fact]
    public async Task CloseEarly_NeverHappensByMistake()
    {
        var round = await service.RoundAsync();
        var bid = await service.CompleteAsync(round);
        var officer = service.Officer();
        Assert.Equal(
            [$"Enter {round} to confirm that this is the round to close"],
            (await officer.PostAndStayAsync($"/rounds/{round}/close-early", ("Confirmation", "CSP"), ("Reason", "Spent"))).Errors()
        );
        Assert.Equal(
            ["Enter why it is closed early"],
            (await officer.PostAndStayAsync($"/rounds/{round}/close-early", ("Confirmation", round))).Errors()
        );
        Assert.NotNull((await officer.GetPageAsync($"/rounds/{round}/close-early")).QuerySelector(".govuk-warning-text"));
        Assert.Equal("RoundOpened", await service.RoundEventsAsync(round));

        for (var press = 0; press < 2; press++)
            await officer.PostAndFollowAsync($"/rounds/{round}/close-early", ("Confirmation", round), ("Reason", "Spent"));
        await service.SweepAsync<CloseDueRounds>();
        Assert.Equal("RoundOpened RoundDeadlineMoved RoundClosed", await service.RoundEventsAsync(round));
        Assert.Equal(
            (Given.InTime, BidState.Lapsed),
            ((await service.FindRoundAsync(round)).ClosesAt, (await service.BidAsync(bid)).State)
        );
        Assert.Equal($"Round {round} is closed", (await service.AsNobody().GetPageAsync($"/rounds/{round}")).Text("h1"));
        // Somebody else's old link, or one that was kept, offers nothing that is refused.
        foreach (var page in new[] { "close-early", "deadline" })
            Assert.Equal($"/rounds/{round}", (await officer.GetAsync($"/rounds/{round}/{page}")).Headers.Location?.OriginalString);
    }
}
