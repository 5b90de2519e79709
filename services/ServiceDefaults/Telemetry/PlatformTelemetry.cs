using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Platform.ServiceDefaults.Telemetry;

/// <summary>The platform's own spans.</summary>
public static class PlatformActivity
{
    /// <summary>The source of sweeps and sends.</summary>
    public static readonly ActivitySource Source = new("Platform");
}

/// <summary>The platform's own instruments.</summary>
public sealed class PlatformMeters(IMeterFactory meters)
{
    private readonly Meter meter = meters.Create("Platform");

    /// <summary><c>platform.events.sent</c>: events that the broker confirmed.</summary>
    public Counter<long> EventsSent => field ??= meter.CreateCounter<long>("platform.events.sent", "{event}");

    /// <summary><c>platform.messages.handled</c>: messages that a consumer acted on.</summary>
    public Counter<long> MessagesHandled => field ??= meter.CreateCounter<long>("platform.messages.handled", "{message}");

    /// <summary><c>platform.messages.repeated</c>: deliveries that did nothing, because they had been handled.</summary>
    public Counter<long> MessagesRepeated => field ??= meter.CreateCounter<long>("platform.messages.repeated", "{message}");

    /// <summary><c>platform.sweeps.done</c>: things that sweeps did.</summary>
    public Counter<long> SweepsDone => field ??= meter.CreateCounter<long>("platform.sweeps.done", "{thing}");
}

/// <summary>Traces, metrics and logs over OTLP, by the standard <c>OTEL_*</c> variables.</summary>
public static class TelemetryRegistration
{
    internal static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        builder.Services.AddSingleton<PlatformMeters>();
        // Spans are made even without an exporter, so that an event carries its request's trace.
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service, "platform").AddEnvironmentVariableDetector())
            .WithTracing(traces =>
                traces
                    .AddSource("Platform", "MassTransit", "Yarp.ReverseProxy")
                    .AddAspNetCoreInstrumentation(requests => requests.Filter = http => !IsHealth(http.Request.Path))
            );
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
            return;
        builder.Services.Configure<OpenTelemetryLoggerOptions>(logs => logs.IncludeFormattedMessage = true);
        telemetry
            .WithTracing(traces =>
                traces
                    .AddHttpClientInstrumentation(calls =>
                        calls.FilterHttpRequestMessage = call => !IsHealth(call.RequestUri?.AbsolutePath)
                    )
                    .AddNpgsql()
            )
            .WithMetrics(metrics =>
                metrics
                    .AddMeter("Platform", "MassTransit")
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddNpgsqlInstrumentation()
            )
            .UseOtlpExporter();
    }

    // Orchestrators and the gateway ask every few seconds: these spans are of no interest.
    private static bool IsHealth(PathString address) => address.StartsWithSegments("/health");
}
