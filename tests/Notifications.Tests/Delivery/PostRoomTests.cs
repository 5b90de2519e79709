using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Delivery;

/// <summary>A mail server of its own, on a database of its own: here replicas come and go.</summary>
public sealed class PostRoomHost : NotificationsHost
{
    internal SmtpSink Sink { get; } = new();

    protected override Dictionary<string, string?> Mail(string letters) =>
        new()
        {
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = Sink.Port.ToString(null, null),
            ["Mail:Smtp:StartTls"] = "false",
        };
}

public sealed class PostRoomTests(PostRoomHost host) : NotificationsTest(host), IClassFixture<PostRoomHost>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        host.Sink.Taken.Clear();
    }

    // In tests, jobs run when they are called; this one runs as the program starts it.
    private static async Task<PostRoom> OpenAsync(IServiceProvider services)
    {
        var running = new ConfigurationManager { ["Jobs:Seconds"] = "15" };
        var room = ActivatorUtilities.CreateInstance<PostRoom>(services, (IConfiguration)running);
        await room.StartAsync(Cancellation);
        return room;
    }

    private async Task UntilTakenAsync(int count)
    {
        for (var wait = 0; host.Sink.Taken.Count < count && wait < 3000; wait++)
            await Task.Delay(10, Cancellation);
    }

    [Fact]
    public async Task LetterWritten_WakesALane()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var signal = Service.Services.GetRequiredService<LetterSignal>();
        while (await signal.WaitAsync(TimeSpan.Zero, Cancellation)) { }
        Assert.False(await signal.WaitAsync(TimeSpan.FromSeconds(1), Cancellation));

        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));

        Assert.True(await signal.WaitAsync(TimeSpan.Zero, Cancellation));
    }

    [Fact]
    public async Task LettersWritten_WhileItIsOpen_AllGo()
    {
        for (var i = 0; i < 6; i++)
            await Service.DeliverAsync(Given.Contact(Given.Somebody($"Person {i}"), Given.Melton, Roles.PartnerEditor));
        var room = await OpenAsync(Service.Services);
        for (var rung = 1; rung <= 3; rung++)
        {
            await Service.DeliverAsync(Given.Chased(rung, Roles.PartnerEditor));
            await UntilTakenAsync(6 * rung);
        }
        await room.StopAsync(Cancellation);

        Assert.Equal(18, host.Sink.Taken.Count);
        Assert.All(await Service.LettersAsync(), l => Assert.Equal(LetterState.Sent, l.State));
    }

    [Fact]
    public async Task TwoReplicasWithFourLanesEach_EachLetterOnce()
    {
        for (var i = 0; i < 30; i++)
            await Service.DeliverAsync(Given.Contact(Given.Somebody($"Person {i}"), Given.Melton, Roles.PartnerEditor));
        for (var i = 0; i < 5; i++)
            await Service.DeliverAsync(Given.SentBackEvent());
        WebApplication second = await host.StartReplicaAsync();

        var rooms = new[] { await OpenAsync(Service.Services), await OpenAsync(second.Services) };
        await UntilTakenAsync(150);
        foreach (var room in rooms)
            await room.StopAsync(Cancellation);

        var ids = host.Sink.Taken.Select(m => ParsedMail.Read(m)["Message-ID"]).ToList();
        Assert.Equal(150, ids.Count);
        Assert.Equal(150, ids.Distinct().Count());
        Assert.All(await Service.LettersAsync(), l => Assert.Equal((LetterState.Sent, 1), (l.State, l.Attempts)));
    }

    [Theory]
    [InlineData("Mail:MostPerSecond", 20, 1)]
    [InlineData("Mail:MostPerMinute", 3, 60)]
    public async Task Limit_NoMoreThanThatManyInItsWindow(string key, int most, int seconds)
    {
        using var limit = new SendingLimit(new ConfigurationManager { [key] = $"{most}" });
        var (watch, passed) = (Stopwatch.StartNew(), new ConcurrentBag<double>());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1.6));
        await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(async _ =>
                {
                    try
                    {
                        while (true)
                        {
                            await limit.WaitAsync(patience.Token);
                            passed.Add(watch.Elapsed.TotalSeconds);
                        }
                    }
                    catch (OperationCanceledException) { }
                })
        );

        Assert.Equal(most, passed.Count(p => p < 0.5));
        Assert.InRange(passed.Count, most, seconds == 1 ? 2 * most : most);
    }

    [Fact]
    public void Limit_NoNumber_SaysSo() =>
        Assert.Equal(
            "Mail:MostPerSecond is not a whole number of 1 or more: many.",
            Assert
                .Throws<InvalidOperationException>(() => new SendingLimit(new ConfigurationManager { ["Mail:MostPerSecond"] = "many" }))
                .Message
        );
}
