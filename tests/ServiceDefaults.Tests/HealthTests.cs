using System.Diagnostics;
using System.Net;
using Platform.Bids;

namespace Platform.ServiceDefaults.Tests;

/// <summary>The health addresses tell the truth.</summary>
public sealed class HealthTests(TwoServices services)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BrokerAway_IsLive_ButNotReady()
    {
        await using var app = await services.StartAsync<BidsService>();
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        await TwoServices.EventuallyAsync(async () => await StatusAsync(http, "/health/ready") == HttpStatusCode.OK, "ready at first");
        // One that hangs keeps its connections: only asking it something tells.
        await SignalBrokerAsync("STOP");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(http, "/health/ready"));
        await SignalBrokerAsync("CONT");
        await TwoServices.EventuallyAsync(
            async () => await StatusAsync(http, "/health/ready") == HttpStatusCode.OK,
            "ready when it goes on"
        );
        await services.Broker.StopAsync();
        try
        {
            await TwoServices.EventuallyAsync(
                async () => await StatusAsync(http, "/health/ready") == HttpStatusCode.ServiceUnavailable,
                "not ready without its broker"
            );
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/health/live"));
        }
        finally
        {
            await services.Broker.StartAgainAsync(Cancellation);
        }
        await TwoServices.EventuallyAsync(async () => await StatusAsync(http, "/health/ready") == HttpStatusCode.OK, "ready again");
        await app.StopAsync(Cancellation);
    }

    [Fact]
    public async Task DatabaseAway_IsLive_ButNotReady()
    {
        await using var app = await services.StartAsync<BidsService>(
            "Host=127.0.0.1;Port=1;Database=bids;Username=bids;Password=bids;Timeout=2"
        );
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(http, "/health/ready"));
        Assert.Contains("database: Unhealthy", await BodyAsync(http), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, "/health/live"));
        await app.StopAsync(Cancellation);
    }

    private async Task SignalBrokerAsync(string signal)
    {
        using var kill = Process.Start(
            "kill",
            [$"-{signal}", (await File.ReadAllTextAsync(Path.Combine(services.Folder, "rabbitmq", "rabbitmq.pid"), Cancellation)).Trim()]
        );
        await kill.WaitForExitAsync(Cancellation);
    }

    private static async Task<string> BodyAsync(HttpClient http)
    {
        using var answer = await http.GetAsync("/health/ready", Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(address, Cancellation);
        return answer.StatusCode;
    }
}
