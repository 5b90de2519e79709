using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

/// <summary>What was handed in: read, downloaded and compared; the lead's refusal to certify; the history.</summary>
public class SubmissionTests(RunningService<ReturnsService> service)
{
    private async Task<Platform.Returns.Returns.Return> TwiceAsync()
    {
        var owed = await service.OpenReturnAsync();
        await service.SubmitAsync(owed);
        await service.SendBackAsync(owed, new SectionNote(Given.Campaign.Id.ToString(), "How many posters?"));
        service.Clock.Now += TimeSpan.FromDays(40);
        await service.SaveAsync(owed, owed.PageOf(Given.Campaign, "outputs"), ("Achieved[0]", "600"));
        await service.SaveAsync(
            owed,
            owed.PageOf(Given.Campaign, $"assets/{Guid.NewGuid()}"),
            ("Kind", "Banner"),
            ("Quantity", "1"),
            ("Place", "Library")
        );
        await service.AnswerAsync(owed);
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        await service.CertifyAsync(owed);
        return await service.ReturnAsync(owed.Id);
    }

    [Fact]
    public async Task Get_ASubmission_IsWhatWasSubmittedToTheByte()
    {
        var owed = await TwiceAsync();
        var page = await service.Lead.GetPageAsync($"{owed.Address}/submissions/1");
        Assert.Equal(["1 of 2", "12:00:00pm on Tuesday 2 July 2024, by Tom Shaw", "Asha Patel"], page.Texts("dd").Take(3));
        Assert.DoesNotContain("Banner", page.Text("main"), StringComparison.Ordinal);
        foreach (var (number, visitor) in new[] { (1, service.Editor), (2, service.Officer) })
        {
            var bytes = await (await visitor.GetAsync($"{owed.Address}/submissions/{number}.json")).Content.ReadAsByteArrayAsync(
                TestContext.Current.CancellationToken
            );
            Assert.Equal(
                (await visitor.GetPageAsync($"{owed.Address}/submissions/{number}")).Text(".platform-hash"),
                Convert.ToHexStringLower(SHA256.HashData(bytes))
            );
        }
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead.GetAsync($"{owed.Address}/submissions/3")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead.GetAsync($"{owed.Address}/submissions/0.json")).StatusCode);
    }

    [Fact]
    public async Task Get_Changes_ShowsFieldBeforeAndAfter()
    {
        var owed = await TwiceAsync();
        var rows = (await service.Officer.GetPageAsync($"{owed.Address}/submissions/2/changes")).QuerySelectorAll("tbody tr");
        Assert.Equal(
            [
                ["Crimestoppers campaign: Posters", "5", "600"],
                ["Crimestoppers campaign: Bought", "Nothing", "1 × Banner, Library"],
            ],
            rows.Select(r => r.Texts("*").ToArray())
        );
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer.GetAsync($"{owed.Address}/submissions/1/changes")).StatusCode);
    }

    [Fact]
    public async Task Get_ReceiptAfterRework_KeepsTheFirstLateness()
    {
        var owed = await TwiceAsync();
        var texts = (await service.Lead.GetPageAsync($"{owed.Address}/submitted")).Texts("p");
        Assert.Contains(
            "We received it at 12:00:00pm on Sunday 11 August 2024, certified by Tom Shaw. We have sent a receipt by e-mail.",
            texts
        );
        Assert.Contains(
            "It first came in at 12:00:00pm on Tuesday 2 July 2024, on time: due on Wednesday 31 July 2024. That stays as it is.",
            texts
        );
        await service.AcceptAsync(owed);
        Assert.Contains(
            await TextsAsync(),
            t => Regex.IsMatch(t, @"Certified by Tom Shaw, lead, at .* August 2024\. The office accepted it at")
        );

        async Task<IReadOnlyList<string>> TextsAsync() => (await service.Editor.GetPageAsync(owed.Address)).Texts("p");
    }

    [Fact]
    public async Task Get_Receipt_BeforeSubmission_LeadsToTheReturn()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(owed.Address, (await service.Lead.GetAsync($"{owed.Address}/submitted")).Headers.Location!.OriginalString);
        Assert.Equal(owed.Address, (await service.Lead.GetAsync($"{owed.Address}/decline")).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(true, "HandOver", "This return is not required")]
    [InlineData(false, "HandOver", "This return is not required")]
    [InlineData(true, "Submit", "This return is not required")]
    public async Task Post_OfWhatIsNotRequired_IsRefusedInWords_AndAsksForNothing(bool isComplete, string act, string why)
    {
        var owed = await service.OpenReturnAsync();
        if (isComplete)
            await service.FillInAsync(owed);
        await service.Officer.PostAndFollowAsync(
            $"{owed.Address}/not-required",
            ("Again", "false"),
            ("OnPaper", "false"),
            ("Reason", "No delivery")
        );
        var page = await service.Lead.PostAndStayAsync($"{owed.Address}/check-answers?handler={act}");
        Assert.Equal([why], page.Errors());
        Assert.Empty(page.QuerySelectorAll("main form, main a[href*='return=check']"));
        Assert.Equal(owed.Address, page.QuerySelector("main .govuk-button")!.GetAttribute("href"));
        Assert.EndsWith("ReturnNotRequired", await service.EventsAsync(owed.Id));
    }

    [Fact]
    public async Task Decline_GivesItBackWithAReason()
    {
        var owed = await service.OpenReturnAsync();
        await service.HandOverAsync(owed);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Editor.GetAsync($"{owed.Address}/decline")).StatusCode);
        var page = await service.Lead.PostAndStayAsync($"{owed.Address}/decline", ("Reason", " "));
        Assert.Equal(["Enter what is to be changed, in 1,000 characters or less"], page.Errors());
        for (var press = 0; press < 2; press++)
            Assert.Equal(owed.Address, await service.Lead.PostAndFollowAsync($"{owed.Address}/decline", ("Reason", "Name the streets")));
        Assert.Contains("Name the streets", (await service.Editor.GetPageAsync(owed.Address)).Texts(".govuk-inset-text p"));
        await service.AnswerAsync(owed);
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        Assert.DoesNotContain("Name the streets", (await service.Editor.GetPageAsync(owed.Address)).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_SaysWhoChangedWhatNewestFirst()
    {
        var owed = await service.OpenReturnAsync();
        await service.SaveAsync(owed, owed.PageOf(Given.Hardening, "outputs"), ("Achieved[0]", "5"), ("Achieved[1]", "6"));
        await service.Lead.PostAndFollowAsync(
            owed.PageOf(Given.Hardening, "outputs"),
            ("Version", "3"),
            ("Achieved[0]", "7"),
            ("Achieved[1]", "6")
        );
        var items = (await service.Editor.GetPageAsync($"{owed.Address}/history")).QuerySelectorAll(".moj-timeline__item");
        Assert.Equal(["Answers saved", "Answers saved", "Return opened", "Return put on the calendar"], items.Select(i => i.Text("h2")));
        Assert.Equal("by Tom Shaw", items[0].Text(".moj-timeline__byline"));
        Assert.Equal(["Target hardening: Homes target hardened", "5", "7"], items[0].Texts("tbody tr > *"));
    }

    [Fact]
    public async Task History_OfThePartnership_LeavesOutWhatTheOfficeNoted()
    {
        var owed = await service.OpenReturnAsync();
        await service.Officer.PostAndFollowAsync($"{owed.Address}/chasing", ("State", "Stopped"), ("Reason", "Their treasurer is ill"));
        await service.Officer.PostAndFollowAsync($"{owed.Address}/reply", ("Reason", "They rang, and are at odds"));
        var office = await service.Officer.GetPageAsync($"{owed.Address}/history");
        Assert.Equal(
            ["Reply noted by the office", "Reminders stopped", "Return opened", "Return put on the calendar"],
            office.Texts(".moj-timeline__item h2")
        );
        Assert.Equal(["They rang, and are at odds", "Their treasurer is ill"], office.Texts(".moj-timeline__description p"));
        var partner = await service.Editor.GetPageAsync($"{owed.Address}/history");
        Assert.Equal(["Return opened", "Return put on the calendar"], partner.Texts(".moj-timeline__item h2"));
    }

    [Fact]
    public async Task History_OfTheOffice_HasWhatDiffersBetweenSubmissions()
    {
        var owed = await service.OpenReturnAsync();
        await service.SubmitAsync(owed);
        await service.SendBackAsync(owed, new SectionNote("rating", "Why?"));
        await service.SaveAsync(owed, $"{owed.Address}/rating", ("Rating", "Red"), ("RatingReason", "A first word"));
        await service.SaveAsync(owed, $"{owed.Address}/rating", ("Rating", "Amber"), ("RatingReason", "Staff left"));
        await service.AnswerAsync(owed);
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        await service.CertifyAsync(owed);
        var items = (await service.Officer.GetPageAsync($"{owed.Address}/history")).QuerySelectorAll(".moj-timeline__item");
        Assert.Equal(
            [
                "Certified and submitted",
                "Handed over to be certified",
                .. Enumerable.Repeat("Answers saved", 3),
                "Sent back, to be back by 16 July 2024",
            ],
            items.Take(6).Select(i => i.Text("h2"))
        );
        Assert.Equal(
            [
                "Overall rating: How it is going in all",
                "Green: as planned",
                "Amber: in danger, and in hand",
                "Overall rating: Why",
                "As planned",
                "Staff left",
            ],
            items[0].Texts("tbody tr > *")
        );
        Assert.All(items.Skip(1), item => Assert.Empty(item.QuerySelectorAll("table")));
    }
}
