using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
        // Without an exporter spans are still made, so that an event carries its request's trace whoever looks later.
        var export = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 };
        var resource = ResourceBuilder.CreateDefault().AddService(service, "platform").AddEnvironmentVariableDetector();

        var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource("Platform", "Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "MassTransit", "Yarp.ReverseProxy");
        builder.Services.AddSingleton(_ => (export ? traces.AddOtlpExporter() : traces).Build());
        builder.Services.AddSingleton<PlatformMeters>();
        if (export)
        {
            builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
                .AddMeter("Platform", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "Npgsql", "MassTransit", "System.Runtime")
                .AddOtlpExporter().Build());
            builder.Logging.AddOpenTelemetry(o =>
            {
                o.SetResourceBuilder(resource);
                o.IncludeFormattedMessage = true;
                o.AddOtlpExporter();
            });
        }
        builder.Services.AddHostedService<Providers>();
    }

    // Makes the providers at the start; the container ends and flushes them.
    private sealed class Providers(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetService<TracerProvider>();
            services.GetService<MeterProvider>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
