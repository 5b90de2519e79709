using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class DeclarationTests(RunningService<BidsService> service)
{
    private static readonly DateTimeOffset Deadline = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string, string) Confirmed = ("Confirmed", "true");

    [Fact]
    public async Task Get_BeforeEverySectionIsCompleted_LeadsToTheBid()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        Assert.Equal($"/bids/{bid}", (await service.Lead().GetAsync($"/bids/{bid}/declaration")).Headers.Location!.OriginalString);
        Assert.Equal(
            ["A section of the bid is not completed. Go back to check your answers"],
            (await service.Lead().PostAndStayAsync($"/bids/{bid}/declaration", Confirmed)).Errors()
        );
        Assert.Equal(BidState.Draft, (await service.BidAsync(bid)).State);
    }

    [Fact]
    public async Task Post_NotConfirmed_SaysWhatToDo()
    {
        var bid = await service.ReadyAsync(await service.RoundAsync());
        var page = await service.Lead().PostAndStayAsync($"/bids/{bid}/declaration");
        Assert.Equal(["Confirm the declaration for Melton"], page.Errors());
        Assert.Equal("Error: Confirm the declaration for Melton", page.Text(".govuk-error-message"));
        Assert.Equal(BidState.Draft, (await service.BidAsync(bid)).State);
    }

    [Fact]
    public async Task Post_Editor_IsForbidden_LeadIsNot()
    {
        var bid = await service.ReadyAsync(await service.RoundAsync());
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/declaration");
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(
            "The bid is submitted by your partnership’s lead. 25 days left, until 11:59:59pm on Friday 28 February 2025.",
            page.Text(".govuk-inset-text")
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Editor().PostAsync($"/bids/{bid}/declaration", Confirmed)).StatusCode);
        Assert.Equal(BidState.Draft, (await service.BidAsync(bid)).State);

        Assert.Equal("Submit bid", (await service.Lead().GetPageAsync($"/bids/{bid}/declaration")).Text("main form button"));
        Assert.Equal($"/bids/{bid}/submitted", await service.Lead().PostAndFollowAsync($"/bids/{bid}/declaration", Confirmed));
        var receipt = await service.Lead().GetPageAsync($"/bids/{bid}/submitted");
        Assert.Contains(bid, receipt.Text(".govuk-panel"));
        Assert.Contains("10:00:00am on Monday 3 February 2025, from Lee of MEL", string.Join(' ', receipt.Texts("p")));
        Assert.Contains((await service.BidAsync(bid)).Hash!, receipt.Text("main"));
        Assert.NotNull(receipt.QuerySelector($"a[href='/bids/{bid}/submissions/1.json']"));
    }

    [Fact]
    public async Task Post_ChangedByAColleagueSinceItWasRead_IsShownAgainAndNotSubmitted()
    {
        var bid = await service.ReadyAsync(await service.RoundAsync());
        var read = (await service.Lead().GetPageAsync($"/bids/{bid}/declaration")).Typed("Version")!;
        await service
            .Editor()
            .PostAndFollowAsync(
                $"/bids/{bid}/project",
                ("Version", read),
                ("Title", "Another title"),
                ("Theme", Given.Themes[0]),
                ("Summary", "Another summary")
            );

        var again = await service.Lead().PostAndStayAsync($"/bids/{bid}/declaration", ("Version", read), Confirmed);
        Assert.StartsWith("A colleague has changed this bid", Assert.Single(again.Errors()));
        Assert.Equal(BidState.Draft, (await service.BidAsync(bid)).State);
        await service.Lead().PostAndFollowAsync($"/bids/{bid}/declaration", ("Version", again.Typed("Version")!), Confirmed);
    }

    [Fact]
    public async Task Post_LapsedAMomentTooEarly_IsNotTakenForAColleaguesChange()
    {
        var bid = await service.ReadyAsync(await service.RoundAsync());
        var read = (await service.Lead().GetPageAsync($"/bids/{bid}/declaration")).Typed("Version")!;
        service.Clock.Now = Deadline;
        await service.SweepAsync<CloseDueRounds>();
        service.Clock.Now = Deadline.AddMilliseconds(-1);
        await service.Lead().PostAndFollowAsync($"/bids/{bid}/declaration", ("Version", read), Confirmed);
        Assert.Equal(BidState.Submitted, (await service.BidAsync(bid)).State);
    }

    [Fact]
    public async Task Post_Again_ShowsTheSameReceipt()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var first = (await service.Lead().GetPageAsync($"/bids/{bid}/submitted")).Text("main");
        service.Clock.Now = Deadline.AddDays(3);
        Assert.Equal($"/bids/{bid}/submitted", await service.Lead().PostAndFollowAsync($"/bids/{bid}/declaration", Confirmed));
        Assert.Equal(first, (await service.Lead().GetPageAsync($"/bids/{bid}/submitted")).Text("main"));
        Assert.EndsWith("BidSubmitted", await service.EventsAsync(bid));
        Assert.Equal($"/bids/{bid}", (await service.Lead().GetAsync($"/bids/{bid}/declaration")).Headers.Location!.OriginalString);
    }

    // Trap: a double click submitting twice.
    [Fact]
    public async Task Post_SeveralAtOnce_OneEventAndEveryOneIsTaken()
    {
        var bid = await service.ReadyAsync(await service.RoundAsync());
        var addresses = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => service.Lead().PostAndFollowAsync($"/bids/{bid}/declaration", Confirmed))
        );
        Assert.All(addresses, a => Assert.Equal($"/bids/{bid}/submitted", a));
        Assert.Equal(
            "BidStarted BidSaved BidSaved BidSaved BidSaved BidSaved BidSaved BidSaved BidSaved BidSaved BidSaved BidSaved BidSaved "
                + "BidSaved BidSubmitted",
            await service.EventsAsync(bid)
        );
    }

    // Trap: the deadline an hour out in summer; a bid that arrived in time lost to the job.
    [Theory]
    [InlineData("2025-02-28", "2025-03-01T00:00:00Z", false)]
    [InlineData("2025-02-28", "2025-03-01T00:00:00Z", true)]
    [InlineData("2025-06-30", "2025-06-30T23:00:00Z", false)]
    [InlineData("2025-06-30", "2025-06-30T23:00:00Z", true)]
    public async Task Post_AtTheDeadline_OnlyTheArrivalDecides(string closesOn, string deadline, bool jobFirst)
    {
        var at = DateTimeOffset.Parse(deadline, null);
        var round = await service.RoundAsync(DateOnly.Parse(closesOn, null));
        var (late, inTime) = (await service.ReadyAsync(round), await service.ReadyAsync(round));
        service.Clock.Now = at;
        if (jobFirst)
            await service.SweepAsync<CloseDueRounds>();

        var page = await service.Lead().PostAndStayAsync($"/bids/{late}/declaration", Confirmed);
        Assert.Equal($"Round {round} closed at 11:59:59pm on {London.WithWeekday(DateOnly.Parse(closesOn, null))}", page.Errors()[0]);
        Assert.NotNull(page.QuerySelector($".govuk-error-summary a[href='/rounds/{round}/extension'][target='_blank']"));
        Assert.Equal(
            (jobFirst ? BidState.Lapsed : BidState.Draft, "Safer streets"),
            ((await service.BidAsync(late)).State, (await service.BidAsync(late)).Content.Title)
        );

        service.Clock.Now = at.AddMilliseconds(-1);
        await service.Lead().PostAndFollowAsync($"/bids/{inTime}/declaration", Confirmed);
        Assert.Equal(
            (BidState.Submitted, (DateTimeOffset?)service.Clock.Now),
            ((await service.BidAsync(inTime)).State, (await service.BidAsync(inTime)).SubmittedAt)
        );

        service.Clock.Now = at;
        await service.SweepAsync<CloseDueRounds>();
        Assert.Equal((BidState.Lapsed, BidState.Submitted), ((await service.BidAsync(late)).State, (await service.BidAsync(inTime)).State));
    }
}
