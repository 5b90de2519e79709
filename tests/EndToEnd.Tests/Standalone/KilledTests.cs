using System.Security.Cryptography;
using System.Text.Json;
using Platform.EndToEnd.Tests.Fixtures;
using Platform.Local;

namespace Platform.EndToEnd.Tests.Standalone;

/// <summary>The demonstration, whose messages are in memory only, dies while they are under way.</summary>
[Collection("Standalone")]
public sealed class KilledTests
{
    private const string Officer = "officer@opcc.example";

    private static readonly (string Code, string Domain)[] Partnerships =
    [
        ("BLA", "blaby"),
        ("CHA", "charnwood"),
        ("HAR", "harborough"),
        ("MEL", "melton"),
        ("RUT", "rutland"),
    ];

    [Fact]
    public async Task Kill_AfterSubmissions_StartAgain_NothingIsLostAndNothingIsDoubled()
    {
        var folder = Directory.CreateTempSubdirectory("platform-standalone-").FullName;
        var port = FreePort.Find(1)[0];
        var address = new Uri($"http://127.0.0.1:{port}");
        var first = await StandaloneProgram.StartAsync(port, folder);
        var api = new PlatformApi(new HttpClient { BaseAddress = address }, first.Password);
        var overdue = (await api.GetAsync(Officer, "/api/reports/overdue")).GetRawText();
        Assert.NotEqual("[]", overdue);
        await api.OpenRoundAsync("KIL", new(2024, 12, 13));
        var bids = new List<string>();
        foreach (var (code, domain) in Partnerships)
            bids.Add(await api.WriteBidAsync($"editor@{domain}.example", "KIL", code, new(2025, 4, 13)));
        var before = await LettersAsync(api);

        var taken = new List<string>();
        var submissions = SubmitAsync(api, bids, taken);
        await Until.TrueAsync(() => Task.FromResult(taken.Count > 0), "a bid was taken");
        await Task.Delay(RandomNumberGenerator.GetInt32(200), TestContext.Current.CancellationToken);
        await first.KillAsync();
        await submissions;

        await using var second = await StandaloneProgram.StartAsync(port, folder);
        api = new(new HttpClient { BaseAddress = address }, second.Password);
        var stored = (await api.GetAsync(Officer, "/api/bids"))
            .GetProperty("bids")
            .EnumerateArray()
            .Where(b => b.GetProperty("bid").GetProperty("state").GetString() == "Submitted")
            .Select(b => b.GetProperty("reference").GetString()!)
            .Where(bids.Contains)
            .ToList();
        Assert.Empty(taken.Except(stored));
        await Until.TrueAsync(
            async () => Receipts(await LettersAsync(api)).Count >= stored.Count,
            "each bid that was taken has its receipt",
            90
        );
        await Until.TrueAsync(async () => (await LettersAsync(api)).All(l => l.State != "Queued"), "every letter has gone out", 90);
        await Task.Delay(2_000, TestContext.Current.CancellationToken);
        var letters = await LettersAsync(api);
        Assert.Equal(stored.Order(), Receipts(letters).Order());
        Assert.Empty(before.Select(l => l.Id).Except(letters.Select(l => l.Id)));
        Assert.Equal(letters.Count, letters.Select(l => l.Id).Distinct().Count());
        Assert.Equal(before.Count + stored.Count, letters.Count);
        Assert.Equal(
            letters.Where(l => l.State == "Sent").Select(l => $"{l.Id}.eml").Order(),
            Directory.GetFiles(Path.Combine(folder, "letters"), "*.eml").Select(Path.GetFileName).Order()
        );
        Assert.Equal(overdue, (await api.GetAsync(Officer, "/api/reports/overdue")).GetRawText());

        Assert.Equal(0, await second.TerminateAsync());
        Assert.Empty(StandaloneProgram.ProcessesOn(folder));
        Directory.Delete(folder, recursive: true);
    }

    // Until the program is gone.
    private static async Task SubmitAsync(PlatformApi api, List<string> bids, List<string> taken)
    {
        try
        {
            foreach (var (bid, (_, domain)) in bids.Zip(Partnerships))
            {
                using var answer = await api.AskAsync($"lead@{domain}.example", HttpMethod.Post, $"/api/bids/{bid}/submission");
                if (answer.IsSuccessStatusCode)
                    taken.Add(bid);
            }
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    private static List<string> Receipts(IEnumerable<(Guid Id, string Subject, string State)> letters) =>
        [.. letters.Where(l => l.Subject.StartsWith("Received: bid KIL-", StringComparison.Ordinal)).Select(l => l.Subject.Split(' ')[2])];

    private static async Task<IReadOnlyList<(Guid Id, string Subject, string State)>> LettersAsync(PlatformApi api)
    {
        var found = new List<(Guid, string, string)>();
        for (var next = "/api/letters"; next is not null; )
        {
            var page = await api.GetAsync(Officer, next);
            found.AddRange(
                page.GetProperty("letters")
                    .EnumerateArray()
                    .Select(
                        (JsonElement l) =>
                            (l.GetProperty("id").GetGuid(), l.GetProperty("subject").GetString()!, l.GetProperty("state").GetString()!)
                    )
            );
            next = page.GetProperty("next").GetString();
        }
        return found;
    }
}
