using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Keeping;

namespace Platform.Gateway.Tests.Hosting;

/// <summary>A request as a service receives it.</summary>
public sealed record Received(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    Caller Caller,
    bool Authenticated,
    bool Confirmed
);

/// <summary>
/// Stands behind the gateway as every service does, with the services' own handler of caller tokens, and keeps what it receives.
/// </summary>
public sealed class Upstream : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Received> received = new();

    private Upstream(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public Received this[string path] => received[path];

    public bool Got(string path) => received.ContainsKey(path);

    public static async Task<Upstream> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([
            new("CallerKeys:Public", TestKeys.Callers.Published),
            new("Urls", "http://127.0.0.1:0"),
        ]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(CallerTokens.Read);
        builder.Services.AddCallers(ServiceNames.Bids, builder.Configuration);
        var upstream = new Upstream(builder.Build());
        upstream.app.UseAuthentication();
        upstream.app.Run(upstream.AnswerAsync);
        await upstream.app.StartAsync();
        return upstream;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        received[path] = new(
            http.Request.Method,
            path + http.Request.QueryString,
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body,
            http.RequestServices.GetRequiredService<Caller>(),
            http.User.Identity?.IsAuthenticated == true,
            Confirmation.IsRecent(http.User)
        );
        http.Response.Headers.SetCookie = "of-the-service=1";
        if (path.Contains("/private", StringComparison.Ordinal) && http.User.Identity?.IsAuthenticated != true)
            await http.ChallengeAsync(CallerTokens.Scheme);
        else if (path.Contains("/sign/", StringComparison.Ordinal) && !Confirmation.IsRecent(http.User))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            http.Response.Headers.WWWAuthenticate = $"Bearer error=\"{Confirmation.Error}\"";
        }
        else if (path == SubjectDoor.Path)
            await Results.Json(new[] { new HeldData(DataKinds.Letters, "A letter", [new("Words", "<b>Dear Zoë</b>")]) }).ExecuteAsync(http);
        else if (path.Contains("/status/", StringComparison.Ordinal))
            http.Response.StatusCode = int.Parse(path.Split('/')[^1]);
        else if (path.Contains("/problem/", StringComparison.Ordinal))
            await Results.Problem("Of the service.", statusCode: int.Parse(path.Split('/')[^1])).ExecuteAsync(http);
        else if (path.Contains("/own/", StringComparison.Ordinal))
        {
            http.Response.StatusCode = int.Parse(path.Split('/')[^1]);
            await http.Response.WriteAsync("the service's own words");
        }
        else if (path.Contains("/done/", StringComparison.Ordinal))
        {
            http.Response.Headers[DoneBanner.Header] = new DoneBanner("£5 is paid – “twice”", "Nobody").InHeader;
            http.Response.Redirect("/bids/next");
        }
        else if (path.Contains("/download/", StringComparison.Ordinal))
            await Results.Bytes([1], "application/pdf", "a.pdf").ExecuteAsync(http);
        else
            await Results.Content("<!doctype html><title>of the service</title>", "text/html").ExecuteAsync(http);
    }
}
