using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Notifications.Tests.Fixtures;

/// <summary>GOV.UK Notify as far as the platform uses it: it checks the token of every request as the real one says it does.</summary>
internal sealed class NotifyStandIn : IAsyncDisposable
{
    public static readonly Guid Service = Guid.Parse("26785a09-ab16-4eb0-8407-a37497a57506");
    public static readonly Guid Template = Guid.Parse("f33517ff-2a88-4f6e-b855-c550268ce08a");
    public static readonly Guid ReplyTo = Guid.Parse("8e222534-7f05-4972-86e3-17c5d9f894e2");
    private const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";

    private readonly WebApplication app;

    private NotifyStandIn(WebApplication app) => this.app = app;

    public static string ApiKey => $"our_key-{Service}-{Secret}";

    public string Address => app.Urls.First();

    /// <summary>What it took, each once.</summary>
    public ConcurrentQueue<JsonObject> Taken { get; } = new();

    /// <summary>Every request: "POST", "GET".</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>What it answers to a letter instead of taking it.</summary>
    public (int Status, string Message)? Refusal { get; set; }

    /// <summary>Takes a letter, and dies before it says so.</summary>
    public bool DiesAfterTaking { get; set; }

    public static async Task<NotifyStandIn> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var standIn = new NotifyStandIn(builder.Build());
        standIn.app.Urls.Add("http://127.0.0.1:0");
        standIn.app.MapPost("/v2/notifications/email", (Delegate)standIn.TakeAsync);
        standIn.app.MapGet("/v2/notifications", standIn.List);
        await standIn.app.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpContext http)
    {
        Asked.Enqueue("POST");
        if (TokenProblem(http) is { } wrong)
            return Error(403, wrong);
        if (Refusal is { } refusal)
            return Error(refusal.Status, refusal.Message);
        Taken.Enqueue((JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!);
        if (DiesAfterTaking)
            http.Abort();
        return Results.Json(new { id = Guid.NewGuid() }, statusCode: 201);
    }

    private IResult List(HttpContext http, string reference)
    {
        Asked.Enqueue("GET");
        return TokenProblem(http) is { } wrong
            ? Error(403, wrong)
            : Results.Json(
                new
                {
                    notifications = Taken
                        .Where(t => t["reference"]!.GetValue<string>() == reference)
                        .Select(_ => new { status = "sending" }),
                    links = new { },
                }
            );
    }

    private static IResult Error(int status, string message) =>
        Results.Json(new { status_code = status, errors = new[] { new { error = "AnError", message } } }, statusCode: status);

    private static string? TokenProblem(HttpContext http)
    {
        if (
            http.Request.Headers.Authorization.ToString().Split(' ') is not ["Bearer", var token]
            || token.Split('.') is not [var head, var claims, var signature]
        )
            return "Unauthorized: authentication bearer scheme must be used";
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes($"{head}.{claims}"));
        if (!Bytes(signature).SequenceEqual(expected))
            return "Invalid token: signature, api token not found";
        var (header, said) = (JsonDocument.Parse(Bytes(head)).RootElement, JsonDocument.Parse(Bytes(claims)).RootElement);
        if (header.GetProperty("alg").GetString() != "HS256" || header.GetProperty("typ").GetString() != "JWT")
            return "Invalid token: algorithm used is not HS256";
        if (said.GetProperty("iss").GetGuid() != Service)
            return "Invalid token: service not found";
        return Math.Abs(said.GetProperty("iat").GetInt64() - TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()) > 30
            ? "Error: Your system clock must be accurate to within 30 seconds"
            : null;
    }

    private static byte[] Bytes(string part) =>
        Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '='));
}
