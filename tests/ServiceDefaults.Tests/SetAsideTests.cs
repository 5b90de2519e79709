using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.Reporting;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;
using RabbitMQ.Client;

namespace Platform.ServiceDefaults.Tests;

/// <summary>What lies in the queues that MassTransit moves failures to.</summary>
public sealed class SetAsideTests(TwoServices services)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("reporting-round_error")]
    [InlineData("reporting-round_skipped")]
    public async Task Start_MessageOfOurs_IsHandled_AndWhatNobodyUnderstands_IsKeptAndCounted(string aside)
    {
        await using var connection = await services.ConnectAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);
        await channel.QueueDeclareAsync(aside, durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancellation);
        var message = Guid.CreateVersion7();
        await PutAsync(channel, aside, "nobody's");
        await PutAsync(channel, aside, Envelope(message));
        await TwoServices.EventuallyAsync(async () => await channel.MessageCountAsync(aside, Cancellation) == 2, "both lie there");

        await using var reporting = await services.StartAsync<ReportingService>();
        await using var db = services.Open("reporting");
        await TwoServices.EventuallyAsync(
            () => db.Set<HandledMessage>().AnyAsync(m => m.MessageId == message && m.Consumer == "reporting-round", Cancellation),
            "it is handled",
            30
        );
        var kept = db.Set<FailedMessage>().Where(m => m.Queue == "reporting-round" && m.Type == "unknown");
        await TwoServices.EventuallyAsync(
            async () => await kept.AnyAsync(m => m.State == FailedMessageState.Waiting, Cancellation),
            "it is kept",
            30
        );
        await TwoServices.EventuallyAsync(
            async () => await channel.MessageCountAsync(aside, Cancellation) == 0,
            "nothing is left there",
            30
        );
        using var http = new HttpClient { BaseAddress = new(reporting.Urls.First()) };
        using var ready = await http.GetAsync("/health/ready", Cancellation);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        // Those of other tests wait too.
        var waiting = await db.Set<FailedMessage>().CountAsync(m => m.State == FailedMessageState.Waiting, Cancellation);
        var said = await ready.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains($"could not be handled: {waiting}\n", said, StringComparison.Ordinal);
        var failed = await kept.SingleAsync(Cancellation);
        Assert.Equal("\"nobody's\"", failed.Json.Replace("\\u0027", "'", StringComparison.Ordinal));
        // An administrator's two ways: a retry fails as before, and what is discarded is not counted any more.
        var failures = failed.Failures;
        await SettleAsync(reporting, failed.Id, retry: true);
        await TwoServices.EventuallyAsync(async () => await kept.AnyAsync(m => m.Failures > failures, Cancellation), "it failed again", 30);
        await SettleAsync(reporting, failed.Id, retry: false);
        await TwoServices.EventuallyAsync(
            async () => !await kept.AnyAsync(m => m.State == FailedMessageState.Waiting, Cancellation),
            "it is given up",
            30
        );
        await reporting.StopAsync(Cancellation);
        await channel.QueueDeleteAsync(aside, cancellationToken: Cancellation);
    }

    private static Task SettleAsync(WebApplication service, Guid failure, bool retry) =>
        service
            .Services.GetRequiredService<Transport>()
            .PublishAsync(
                new FailureSettled(Guid.CreateVersion7(), 1, DateTimeOffset.UnixEpoch, Person.Platform, failure, "reporting", retry),
                Guid.CreateVersion7(),
                Cancellation
            );

    private static ValueTask PutAsync(IChannel channel, string queue, string body) =>
        channel.BasicPublishAsync(
            "",
            queue,
            mandatory: true,
            new BasicProperties { ContentType = "application/vnd.masstransit+json", Persistent = true },
            Encoding.UTF8.GetBytes(body),
            Cancellation
        );

    private static string Envelope(Guid message)
    {
        var opened = new RoundOpened(
            Guid.NewGuid(),
            1,
            DateTimeOffset.UnixEpoch,
            Person.Platform,
            new(
                "T1",
                "Tests",
                "Set aside",
                DateTimeOffset.UnixEpoch,
                DateTimeOffset.UnixEpoch,
                new(2025, 4, 1),
                new(2026, 3, 31),
                null,
                0,
                [],
                false
            )
        );
        return $$"""
            {"messageId": "{{message}}", "messageType": ["urn:message:Platform.Contracts:RoundOpened"],
            "message": {{JsonSerializer.Serialize(opened, Doors.Json)}} }
            """;
    }
}
