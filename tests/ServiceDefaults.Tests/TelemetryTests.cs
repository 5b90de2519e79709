using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using Platform.Bids;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Tests;

public sealed class TelemetryTests(TwoServices services)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void MassTransit_DoesNotReportToItsMakers() =>
        Assert.False(services.Reporting.Services.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled);

    [Fact]
    public void NoEndpoint_NothingIsMeasuredOrCollected()
    {
        Assert.Null(services.Reporting.Services.GetService<MeterProvider>());
        Assert.Null(services.Reporting.Services.GetService<LoggerProvider>());
    }

    [Fact]
    public async Task Endpoint_TakesTracesMetricsAndLogs_OfRequestsDatabaseAndMessages()
    {
        await using var collector = await Collector.StartAsync();
        await using var app = await services.StartAsync<BidsService>(adjust: builder =>
            builder.Configuration.AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                    ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                    ["Logging:OpenTelemetry:LogLevel:Default"] = "Information",
                }
            )
        );
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        foreach (var address in (string[])["/health/live", "/health/ready", "/bids/secret-17/check-answers"])
            (await http.GetAsync(address, Cancellation)).Dispose();
        var sent = await CommitAsync();
        await TwoServices.EventuallyAsync(() => HandledAsync(sent), "its consumer handled it");
        await app.StopAsync(Cancellation);
        await app.DisposeAsync();

        var traces = collector.Taken("traces");
        foreach (
            var part in (string[])
                [
                    "service.name",
                    "bids",
                    "http.route",
                    "GET bids/{reference}/check-answers",
                    "http.response.status_code",
                    "Npgsql",
                    "send RoundOpened",
                    "MassTransit",
                ]
        )
            Assert.Contains(part, traces, StringComparison.Ordinal);
        Assert.DoesNotContain("/health", traces, StringComparison.Ordinal);
        var metrics = collector.Taken("metrics");
        foreach (
            var name in (string[])
                [
                    "platform.events.sent",
                    "http.server.request.duration",
                    "kestrel.connection.duration",
                    "dotnet.gc.collections",
                    "db.client.",
                ]
        )
            Assert.Contains(name, metrics, StringComparison.Ordinal);
        Assert.Contains("Bus started: rabbitmq://", collector.Taken("logs"), StringComparison.Ordinal);
    }

    private async Task<Guid> CommitAsync()
    {
        var opened = new RoundOpened(
            Guid.NewGuid(),
            1,
            DateTimeOffset.UnixEpoch,
            Person.Platform,
            new(
                "T1",
                "Tests",
                "Traced",
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
        var row = new EventLogRow
        {
            Id = Guid.CreateVersion7(),
            Aggregate = opened.Id,
            Version = 1,
            Type = nameof(RoundOpened),
            OccurredAt = DateTimeOffset.UnixEpoch,
            Json = JsonSerializer.Serialize(opened, Doors.Json),
        };
        await using var bids = services.Open("bids");
        bids.Add(row.Sealed());
        await bids.SaveChangesAsync(Cancellation);
        return row.Id;
    }

    private async Task<bool> HandledAsync(Guid id)
    {
        await using var reporting = services.Open("reporting");
        return await reporting.Set<HandledMessage>().FindAsync([id, "reporting-round"], Cancellation) is not null;
    }
}
