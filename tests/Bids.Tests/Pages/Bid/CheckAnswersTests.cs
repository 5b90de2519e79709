using System.Net;
using Platform.Bids.Jobs;
using Platform.Contracts;
using Platform.Testing;

namespace Platform.Bids.Tests.Pages.Bid;

public sealed class CheckAnswersTests(RunningService<BidsService> service)
{
    private static readonly DateTimeOffset Deadline = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Get_SomethingMissing_SaysItAndOffersNoButton()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Lead().GetPageAsync($"/bids/{bid}/check-answers");
        Assert.Equal(["Complete the project section: title, theme and summary", "Add at least one intervention"], page.Texts(".govuk-inset-text li"));
        Assert.Contains("Enter a title", page.Texts(".govuk-summary-list__value a"));
        Assert.Null(page.QuerySelector("main form"));
        Assert.Equal(2, (await service.Lead().PostAndStayAsync($"/bids/{bid}/check-answers")).Errors().Count);
        Assert.Equal("BidStarted", await service.EventsAsync(bid));
    }

    [Fact]
    public async Task Get_OverTheCap_CanBeReachedAndSaysBothAmounts()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync(cap: Money.FromPounds(8_000)));
        Assert.NotNull((await service.Lead().GetPageAsync($"/bids/{bid}")).QuerySelector($"a[href='/bids/{bid}/check-answers']"));
        var page = await service.Lead().GetPageAsync($"/bids/{bid}/check-answers");
        Assert.Equal("The bid asks for £9,000. It must be £8,000 or less", page.Text(".govuk-inset-text li"));
    }

    [Fact]
    public async Task Post_Editor_IsForbidden_LeadIsNot()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        Assert.Null((await service.Editor().GetPageAsync($"/bids/{bid}/check-answers")).QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Editor().PostAsync($"/bids/{bid}/check-answers")).StatusCode);
        Assert.Equal(BidState.Draft, (await service.BidAsync(bid)).State);

        Assert.Equal("Submit bid", (await service.Lead().GetPageAsync($"/bids/{bid}/check-answers")).Text("main form button"));
        Assert.Equal($"/bids/{bid}/submitted", await service.Lead().PostAndFollowAsync($"/bids/{bid}/check-answers"));
        var receipt = await service.Lead().GetPageAsync($"/bids/{bid}/submitted");
        Assert.Contains(bid, receipt.Text(".govuk-panel"));
        Assert.Contains("10:00am on Monday 3 February 2025, from Lee of MEL", string.Join(' ', receipt.Texts("p")));
    }

    [Fact]
    public async Task Post_ChangedByAColleagueSinceItWasRead_IsShownAgainAndNotSubmitted()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var read = (await service.Lead().GetPageAsync($"/bids/{bid}/check-answers")).Typed("Version")!;
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/project", ("Version", read), ("Title", "Another title"), ("Theme", Given.Themes[0]), ("Summary", "Another summary"));

        var again = await service.Lead().PostAndStayAsync($"/bids/{bid}/check-answers", ("Version", read));
        Assert.StartsWith("A colleague has changed this bid", Assert.Single(again.Errors()));
        Assert.Contains("Another title", again.Texts(".govuk-summary-list__value"));
        Assert.Equal(BidState.Draft, (await service.BidAsync(bid)).State);
        await service.Lead().PostAndFollowAsync($"/bids/{bid}/check-answers", ("Version", again.Typed("Version")!));
    }

    [Fact]
    public async Task Post_LapsedAMomentTooEarly_IsNotTakenForAColleaguesChange()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var read = (await service.Lead().GetPageAsync($"/bids/{bid}/check-answers")).Typed("Version")!;
        service.Clock.Now = Deadline;
        await service.SweepAsync<CloseDueRounds>();
        service.Clock.Now = Deadline.AddMilliseconds(-1);
        await service.Lead().PostAndFollowAsync($"/bids/{bid}/check-answers", ("Version", read));
        Assert.Equal(BidState.Submitted, (await service.BidAsync(bid)).State);
    }

    [Fact]
    public async Task Post_Again_ShowsTheSameReceipt()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var first = (await service.Lead().GetPageAsync($"/bids/{bid}/submitted")).Text("main");
        service.Clock.Now = Deadline.AddDays(3);
        Assert.Equal($"/bids/{bid}/submitted", await service.Lead().PostAndFollowAsync($"/bids/{bid}/check-answers"));
        Assert.Equal(first, (await service.Lead().GetPageAsync($"/bids/{bid}/submitted")).Text("main"));
        Assert.EndsWith("BidSubmitted", await service.EventsAsync(bid));
        Assert.Equal($"/bids/{bid}", (await service.Lead().GetAsync($"/bids/{bid}/check-answers")).Headers.Location!.OriginalString);
    }

    // Trap: a double click submitting twice.
    [Fact]
    public async Task Post_SeveralAtOnce_OneEventAndEveryOneIsTaken()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var addresses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => service.Lead().PostAndFollowAsync($"/bids/{bid}/check-answers")));
        Assert.All(addresses, a => Assert.Equal($"/bids/{bid}/submitted", a));
        Assert.Equal("BidStarted BidSaved BidSaved BidSubmitted", await service.EventsAsync(bid));
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
        var (late, inTime) = (await service.CompleteAsync(round), await service.CompleteAsync(round));
        service.Clock.Now = at;
        if (jobFirst) await service.SweepAsync<CloseDueRounds>();

        var page = await service.Lead().PostAndStayAsync($"/bids/{late}/check-answers");
        Assert.Equal([$"Round {round} closed at 11:59:59pm on {London.WithWeekday(DateOnly.Parse(closesOn, null))}"], page.Errors());
        Assert.Equal((jobFirst ? BidState.Lapsed : BidState.Draft, "Safer streets"), ((await service.BidAsync(late)).State, (await service.BidAsync(late)).Content.Title));

        service.Clock.Now = at.AddMilliseconds(-1);
        await service.Lead().PostAndFollowAsync($"/bids/{inTime}/check-answers");
        Assert.Equal((BidState.Submitted, (DateTimeOffset?)service.Clock.Now), ((await service.BidAsync(inTime)).State, (await service.BidAsync(inTime)).SubmittedAt));

        service.Clock.Now = at;
        await service.SweepAsync<CloseDueRounds>();
        Assert.Equal((BidState.Lapsed, BidState.Submitted), ((await service.BidAsync(late)).State, (await service.BidAsync(inTime)).State));
    }
}
