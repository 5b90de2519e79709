using System.Net;
using Platform.Contracts;
using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Outages;

/// <summary>What outsiders try: another partnership, and requests made up by hand.</summary>
public sealed class OutsidersTests(WholePlatform platform, Chromium chromium)
{
    [Fact]
    public async Task Get_AnotherPartnershipsBid_ShowsNotFound()
    {
        var bid = await DraftAsync("OTH");
        await using var neighbour = await chromium.OpenAsync(platform);
        await neighbour.SignInAsync("lead@rutland.example");
        foreach (var page in (string[])["", "/project", "/check-answers", "/declaration", "/history", "/submissions/1", "/submitted"])
        {
            Assert.Equal(404, (await neighbour.Page.GotoAsync($"/bids/{bid}{page}"))!.Status);
            await neighbour.LookAsync();
            Assert.Equal("Page not found", await neighbour.HeadingAsync());
        }
        await neighbour.GoAsync("/bids");
        Assert.DoesNotContain(bid, await neighbour.TextAsync());
        using var answer = await platform.Api.AskAsync("lead@rutland.example", HttpMethod.Post, $"/api/bids/{bid}/submission");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Submit_AfterTheDeadline_WithAForgedArrival_IsRefused()
    {
        var bid = await DraftAsync("FRG", days: 0);
        var round = (await platform.Api.GetAsync("lead@harborough.example", "/api/rounds"))
            .EnumerateArray()
            .Single(r => r.GetProperty("reference").GetString() == "FRG");
        var deadline = round.GetProperty("closesAt").GetDateTimeOffset();
        platform.Clock.MoveTo(deadline.AddSeconds(1));
        platform.Api.Gateway.DefaultRequestHeaders.Add("Platform-Arrived-At", $"{deadline.AddHours(-1).UtcTicks}");
        try
        {
            using var answer = await platform.Api.AskAsync("lead@harborough.example", HttpMethod.Post, $"/api/bids/{bid}/submission");
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains("round-closed", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            platform.Api.Gateway.DefaultRequestHeaders.Remove("Platform-Arrived-At");
        }
    }

    [Fact]
    public async Task Get_WithAForgedCaller_IsNobody()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(platform.Address) };
        foreach (var authorization in (string[])["Bearer CfDJ8forged", "caller CfDJ8forged", "Basic YWRtaW46YWRtaW4="])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/bids");
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            request.Headers.Add("X-Forwarded-User", "officer@opcc.example");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    private async Task<string> DraftAsync(string round, int days = 30)
    {
        var today = London.DateOf(platform.Clock.GetUtcNow());
        await platform.Api.OpenRoundAsync(round, today, days);
        return await platform.Api.WriteBidAsync("editor@harborough.example", round, "HAR", today.AddMonths(4));
    }
}
