namespace Platform.Demo;

/// <summary>The board paper of the day on which the demonstration opens: figures from what was played, words from seed 004.</summary>
internal sealed class DemoPapers(PlatformApi api, string officer)
{
    private const string All = "/api/papers";
    private const int Missing = 3;

    public async Task IssueAsync(DemoPaper paper, CancellationToken cancellationToken)
    {
        // Its figures are frozen once the reports have every missing return, and the last rung of the ladder.
        await PlatformApi.UntilAsync(
            async () =>
                (await api.GetAsync<Overdue[]>(officer, "/api/reports/overdue", cancellationToken)) is { Length: Missing } all
                && all.All(o => o.Rung == 20)
                    ? all
                    : null,
            cancellationToken
        );
        var (number, version) = (
            (
                await api.PostAsync<Begun>(
                    officer,
                    All,
                    new
                    {
                        paper.Title,
                        paper.Meeting,
                        paper.MeetingOn,
                    },
                    cancellationToken
                )
            ).Number,
            1
        );
        foreach (var (part, text) in paper.Words)
            await api.SendAsync(
                officer,
                HttpMethod.Put,
                $"{All}/{number}/words/{part}",
                new { Text = text, Replaces = paper.Instead.Contains(part) },
                version++,
                cancellationToken
            );
        await api.SendAsync(officer, HttpMethod.Post, $"{All}/{number}/issue", new { Acknowledged = true }, version, cancellationToken);
    }

    private sealed record Begun(int Number);

    private sealed record Overdue(int? Rung);
}

internal sealed record DemoPaper(string Title, string Meeting, DateOnly MeetingOn, IReadOnlyDictionary<string, string> Words)
{
    /// <summary>The parts whose words stand instead of what the figures say.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];
}
