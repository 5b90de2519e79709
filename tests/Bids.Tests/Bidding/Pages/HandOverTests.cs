using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

/// <summary>An editor hands a bid over to the lead, who submits it or gives it back.</summary>
public sealed class HandOverTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task HandOver_TheLeadIsNamedAndSubmitsOrGivesBack()
    {
        var lead = new ContactChanged(
            Guid.NewGuid(),
            1,
            Given.InTime,
            Person.Platform,
            new("Lou Page", "lou@blaby.example", Partnership.Get("BLA"), [Roles.PartnerLead], true)
        );
        await service.DeliverAsync(lead);
        var bid = await service.ReadyAsync(await service.RoundAsync(), "BLA");
        var (editor, address) = (service.Editor("BLA"), $"/bids/{bid}");
        Assert.Contains("Check your answers and hand over to Lou Page", (await editor.GetPageAsync(address)).Texts("main a"));
        Assert.Contains("Hand over to Lou Page", (await editor.GetPageAsync($"{address}/check-answers")).Texts("main button"));
        Assert.Equal(address, await editor.PostAndFollowAsync($"{address}/check-answers?handler=HandOver"));
        Assert.Equal(address, await editor.PostAndFollowAsync($"{address}/check-answers?handler=HandOver"));
        Assert.EndsWith(" BidReady", await service.EventsAsync(bid));

        var page = await editor.GetPageAsync(address);
        Assert.Contains("It is to be submitted by Lou Page.", page.Texts(".govuk-inset-text")[0]);
        Assert.Contains("Ready to submit", page.Texts(".govuk-tag"));
        var banner = (await service.Lead("BLA").GetPageAsync(address)).Text(".govuk-notification-banner__heading");
        Assert.StartsWith("Ed of BLA handed this bid over at", banner);

        await editor.PostAndFollowAsync(
            $"{address}/project",
            ("Version", $"{(await service.BidAsync(bid)).Version}"),
            ("Title", "Safer still"),
            ("Theme", Given.Themes[0]),
            ("Summary", "S")
        );
        Assert.Contains("The project, by Ed of BLA", string.Join(' ', (await service.Lead("BLA").GetPageAsync(address)).Texts("main li")));
        Assert.Contains("Hand it over again", (await editor.GetPageAsync(address)).Texts("main button"));

        Assert.Equal(
            ["Enter what is to be changed, in 1,000 characters or less"],
            (await service.Lead("BLA").PostAndStayAsync($"{address}/give-back")).Errors()
        );
        Assert.Equal(address, await service.Lead("BLA").PostAndFollowAsync($"{address}/give-back", ("Reason", "Say who watches")));
        Assert.Contains("Say who watches", (await editor.GetPageAsync(address)).Texts(".govuk-inset-text")[0]);
        Assert.EndsWith("BidReady BidSaved BidDeclined", await service.EventsAsync(bid));
        Assert.Contains("Given back by the lead", (await editor.GetPageAsync($"{address}/history")).Text("main"));
    }

    [Fact]
    public async Task TakeBack_ByTheEditor_AndNeverByAnotherPartnership()
    {
        var bid = await service.ReadyAsync(await service.RoundAsync(), "BLA");
        var address = $"/bids/{bid}";
        await service.Editor("BLA").PostAndFollowAsync($"{address}/check-answers?handler=HandOver");
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor().PostAsync($"{address}?handler=TakeBack")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Officer().PostAsync($"{address}?handler=TakeBack")).StatusCode);
        Assert.Equal(address, await service.Editor("BLA").PostAndFollowAsync($"{address}?handler=TakeBack"));
        Assert.EndsWith("BidReady BidRecalled", await service.EventsAsync(bid));
        Assert.DoesNotContain("Ready to submit", (await service.Editor("BLA").GetPageAsync(address)).Texts(".govuk-tag"));
    }

    [Fact]
    public async Task HandOver_ASectionIsNotCompleted_IsSaid()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync(), "BLA");
        Assert.Equal(
            ["A section of the bid is not completed. Complete it before you hand the bid over"],
            (await service.Editor("BLA").PostAndStayAsync($"/bids/{bid}/check-answers?handler=HandOver")).Errors()
        );
    }

    [Fact]
    public async Task Api_HandsOverTakesBackAndGivesBack()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync(), "BLA");
        var (editor, lead) = (service.Editor("BLA"), service.Lead("BLA"));
        var early = await (await lead.SendJsonAsync(HttpMethod.Post, $"/api/bids/{bid}/declined", new { Reason = "No" })).ProblemAsync(
            HttpStatusCode.Conflict
        );
        Assert.Equal("/problems/not-handed-over", early.Type());
        await editor.MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/ready", new { });
        await editor.MustAsync(HttpStatusCode.NoContent, HttpMethod.Delete, $"/api/bids/{bid}/ready", null);
        await editor.MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/ready", new { });
        var read = await editor.MustAsync(HttpStatusCode.OK, HttpMethod.Get, $"/api/bids/{bid}", null);
        Assert.NotEqual(default, read.GetProperty("bid").GetProperty("readyAt").GetDateTimeOffset());
        await lead.MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/declined", new { Reason = "No" });
        Assert.EndsWith("BidReady BidRecalled BidReady BidDeclined", await service.EventsAsync(bid));
    }
}
