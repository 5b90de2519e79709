using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Notifications.Delivery;

/// <summary>
/// Hands letters to GOV.UK Notify over its HTTP API. A letter's id is its reference there, so Notify can be asked whether it has the
/// letter.
/// </summary>
internal sealed class NotifyProvider(NotifyAccount account) : MailProvider, IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
    )
    {
        BaseAddress = account.Address,
        Timeout = Handovers.LongestAttempt,
    };

    public override bool KnowsItsLetters => true;

    public override async Task<MailAnswer> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Post, "v2/notifications/email");
        request.Content = JsonContent.Create(
            new Letter(mail.To.Address, account.Template, new(mail.Subject, mail.Text), $"{mail.Id}", account.ReplyTo)
        );
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return MailAnswer.Taken;
        var why = $"GOV.UK Notify answered {(int)response.StatusCode}: {await ReasonAsync(response, cancellationToken)}";
        return response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden ? MailAnswer.Never(why) : MailAnswer.Later(why);
    }

    public override async Task<bool> HasAsync(Guid letter, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Get, $"v2/notifications?reference={letter}");
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var known = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return known.GetProperty("notifications").GetArrayLength() > 0;
    }

    public void Dispose() => http.Dispose();

    // Notify compares the token's time with its own clock, so this is never the clock that a demonstration moves.
    private HttpRequestMessage Request(HttpMethod method, string path) =>
        new(method, path)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", account.Token(TimeProvider.System.GetUtcNow())) },
        };

    private static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            var errors = JsonDocument
                .Parse(body)
                .RootElement.GetProperty("errors")
                .EnumerateArray()
                .Select(e => e.GetProperty("message").GetString());
            return string.Join("; ", errors);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return body is { Length: > 0 and <= 200 } ? body : response.ReasonPhrase ?? "no reason";
        }
    }

    private sealed record Letter(
        [property: JsonPropertyName("email_address")] string Address,
        [property: JsonPropertyName("template_id")] Guid Template,
        [property: JsonPropertyName("personalisation")] Words Words,
        [property: JsonPropertyName("reference")] string Reference,
        [property: JsonPropertyName("email_reply_to_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ReplyTo
    );

    private sealed record Words([property: JsonPropertyName("subject")] string Subject, [property: JsonPropertyName("body")] string Body);
}
