using System.Text.Json.Nodes;
using Platform.Contracts;

namespace Platform.Demo;

/// <summary>A request under the Freedom of Information Act 2000, and its answer.</summary>
internal sealed record DemoRequest(
    DateOnly ReceivedOn,
    string Subject,
    string OtherReference,
    string Background,
    IReadOnlyList<string> Questions,
    string RequesterName,
    string RequesterContact
)
{
    /// <summary>What its answer is built from, as the API takes it.</summary>
    public JsonObject? Build { get; init; }

    /// <summary>Its answer in the office's words, as the API takes it.</summary>
    public JsonArray? Answers { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
}

/// <summary>Logs, answers and publishes requests, as the officer.</summary>
internal sealed class DemoFoi(PlatformApi api, string officer)
{
    private const string All = "/api/foi";

    public IEnumerable<(DateTimeOffset At, Func<Task> Act)> Steps(CancellationToken cancellationToken)
    {
        foreach (var request in DemoData.Requests)
        {
            var address = "";
            yield return (
                London.At(request.ReceivedOn, new(14, 0)),
                async () =>
                    address =
                        $"{All}/{(await api.PostAsync<Received>(officer, All, new
            {
                request.ReceivedOn, request.Subject, request.OtherReference, request.Background, request.Questions,
                request.RequesterName, request.RequesterContact,
            }, cancellationToken)).Reference}"
            );
            if (request.AnsweredOn is { } answered)
                yield return (
                    London.At(answered, new(11, 0)),
                    async () =>
                    {
                        if (request.Build is { } build)
                            await ActAsync(HttpMethod.Post, "/build", build);
                        if (request.Answers is { } answers)
                            await ActAsync(HttpMethod.Put, "/draft", new { Answers = answers });
                        await ActAsync(HttpMethod.Post, "/answer", new { AnsweredOn = answered });
                    }
                );
            if (request.PublishedOn is { } published)
                yield return (London.At(published, new(10, 0)), () => ActAsync(HttpMethod.Post, "/publication", new { }));

            async Task ActAsync(HttpMethod method, string act, object body)
            {
                var read = await api.GetAsync<Stored>(officer, address, cancellationToken);
                await api.SendAsync(officer, method, address + act, body, read.Version, cancellationToken);
            }
        }
    }

    private sealed record Received(string Reference);

    private sealed record Stored(int Version);
}
