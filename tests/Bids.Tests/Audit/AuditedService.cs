using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Tests.Audit;

/// <summary>
/// A service of its own, because other tests store rows without events: a submitted bid, a draft and a signed decision, with the day's head
/// taken and handed outside. What a test tampers with is put back after it.
/// </summary>
public sealed class AuditedService : RunningService<BidsService>
{
    public static readonly string Key = CallerSigner.NewKey();
    private static readonly DateTimeOffset Decided = Given.InTime.AddDays(40);
    private static readonly string[] Tables =
    [
        "event_log",
        "event_log_heads",
        "audit_findings",
        "rounds",
        "bids",
        "submissions",
        "decisions",
    ];
    private string folder = "";
    private string outside = "";

    /// <summary>The bid that was submitted, and one that was decided.</summary>
    public string Bid { get; private set; } = "";

    public string Record { get; private set; } = "";

    /// <summary>The heads that were handed outside.</summary>
    public string Heads => Path.Combine(folder, "bids.heads");

    protected override Dictionary<string, string?> Settings(string folder)
    {
        this.folder = Path.Combine(folder, "audit");
        return new() { ["Audit:Folder"] = this.folder, ["Audit:Key"] = Key };
    }

    public async Task GivenAsync()
    {
        if (outside.Length > 0)
            return;
        var round = await this.RoundAsync();
        Bid = await this.SubmittedAsync(round);
        await this.DraftAsync(round, "BLA");
        Clock.Now = Decided;
        await this.SweepAsync<CloseDueRounds>();
        Record = await this.RecordAsync(Bid);
        await this.SignedAsync(Record, DecisionStep.Decided);
        await SweepAsync<TakeHead>();
        foreach (var table in Tables)
            await TamperAsync($"create table kept_{table} as table {table}");
        outside = await File.ReadAllTextAsync(Heads);
    }

    /// <summary>Puts everything back.</summary>
    public async Task RestoreAsync()
    {
        foreach (var table in Tables)
            await TamperAsync($"delete from {table}; insert into {table} overriding system value select * from kept_{table}");
        await File.WriteAllTextAsync(Heads, outside);
        Clock.Now = Decided;
    }

    public Task<Guid> IdAsync() => ReadAsync((BidsContext db) => db.Bids.Where(b => b.Reference == Bid).Select(b => b.Id).SingleAsync());

    /// <summary>What <c>--verify-audit</c> says.</summary>
    public async Task<(int Code, string Said)> VerifyAsync(string? heads = null)
    {
        await using var said = new StringWriter();
        return (await AuditCommand.RunAsync(Services, heads, said, TextWriter.Null), said.ToString());
    }

    /// <summary>Writes a bid's chain anew from a change on, as whoever knows how it is made.</summary>
    public async Task RechainAsync(Guid thing, string from, string to)
    {
        var rows = await ReadAsync(
            (BidsContext db) => db.EventLog.AsNoTracking().Where(r => r.Aggregate == thing).OrderBy(r => r.Version).ToListAsync()
        );
        string? before = null;
        foreach (var row in rows)
        {
            var forged = new EventLogRow
            {
                Id = row.Id,
                Aggregate = row.Aggregate,
                Version = row.Version,
                Type = row.Type,
                SchemaVersion = row.SchemaVersion,
                Json = row.Json.Replace(from, to, StringComparison.Ordinal),
                Actor = row.Actor,
                OccurredAt = row.OccurredAt,
                PreviousHash = before,
            }.Sealed();
            await TamperAsync(
                $"""
                update event_log set json = $forged${forged.Json}$forged$, hash = '{forged.Hash}',
                previous_hash = {(before is null ? "null" : $"'{before}'")} where id = '{row.Id}'
                """
            );
            before = forged.Hash;
        }
    }

    /// <summary>Takes the heads in the database anew, so that they fit whatever the log is.</summary>
    public async Task ForgeHeadsAsync()
    {
        await TamperAsync("delete from event_log_heads");
        await SweepAsync<TakeHead>();
        await File.WriteAllTextAsync(Heads, outside);
    }
}
