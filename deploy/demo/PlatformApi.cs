using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Demo;

/// <summary>The platform's public API, as one of its users.</summary>
/// <param name="people">Who have signed in.</param>
internal sealed class PlatformApi(SignedInPeople people)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public async Task SendAsync(
        string user,
        HttpMethod method,
        string path,
        object? body,
        int? version = null,
        CancellationToken cancellationToken = default
    )
    {
        using var response = await AskAsync(user, method, path, body, version, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"{method} {path} as {user}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellationToken)}"
            );
    }

    public async Task<T> GetAsync<T>(string user, string path, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(user, HttpMethod.Get, path, null, null, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken))!;
    }

    public async Task<T> PostAsync<T>(string user, string path, object body, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(user, HttpMethod.Post, path, body, null, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"POST {path} as {user}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellationToken)}"
            );
        return (await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken))!;
    }

    /// <summary>Asks again until the answer is there: events reach other services a moment later.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> ask, CancellationToken cancellationToken)
        where T : class
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await ask() is { } answer)
                return answer;
            await Task.Delay(100, cancellationToken);
        }
        throw new TimeoutException("The platform did not come to the expected state within 30 seconds.");
    }

    private async Task<HttpResponseMessage> AskAsync(
        string user,
        HttpMethod method,
        string path,
        object? body,
        int? version,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 0; ; tries++)
        {
            var response = await people.SendAsync(user, Request, cancellationToken);
            // A service that has just started is not known to be healthy yet.
            if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway) || tries == 100)
                return response;
            response.Dispose();
            await Task.Delay(100, cancellationToken);
        }

        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(method, path);
            if (version is not null)
                request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            if (body is not null)
                request.Content = JsonContent.Create(body, body.GetType(), options: Json);
            return request;
        }
    }
}
