using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Platform.Contracts;
using Platform.Demo;
using Platform.EndToEnd.Tests.Fixtures;
using Platform.Local;

namespace Platform.EndToEnd.Tests.Standalone;

/// <summary>
/// The demonstration, whose messages are in memory only, dies while they are under way. Later it is stopped, and started again on the
/// morning of a reminder.
/// </summary>
[Collection("Standalone")]
public sealed partial class KilledTests
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
    public async Task Kill_AfterSubmissions_ThenStop_BeforeReminders_NothingIsLostAndNothingIsDoubled()
    {
        var folder = Directory.CreateTempSubdirectory("platform-standalone-").FullName;
        var port = FreePort.Find(1)[0];
        var address = new Uri($"http://127.0.0.1:{port}");
        var first = await StandaloneProgram.StartAsync(port, folder);
        var api = new PlatformApi(null, SignedInPeople.Reach(address.AbsoluteUri), first.Password, () => StandaloneProgram.CodeOf(folder));
        var overdue = (await api.GetAsync(Officer, "/api/reports/overdue")).GetRawText();
        Assert.NotEqual("[]", overdue);
        NoLetterOfTheDemonstration_BearsAnotherDay(Path.Combine(folder, "letters"));
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

        var second = await StandaloneProgram.StartAsync(port, folder);
        var stored = (await api.GetAsync(Officer, "/api/bids"))
            .GetProperty("bids")
            .EnumerateArray()
            .Where(b => b.GetProperty("bid").GetProperty("state").GetString() == "Submitted")
            .Select(b => b.GetProperty("reference").GetString()!)
            .Where(bids.Contains)
            .ToList();
        Assert.Empty(taken.Except(stored));
        var logs = new StandaloneLogs(folder);
        await logs.QuietAsync();
        await Until.TrueAsync(async () => (await LettersAsync(api)).All(l => l.State != "Queued"), "every letter has gone out", 90);
        var letters = await LettersAsync(api);
        // Each to the editor, who wrote the bid, and the lead, who submitted it.
        Assert.Equal(stored.Concat(stored).Order(), Receipts(letters).Order());
        Assert.Equal(
            2 * stored.Count,
            letters
                .Where(l => l.Subject.StartsWith("Received: bid KIL-", StringComparison.Ordinal))
                .DistinctBy(l => (l.To, l.Subject))
                .Count()
        );
        Assert.Empty(before.Select(l => l.Id).Except(letters.Select(l => l.Id)));
        Assert.Equal(letters.Count, letters.Select(l => l.Id).Distinct().Count());
        Assert.Equal(before.Count + 2 * stored.Count, letters.Count);
        // Those of long ago are forgotten, and their files deleted.
        Assert.Equal(
            letters.Where(l => l is { State: "Sent", To.Length: > 0 }).Select(l => $"{l.Id}.eml").Order(),
            Directory.GetFiles(Path.Combine(folder, "letters"), "*.eml").Select(Path.GetFileName).Order()
        );
        Assert.Equal(overdue, (await api.GetAsync(Officer, "/api/reports/overdue")).GetRawText());

        var (day, chased) = await NextRemindersAsync(api);
        Assert.Equal(0, await second.TerminateAsync());
        await second.DisposeAsync();
        new MovableClock(Path.Combine(folder, "clock")).MoveTo(London.At(day, new(9, 0)));
        await using var third = await StandaloneProgram.StartAsync(port, folder);
        await Until.TrueAsync(
            async () => !chased.Except((await LettersAsync(api)).ExceptBy(letters.Select(l => l.Id), l => l.Id).Select(l => l.About)).Any(),
            "the reminders of the day are written"
        );
        await logs.QuietAsync();
        var reminders = (await LettersAsync(api)).ExceptBy(letters.Select(l => l.Id), l => l.Id).ToList();
        Assert.Equal(reminders.Count, reminders.DistinctBy(l => (l.About, l.To, l.Subject)).Count());

        Assert.Equal(0, await third.TerminateAsync());
        Assert.Empty(StandaloneProgram.ProcessesOn(folder));
        Directory.Delete(folder, recursive: true);
    }

    // However slow the machine is: the player moves the clock only once all is quiet.
    private static void NoLetterOfTheDemonstration_BearsAnotherDay(string folder)
    {
        var days = Directory
            .GetFiles(folder, "*.eml")
            .Select(file => MimeKit.MimeMessage.Load(file))
            .Select(m => (Said: DueToday().Match(m.Subject ?? "").Groups[1].Value, Sent: London.WithWeekday(London.DateOf(m.Date))))
            .Where(m => m.Said.Length > 0)
            .ToList();
        Assert.NotEmpty(days);
        Assert.All(days, m => Assert.Equal(m.Said, m.Sent));
    }

    [GeneratedRegex("^Due today, (.*?):")]
    private static partial Regex DueToday();

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

    /// <returns>The next day on which returns are chased, and which.</returns>
    private static async Task<(DateOnly Day, IReadOnlyList<Guid> Returns)> NextRemindersAsync(PlatformApi api)
    {
        var day = "";
        for (
            var next = "/api/reminders";
            ;
            next = $"/api/reminders?on={DateOnly.Parse(day, CultureInfo.InvariantCulture).AddDays(1):yyyy-MM-dd}"
        )
        {
            var forecast = await api.GetAsync(Officer, next);
            day = forecast.GetProperty("on").GetString()!;
            var returns = forecast.GetProperty("reminders").EnumerateArray().Select(r => r.GetProperty("returnId").GetGuid()).ToList();
            if (returns.Count > 0)
                return (DateOnly.Parse(day, CultureInfo.InvariantCulture), returns);
        }
    }

    private static List<string> Receipts(IEnumerable<Letter> letters) =>
        [.. letters.Where(l => l.Subject.StartsWith("Received: bid KIL-", StringComparison.Ordinal)).Select(l => l.Subject.Split(' ')[2])];

    private static async Task<IReadOnlyList<Letter>> LettersAsync(PlatformApi api)
    {
        var found = new List<Letter>();
        for (var next = "/api/letters"; next is not null; )
        {
            var page = await api.GetAsync(Officer, next);
            found.AddRange(
                page.GetProperty("letters")
                    .EnumerateArray()
                    .Select(l => new Letter(
                        l.GetProperty("id").GetGuid(),
                        l.GetProperty("aboutId").GetGuid(),
                        l.GetProperty("toAddress").GetString()!,
                        l.GetProperty("subject").GetString()!,
                        l.GetProperty("state").GetString()!
                    ))
            );
            next = page.GetProperty("next").GetString();
        }
        return found;
    }

    private sealed record Letter(Guid Id, Guid About, string To, string Subject, string State);
}
