using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.ServiceDefaults.Tests;

/// <summary>Receives telemetry over OTLP/HTTP, and keeps the text that can be read in its bytes.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Signal, string Text)> taken = new();
    private readonly WebApplication app;

    private Collector()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/v1/{signal}", TakeAsync);
    }

    public string Address => app.Urls.First();

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        collector.app.Urls.Add("http://127.0.0.1:0");
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>All that came of a signal: "traces", "metrics" or "logs".</summary>
    public string Taken(string signal) => string.Concat(taken.Where(t => t.Signal == signal).Select(t => t.Text));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http, string signal)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        taken.Enqueue((signal, Encoding.Latin1.GetString(body.ToArray())));
    }
}
