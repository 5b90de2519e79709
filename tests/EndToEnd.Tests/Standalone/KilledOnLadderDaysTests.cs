using System.Security.Cryptography;
using Platform.Contracts;
using Platform.Local;

namespace Platform.EndToEnd.Tests.Standalone;

/// <summary>
/// The demonstration dies at random moments of the days on which reminders go: while it starts, while it chases, while letters are
/// delivered. Takes about ten minutes: <c>./test EndToEnd -class '*KilledOnLadderDaysTests' -explicit only</c>.
/// </summary>
[Collection("Standalone")]
public sealed class KilledOnLadderDaysTests
{
    // Of the third quarter, which is due on 31 January 2025.
    private static readonly int[] Rungs = [-10, -5, -1, 0, 1, 5, 10];

    [Fact(Explicit = true)]
    public async Task Kill_AtTwentyMoments_EachReminderGoesOnce_AndEachTimelineIsComplete()
    {
        var folder = Directory.CreateTempSubdirectory("platform-ladder-").FullName;
        var port = FreePort.Find(1)[0];
        var logs = new StandaloneLogs(folder);
        await using (var first = await StandaloneProgram.StartAsync(port, folder))
            Assert.Equal(0, await first.TerminateAsync());
        var clock = new MovableClock(Path.Combine(folder, "clock"));
        foreach (var rung in Rungs)
        {
            clock.MoveTo(London.At(WorkingDays.Add(new(2025, 1, 31), rung), new(9, 0)));
            for (var kill = 0; kill < 3; kill++)
            {
                await using var dying = StandaloneProgram.Begin(port, folder);
                await Task.Delay(RandomNumberGenerator.GetInt32(2_000, 15_000), TestContext.Current.CancellationToken);
                await dying.KillAsync();
            }
            await using var last = await StandaloneProgram.StartAsync(port, folder);
            await logs.QuietAsync();
            for (var wait = 0; (await logs.ListAsync("notifications", Due(clock.GetUtcNow()))).Count > 0; wait++)
            {
                Assert.True(wait < 120, "Letters still wait to be delivered");
                await Task.Delay(500, TestContext.Current.CancellationToken);
            }
            if (rung == Rungs[^1])
                await EachOnceAsync(logs, folder);
            Assert.Equal(0, await last.TerminateAsync());
        }
        Assert.Empty(StandaloneProgram.ProcessesOn(folder));
        Directory.Delete(folder, recursive: true);
    }

    // Those that wait for others of their kind go within the next minute.
    private static string Due(DateTimeOffset now) =>
        $"select subject from letters where state = 'Queued' and not_before <= '{now.AddMinutes(2):O}'";

    private static async Task EachOnceAsync(StandaloneLogs logs, string folder)
    {
        const string Chased = "from event_log where type = 'ReturnChased' and json ->> 'at' >= '2025-01'";
        var owed = await logs.ListAsync(
            "returns",
            "select id::text from returns where quarter = '2024/25 Q3' and first_submitted_at is null"
        );
        Assert.NotEmpty(owed);
        var rungs = await logs.ListAsync("returns", $"select aggregate || ' ' || (json -> 'rung' ->> 'workingDays') {Chased}");
        Assert.Equal(rungs.Count, rungs.Distinct().Count());
        Assert.Empty(owed.SelectMany(r => Rungs.Select(rung => $"{r} {rung}")).Except(rungs));

        var chased = await logs.ListAsync(
            "returns",
            $"select aggregate || ' ' || version {Chased} and json_array_length(json -> 'rung' -> 'audience') > 0"
        );
        var written = await logs.ListAsync("notifications", "select distinct about_id || ' ' || about_version from letters where is_rung");
        Assert.Empty(chased.Except(written));
        var doubled = await logs.ListAsync(
            "notifications",
            // A letter of several is about its recipient.
            "select min(subject) from letters where is_rung and about_id <> recipient_id group by about_id, about_version, recipient_id "
                + "having count(*) > 1"
        );
        Assert.Empty(doubled);
        Assert.Empty(await logs.ListAsync("notifications", "select subject from letters where state = 'Collected' and sent_at is null"));
        var sent = await logs.ListAsync("notifications", "select id || '.eml' from letters where state = 'Sent' and forgotten_at is null");
        Assert.Equal(sent.Order(), Directory.GetFiles(Path.Combine(folder, "letters"), "*.eml").Select(f => Path.GetFileName(f)!).Order());

        var told = await logs.ListAsync("reporting", "select id || ' ' || version from read.activities");
        Assert.Empty(chased.Except(told));
    }
}
