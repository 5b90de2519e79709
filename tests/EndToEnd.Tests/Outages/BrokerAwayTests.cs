using System.Net;
using Platform.Contracts;
using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Outages;

/// <summary>RabbitMQ is stopped and started again.</summary>
public sealed class BrokerAwayTests(WholePlatform platform, Chromium chromium)
{
    [Fact]
    public async Task SubmitBid_BrokerAway_IsTaken_AndEverybodyLearnsOfItOnceLater()
    {
        var today = London.DateOf(platform.Clock.GetUtcNow());
        await platform.Api.OpenRoundAsync("BRK", today);
        var bid = await platform.Api.WriteBidAsync("editor@charnwood.example", "BRK", "CHA", today.AddMonths(4));
        await using var lead = await chromium.OpenAsync(platform);
        await lead.SignInAsync("lead@charnwood.example");
        using var client = new HttpClient();

        await platform.Broker.StopAsync();
        await Until.TrueAsync(
            async () => await StatusAsync("ready") == HttpStatusCode.ServiceUnavailable,
            "Bids says that its broker is away"
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("live"));
        // After three probes the gateway would take a service out whose liveness depended on the broker.
        using (var probes = new Probes())
            await probes.AllAskedAsync(ServiceNames.BehindTheGateway.Count, times: 3);
        await lead.GoAsync($"/bids/{bid}/declaration");
        await lead.ChooseAsync("I confirm this for Charnwood");
        await lead.PressAsync("Submit bid");
        Assert.Equal($"/bids/{bid}/submitted", lead.Path);
        await lead.GoAsync("/");
        Assert.Equal(0, await SubmittedAsync("event_log", "sent_at is not null"));

        await platform.Broker.StartAgainAsync(TestContext.Current.CancellationToken);
        await Until.TrueAsync(async () => await SubmittedAsync("event_log", "sent_at is not null") == 1, "the event was sent", 150);
        await Until.TrueAsync(async () => await StatusAsync("ready") == HttpStatusCode.OK, "Bids is ready again", 150);
        await Until.TrueAsync(async () => await ReceiptsAsync(bid) == Receipts, "the receipts have gone out", 150);
        await using var officer = await chromium.OpenAsync(platform);
        await officer.SignInAsync("officer@opcc.example");
        await officer.GoUntilAsync("/", bid);
        var message = "select count(*) from handled_messages where consumer like '%bid%' and message_id::text = $1";
        var id = await IdAsync(bid);
        await Until.TrueAsync(async () => await platform.CountAsync("reporting", message, id) >= 1, "Reporting has handled it", 150);
        // Who lost the broker asks for it again after up to a minute: the next test begins when everybody has it back.
        foreach (var service in ServiceNames.BehindTheGateway)
            await Until.TrueAsync(async () => await StatusAsync("ready", service) == HttpStatusCode.OK, $"{service} is ready again", 150);
        Assert.Equal(Receipts, await ReceiptsAsync(bid));
        Assert.Equal(1, await platform.CountAsync("notifications", message, id));
        platform.Errors.Take();

        async Task<HttpStatusCode> StatusAsync(string kind, string service = ServiceNames.Bids) =>
            (await client.GetAsync(platform.HealthOf(service, kind), TestContext.Current.CancellationToken)).StatusCode;
    }

    private Task<long> SubmittedAsync(string table, string condition) =>
        platform.CountAsync(
            "bids",
            $"select count(*) from {table} where type = 'BidSubmitted' and json::text like '%\"BRK-CHA-01\"%' and {condition}"
        );

    private Task<string> IdAsync(string bid) =>
        platform.TextAsync("bids", $"select id::text from event_log where type = 'BidSubmitted' and json::text like '%\"{bid}\"%'");

    // To the editor, who wrote it, and the lead, who submitted it.
    private const int Receipts = 2;

    private Task<long> ReceiptsAsync(string bid) =>
        platform.CountAsync(
            "notifications",
            "select count(*) from letters where subject like $1 and state = 'Sent'",
            $"Received: bid {bid}%"
        );
}
