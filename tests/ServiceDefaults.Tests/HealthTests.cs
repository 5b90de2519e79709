using System.Diagnostics;
using System.Net;
using MassTransit;
using Platform.Bids;
using RabbitMQ.Client;

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
        // A broker that hangs keeps its connections: only a request to it shows that it hangs.
        await SignalBrokerAsync("STOP");
        await TwoServices.EventuallyAsync(
            async () => await StatusAsync(http, "/health/ready") == HttpStatusCode.ServiceUnavailable,
            "not ready while it hangs"
        );
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

    [Fact]
    public async Task QueueStaysUnread_BusIsStartedAgain_ThenTheProcessIsNotAlive_AndTheNextOneReadsIt()
    {
        const string queue = "bids-contact-changed";
        var starts = new Starts();
        await using var app = await services.StartAsync<BidsService>(adjust: builder =>
        {
            builder.Configuration["RabbitMq:NotReadySeconds"] = "2";
            builder.Services.AddBusObserver(_ => starts);
        });
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        await using var connection = await services.ConnectAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        // A queue of another kind has its name: the endpoint cannot declare its own, and so reads none.
        await channel.QueueDeleteAsync(queue, cancellationToken: Cancellation);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);

        await TwoServices.EventuallyAsync(() => Task.FromResult(starts.Count == 2), "the bus is started again");
        await TwoServices.EventuallyAsync(
            async () => await StatusAsync(http, "/health/live") == HttpStatusCode.ServiceUnavailable,
            "not alive when that did not help"
        );
        Assert.Equal(2, starts.Count);
        await app.StopAsync(Cancellation);

        await channel.QueueDeleteAsync(queue, cancellationToken: Cancellation);
        await using var next = await services.StartAsync<BidsService>();
        using var nextHttp = new HttpClient { BaseAddress = new(next.Urls.First()) };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(nextHttp, "/health/live"));
        Assert.Equal(1u, await channel.ConsumerCountAsync(queue, Cancellation));
        await next.StopAsync(Cancellation);
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

    private sealed class Starts : IBusObserver
    {
        private int count;

        public int Count => count;

        public Task PreStart(IBus bus)
        {
            Interlocked.Increment(ref count);
            return Task.CompletedTask;
        }

        public void PostCreate(IBus bus) { }

        public void CreateFaulted(Exception exception) { }

        public Task PostStart(IBus bus, Task<BusReady> busReady) => Task.CompletedTask;

        public Task StartFaulted(IBus bus, Exception exception) => Task.CompletedTask;

        public Task PreStop(IBus bus) => Task.CompletedTask;

        public Task PostStop(IBus bus) => Task.CompletedTask;

        public Task StopFaulted(IBus bus, Exception exception) => Task.CompletedTask;
    }
}
