using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;

namespace Platform.Bids.Tests.Audit;

/// <summary>Each way to change what happened, done by a superuser whom no trigger stops, is found and named.</summary>
public sealed class TamperingTests(AuditedService service) : IClassFixture<AuditedService>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await service.GivenAsync();

    public async ValueTask DisposeAsync() => await service.RestoreAsync();

    [Fact]
    public async Task Verify_NothingChanged_FindsNothing()
    {
        var (code, said) = await service.VerifyAsync();
        Assert.Equal(0, code);
        Assert.EndsWith("nothing was changed.\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedEvent_IsFound()
    {
        var id = await service.IdAsync();
        await OneAsync(
            $"""
            update event_log set json = replace(json::text, 'Safer streets', 'Dearer streets')::json
            where aggregate = '{id}' and version = 3
            """
        );
        await FoundAsync($"Event 3 (BidSaved) of {service.Bid} {id} was changed: its hash no longer fits.");
    }

    [Theory]
    [InlineData("actor = gen_random_uuid()")]
    [InlineData("occurred_at = occurred_at - interval '1 second'")]
    [InlineData("type = 'BidStarted'")]
    public async Task ChangedFact_IsFound(string change)
    {
        var id = await service.IdAsync();
        await OneAsync($"update event_log set {change} where aggregate = '{id}' and version = 2");
        await FoundAsync($" of {service.Bid} {id} was changed: its hash no longer fits.");
    }

    [Fact]
    public async Task DeletedEvent_IsFound()
    {
        var id = await service.IdAsync();
        await OneAsync($"delete from event_log where aggregate = '{id}' and version = 3");
        await FoundAsync($"Event 4 (BidSaved) of {service.Bid} {id} has no event before it: event 3 is gone.");
    }

    [Fact]
    public async Task CutOffEnd_IsFound()
    {
        var id = await service.IdAsync();
        var version = (await service.BidAsync(service.Bid)).Version;
        Assert.Equal(5, await service.TamperAsync($"delete from event_log where aggregate = '{id}' and version > {version - 5}"));
        await FoundAsync(
            $"Bid {service.Bid} {id} is at version {version} and its events end at {version - 5}: the end was cut off.",
            "Head 1 of 15 March 2025 does not fit the log"
        );
    }

    [Fact]
    public async Task RemovedThing_IsFound()
    {
        var id = await service.IdAsync();
        var events = await service.TamperAsync($"delete from event_log where aggregate = '{id}'");
        await service.TamperAsync($"delete from submissions where bid_id = '{id}'");
        await OneAsync($"delete from bids where id = '{id}'");
        var head = (await HeadAsync()).Count;
        await FoundAsync($"{head} events then, {head - events} now; no event at ");
        // Whoever forges the heads too cannot reach the ones outside.
        await service.ForgeHeadsAsync();
        await FoundAsync(
            $"Head 1 of 15 March 2025 as it was handed outside is not the one in the database",
            $"({head} events then, {head - events} now)"
        );
    }

    [Fact]
    public async Task RemovedRow_IsFound()
    {
        var id = await service.IdAsync();
        await OneAsync($"delete from bids where id = '{id}'");
        await FoundAsync($"Bid {service.Bid} {id} is gone, and its events are not.");
    }

    [Fact]
    public async Task RecomputedChain_IsFound()
    {
        var id = await service.IdAsync();
        await service.RechainAsync(id, "Safer streets", "Dearer streets");
        await OneAsync($"update bids set content = replace(content::text, 'Safer streets', 'Dearer streets')::jsonb where id = '{id}'");
        var count = (await HeadAsync()).Count;
        await FoundAsync($"Head 1 of 15 March 2025 does not fit the log between positions 0 and ");
        await service.ForgeHeadsAsync();
        await FoundAsync(
            "Head 1 of 15 March 2025 as it was handed outside is not the one in the database",
            $"was written anew ({count} events then, {count} now)"
        );
    }

    [Theory]
    [InlineData("content = replace(content::text, 'Safer streets', 'Dearer streets')::jsonb", "is not what its last event says: content.")]
    [InlineData("state = 'Withdrawn'", "is not what its last event says: state.")]
    [InlineData("version = 3", "the row is an older one.")]
    public async Task ChangedRow_IsFound(string change, string found)
    {
        var id = await service.IdAsync();
        await OneAsync($"update bids set {change} where id = '{id}'");
        await FoundAsync($"Bid {service.Bid} {id} is ", found);
    }

    [Theory]
    [InlineData("update submissions set json = replace(json, 'Safer streets', 'Dearer streets')", "was changed: its hash no longer fits.")]
    [InlineData(
        "update submissions set json = '{}', hash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'",
        "no event says that 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a was submitted."
    )]
    [InlineData("delete from submissions", " is gone.")]
    public async Task ChangedSubmission_IsFound(string attack, string found)
    {
        await OneAsync(attack);
        await FoundAsync($"Bid {service.Bid}: ", found);
    }

    [Theory]
    [InlineData("update decisions set approver = commissioner", "its row is not what was signed.")]
    [InlineData("update decisions set published_at = now()", "its row is not what was signed.")]
    [InlineData(
        "update decisions set details = jsonb_set(details, '{summary}', '\"Another\"')",
        "is not what its last event says: summary."
    )]
    public async Task ChangedDecision_IsFound(string attack, string found)
    {
        await OneAsync(attack);
        await FoundAsync(service.Record, found);
    }

    [Fact]
    public async Task HeadsOutside_ChangedOrMissing_AreFound()
    {
        var kept = await File.ReadAllTextAsync(service.Heads, TestContext.Current.CancellationToken);
        foreach (var forged in new[] { kept.Replace(".e", ".f", StringComparison.Ordinal), Unsigned(kept) })
        {
            await File.WriteAllTextAsync(service.Heads, forged, TestContext.Current.CancellationToken);
            await FoundAsync($"Line 1 of {service.Heads} is not a head of this log, signed with its key.");
        }
        await File.WriteAllTextAsync(service.Heads, "", TestContext.Current.CancellationToken);
        await FoundAsync($"Head 1 of 15 March 2025 is not in {service.Heads}.");
        File.Delete(service.Heads);
        await FoundAsync($"The heads that were handed outside are not in {service.Heads}.");
    }

    /// <summary>What stood outside is compared with a file that lay elsewhere.</summary>
    [Fact]
    public async Task Heads_CutOffInTheDatabase_AreFoundByTheFile()
    {
        await OneAsync("delete from event_log_heads");
        var copy = service.Heads + ".copy";
        File.Copy(service.Heads, copy, overwrite: true);
        var (code, said) = await service.VerifyAsync(copy);
        Assert.Equal(1, code);
        Assert.Contains("Head 1 of 15 March 2025 was handed outside and is not in the database", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delete from event_log where version = 3", "delete of event_log")]
    [InlineData("delete from event_log", "delete of event_log")]
    [InlineData("truncate event_log", "truncate of event_log")]
    [InlineData("update event_log_heads set count = 0", "update of event_log_heads")]
    [InlineData("delete from event_log_heads", "delete of event_log_heads")]
    [InlineData("truncate event_log_heads", "truncate of event_log_heads")]
    public async Task OwnLogins_AreRefused(string attack, string said)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => service.AsOwnerAsync(attack));
        Assert.Equal(("EL001", $"What happened is not rewritten: {said} is refused"), (refused.SqlState, refused.MessageText));
        // Whoever serves may not even try.
        refused = await Assert.ThrowsAsync<PostgresException>(() => OwnAsync(attack));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    /// <summary>Whoever adds a column decides here whether the sender changes it.</summary>
    [Fact]
    public async Task OwnLogin_ChangesOnlyWhatTheSenderNotes()
    {
        var columns = await service.ReadAsync(
            (BidsContext db) => Task.FromResult(db.EventLog.EntityType.GetProperties().Select(p => p.GetColumnName()).ToList())
        );
        // Forgetting is tested by itself.
        string[] noted = ["attempts", "last_error", "not_before", "sent_at", "personal"];
        foreach (var column in columns.Except(noted).Where(c => c != "position"))
        {
            var change = $"update event_log set {column} = {column}";
            Assert.Equal("EL001", (await Assert.ThrowsAsync<PostgresException>(() => service.AsOwnerAsync(change))).SqlState);
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                (await Assert.ThrowsAsync<PostgresException>(() => OwnAsync(change))).SqlState
            );
        }
        await OwnAsync($"update event_log set {string.Join(", ", noted.Select(c => $"{c} = {c}"))}");
    }

    [Fact]
    public async Task DailyJob_FindsSinceTheLastHead_AndEverythingOnceAWeek()
    {
        var id = await service.IdAsync();
        // Older than the last head: the daily look does not go so far back.
        await OneAsync($"delete from event_log where aggregate = '{id}' and version = 3");
        for (var day = 1; day <= 7; day++)
        {
            service.Clock.Now = service.Clock.Now.AddDays(1);
            Assert.Equal(1, await service.SweepAsync<TakeHead>());
            Assert.Equal(day == 7, await FindingsAsync() > 0);
        }
        var told = await service.ReadAsync((BidsContext db) => db.EventLog.Where(r => r.Type == nameof(AuditFailed)).ToListAsync());
        Assert.Contains(told, r => r.Json.Contains("event 3 is gone", StringComparison.Ordinal));
        using var http = new HttpClient();
        var ready = await http.GetAsync(new Uri(service.Address + "/health/ready"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains(
            "audit: Degraded Signs of tampering: ",
            await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(8, (await File.ReadAllLinesAsync(service.Heads, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Finding_ThatIsMended_IsSettled_AndHealthNoLongerTellsOfIt()
    {
        await service.ReadAsync(
            async (BidsContext db) =>
            {
                db.Add(AuditFinding.Of("bids", "Round X was changed.", 1000, service.Clock.Now));
                return await db.SaveChangesAsync();
            }
        );
        async Task<string> HealthAsync() =>
            await (await service.AsNobody().GetAsync("/health/ready")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Signs of tampering: 1.", await HealthAsync());
        var noted = new AuditMendingNoted(
            Guid.NewGuid(),
            1,
            service.Clock.Now,
            new(Guid.NewGuid(), "Ada Admin"),
            AuditFinding.IdOf("Round X was changed."),
            "bids",
            "Restored from Friday's backup"
        );
        await service.DeliverAsync(noted with { Service = "returns" });
        Assert.Contains("Signs of tampering: 1.", await HealthAsync());
        await service.DeliverAsync(noted, Guid.NewGuid(), Guid.NewGuid());
        Assert.DoesNotContain("Signs of tampering", await HealthAsync());
        var told = await service.ReadAsync((BidsContext db) => db.EventLog.SingleAsync(r => r.Type == nameof(AuditMended)));
        var mended = (AuditMended)told.Read();
        Assert.Equal((2, "Ada Admin", "Restored from Friday's backup"), (mended.Version, mended.By.Name, mended.How));
    }

    [Fact]
    public async Task DailyJob_TwiceADay_TakesOneHead()
    {
        Assert.Equal(0, await service.SweepAsync<TakeHead>());
        Assert.Equal(1, (await HeadAsync()).Number);
    }

    /// <summary>An event that is written while the head is taken is in the next one, however late it is committed.</summary>
    [Fact]
    public async Task Head_WaitsForWhoeverIsWriting()
    {
        var round = await service.RoundAsync();
        service.Clock.Now = Given.InTime.AddDays(50);
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BidsContext>();
        await using var slow = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        (await db.Rounds.SingleAsync(r => r.Reference == round, TestContext.Current.CancellationToken)).Close(service.Clock.Now);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        // Of a higher position, and committed before.
        await service.RoundDraftAsync("LATER", now: service.Clock.Now);
        var taking = service.SweepAsync<TakeHead>();
        await service.WaitForLockAsync();
        await slow.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await taking);
        var (count, head) = await service.ReadAsync(
            async (BidsContext db) => (await db.EventLog.LongCountAsync(), await db.Set<EventLogHead>().OrderBy(h => h.Number).LastAsync())
        );
        Assert.Equal(count, head.Count);
        Assert.Equal(0, (await service.VerifyAsync()).Code);
    }

    [Fact]
    public async Task PageOfASubmission_ThatWasChanged_SaysSo_AndTells()
    {
        const string warning = "This is not what was submitted";
        var page = $"/bids/{service.Bid}/submissions/1";
        Assert.DoesNotContain(warning, (await service.Officer().GetPageAsync(page)).Text("main"), StringComparison.Ordinal);
        await OneAsync("update submissions set json = replace(json, 'Safer streets', 'Dearer streets')");
        // Of several who look at the same moment, one tells.
        foreach (var seen in await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => service.Officer().GetPageAsync(page))))
            Assert.Contains(warning, seen.Text("main"), StringComparison.Ordinal);
        Assert.Equal(1, await FindingsAsync());
    }

    // As the service itself does.
    private Task<int> OwnAsync(string sql) => service.ReadAsync((BidsContext db) => db.Database.ExecuteSqlRawAsync(sql));

    private static string Unsigned(string line) => string.Join('.', line.Trim().Split('.')[..2]) + ".\n";

    private Task<EventLogHead> HeadAsync() => service.ReadAsync((BidsContext db) => db.Set<EventLogHead>().SingleAsync());

    private Task<int> FindingsAsync() => service.ReadAsync((BidsContext db) => db.Set<AuditFinding>().CountAsync());

    private async Task OneAsync(string attack) => Assert.Equal(1, await service.TamperAsync(attack));

    private async Task FoundAsync(params string[] words)
    {
        var (code, said) = await service.VerifyAsync();
        Assert.Equal(1, code);
        foreach (var found in words)
            Assert.Contains(found, said, StringComparison.Ordinal);
    }
}
