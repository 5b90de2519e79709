using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Benchmarks;

/// <summary>How fast events reach the dashboard: as they happen, and all of them again in a rebuild.</summary>
internal static class ReplayBenchmark
{
    private const int Grants = 1_500;
    private const int ReturnsOfGrant = 33;
    private static readonly DateTimeOffset At = new(2024, 5, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Logs as years would leave them: six events of each return.</summary>
    public static async Task FillAsync(NpgsqlDataSource bids, NpgsqlDataSource returns, CancellationToken cancellationToken)
    {
        await CopyAsync(
            bids,
            Enumerable.Range(0, Grants).Select(g => (IEvent)new GrantMade(GrantOf(g), 1, At, Person.Platform, Grant(g))),
            cancellationToken
        );
        await CopyAsync(
            returns,
            Enumerable.Range(0, Grants).SelectMany(g => Enumerable.Range(0, ReturnsOfGrant).SelectMany(n => Life(g, n))),
            cancellationToken
        );
        Console.WriteLine(
            $"{await ReportingBenchmark.CountAsync(returns, "event_log"):N0} events of returns and "
                + $"{await ReportingBenchmark.CountAsync(bids, "event_log"):N0} of bids logged."
        );
    }

    /// <summary>
    /// From the commit of an event to the commit of the dashboard's tables, at 100 a second: 600 returns of partnerships with contacts
    /// are scheduled, opened, saved, handed over and submitted, letters and all.
    /// </summary>
    public static async Task LatencyAsync(NpgsqlDataSource reporting, NpgsqlDataSource returns, CancellationToken cancellationToken)
    {
        const int perSecond = 100,
            warmUp = 200,
            lives = 600,
            ofGrant = 25;
        var own = Partnership.All.Where(p => !p.Name.StartsWith("Partnership ", StringComparison.Ordinal)).ToList();
        for (var g = 0; g < (warmUp + lives) / ofGrant; g++)
        {
            await using var add = reporting.CreateCommand(
                """
                with made as (insert into grants (id, version, reference, bid_id, decision_reference, programme, partnership, title,
                delivery_from, delivery_to, amount, original, priority_percent, is_added_up)
                    values ($1, 1, $2, $1, '', 'Programme 1', $3, 'Live', '2017-04-01', '2025-06-30', 0, 0, 0, true))
                insert into grant_documents (grant_id, details) values ($1, $4)
                """
            );
            add.Parameters.AddRange(
                new NpgsqlParameter[]
                {
                    P(GrantOf(Grants + g)),
                    P($"LIVE{g}"),
                    P(own[g % own.Count].Code),
                    new()
                    {
                        Value = JsonSerializer.Serialize(Grant(Grants + g), Doors.Json),
                        NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Jsonb,
                    },
                }
            );
            await add.ExecuteNonQueryAsync(cancellationToken);
        }
        IEvent Of(int life, int version) =>
            Life(Grants + life / ofGrant, life % ofGrant, own[life / ofGrant % own.Count]).ElementAt(version);
        // The first seconds warm up the JIT compiler.
        await SendAsync(
            reporting,
            returns,
            [.. Enumerable.Range(0, 5).SelectMany(version => Enumerable.Range(0, warmUp).Select(life => Of(life, version)))],
            perSecond,
            cancellationToken
        );
        var times = await SendAsync(
            reporting,
            returns,
            [.. Enumerable.Range(0, 5).SelectMany(version => Enumerable.Range(warmUp, lives).Select(life => Of(life, version)))],
            perSecond,
            cancellationToken
        );
        Console.WriteLine(
            $"{"from an event’s commit to the dashboard, 100 a second", -52} {times.Count, 6:N0} events            median "
                + $"{times[times.Count / 2], 6:N1} ms  90% {times[times.Count * 9 / 10], 6:N1}  "
                + $"99% {times[times.Count * 99 / 100], 6:N1}  most {times[^1], 6:N1}"
        );
    }

    // Commits events as the service would, but without it: its sender finds them when it next looks, within a second.
    private static async Task<List<double>> SendAsync(
        NpgsqlDataSource reporting,
        NpgsqlDataSource returns,
        IReadOnlyList<IEvent> events,
        int perSecond,
        CancellationToken cancellationToken
    )
    {
        var (committed, times) = (new ConcurrentDictionary<Guid, long>(), new List<double>());
        var writing = Task.Run(
            async () =>
            {
                var watch = Stopwatch.StartNew();
                foreach (var (n, happened) in events.Index())
                {
                    var due = TimeSpan.FromSeconds(n / (double)perSecond) - watch.Elapsed;
                    if (due > TimeSpan.Zero)
                        await Task.Delay(due, cancellationToken);
                    var id = Guid.CreateVersion7();
                    await using var command = returns.CreateCommand(
                        "insert into event_log (id, aggregate, version, type, json, actor, occurred_at, hash, attempts, schema_version) "
                            + $"values ($1, $2, $3, $4, $5, $6, now(), '', 0, {Upcaster.Schema})"
                    );
                    command.Parameters.AddRange(
                        new NpgsqlParameter[]
                        {
                            P(id),
                            P(happened.Id),
                            P(happened.Version),
                            P(happened.GetType().Name),
                            Json(happened),
                            P(Guid.Empty),
                        }
                    );
                    await command.ExecuteNonQueryAsync(cancellationToken);
                    committed[id] = Stopwatch.GetTimestamp();
                }
            },
            cancellationToken
        );
        var patience = Stopwatch.StartNew();
        while ((!writing.IsCompleted || !committed.IsEmpty) && patience.Elapsed < TimeSpan.FromSeconds(120))
        {
            await using var command = reporting.CreateCommand(
                "select message_id from handled_messages where consumer = 'reporting-return' and message_id = any($1)"
            );
            command.Parameters.Add(P(committed.Keys.ToArray()));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                if (committed.TryRemove(reader.GetGuid(0), out var at))
                    times.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
            await Task.Delay(20, cancellationToken);
        }
        await writing;
        times.Sort();
        return times;
    }

    /// <summary>Empties the tables and fills them from the logs, while an officer goes on reading returns.</summary>
    public static async Task RebuildAsync(RunningPlatform platform, NpgsqlDataSource reporting, CancellationToken cancellationToken)
    {
        using var admin = await platform.ConnectAsync("admin@opcc.example", cancellationToken);
        using var officer = await platform.ConnectAsync("officer@opcc.example", cancellationToken);
        var watch = Stopwatch.StartNew();
        using (var answer = await admin.PostAsync("/reports/rebuild?handler=Start", new FormUrlEncodedContent([]), cancellationToken))
            if ((int)answer.StatusCode != 302)
                throw new InvalidOperationException($"The rebuild answered {answer.StatusCode}.");
        var (read, pages) = (TimeSpan.Zero, new List<double>());
        while (true)
        {
            var (left, handled) = await LeftAsync(reporting, cancellationToken);
            if (left == 0 && read == TimeSpan.Zero)
            {
                read = watch.Elapsed;
                Console.WriteLine(
                    $"{"a rebuild, every log read", -52} {handled, 9:N0} events  {read.TotalSeconds, 6:N1} s  "
                        + $"{handled / read.TotalSeconds, 8:N0}/s"
                );
            }
            if (read > TimeSpan.Zero && await ToAddUpAsync(reporting, cancellationToken) == 0)
                break;
            if (watch.Elapsed > TimeSpan.FromMinutes(10))
                throw new TimeoutException("The rebuild does not end.");
            var started = Stopwatch.GetTimestamp();
            using var page = await officer.GetAsync("/returns", cancellationToken);
            page.EnsureSuccessStatusCode();
            pages.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            await Task.Delay(200, cancellationToken);
        }
        pages.Sort();
        Console.WriteLine($"{"and every grant added up", -52} {Grants, 9:N0} grants  {watch.Elapsed.TotalSeconds, 6:N1} s");
        Console.WriteLine(
            $"{"/returns meanwhile", -52} {pages.Count, 6:N0} requests          median {pages[pages.Count / 2], 6:N1} ms  most "
                + $"{pages[^1], 6:N1}"
        );
    }

    private static async Task<(long Left, long Handled)> LeftAsync(NpgsqlDataSource reporting, CancellationToken cancellationToken)
    {
        await using var command = reporting.CreateCommand(
            "select count(*) filter (where state <> 'Done'), coalesce(sum(handled), 0)::bigint from replays"
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private static async Task<long> ToAddUpAsync(NpgsqlDataSource reporting, CancellationToken cancellationToken)
    {
        await using var command = reporting.CreateCommand("select count(*) from grants where not is_added_up");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task CopyAsync(NpgsqlDataSource database, IEnumerable<IEvent> events, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy event_log (id, aggregate, version, type, json, actor, occurred_at, hash, attempts, sent_at, schema_version) "
                + "from stdin (format binary)",
            cancellationToken
        );
        foreach (var happened in events)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(Guid.CreateVersion7(), cancellationToken);
            await copy.WriteAsync(happened.Id, cancellationToken);
            await copy.WriteAsync(happened.Version, cancellationToken);
            await copy.WriteAsync(happened.GetType().Name, cancellationToken);
            await copy.WriteAsync(
                JsonSerializer.Serialize(happened, happened.GetType(), Doors.Json),
                NpgsqlTypes.NpgsqlDbType.Json,
                cancellationToken
            );
            await copy.WriteAsync(Guid.Empty, cancellationToken);
            await copy.WriteAsync(happened.At, cancellationToken);
            await copy.WriteAsync("", cancellationToken);
            await copy.WriteAsync(0, cancellationToken);
            await copy.WriteAsync(happened.At, cancellationToken);
            await copy.WriteAsync(Upcaster.Schema, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static IEnumerable<IEvent> Life(int grant, int number, Partnership? of = null)
    {
        var id = Id("return", grant * 100 + number);
        ReturnDetails In(ReturnState state) =>
            Return(grant, number, state) is var said && of is null ? said : said with { Partnership = of };
        var empty = In(ReturnState.Scheduled) with { Lines = [], FirstSubmittedAt = null, WorkingDaysLate = null };
        yield return new ReturnScheduled(id, 1, At, Person.Platform, empty);
        yield return new ReturnOpened(id, 2, At, Person.Platform, empty with { State = ReturnState.Open });
        yield return new ReturnSaved(id, 3, At, Person.Platform, In(ReturnState.InProgress));
        yield return new ReturnReady(id, 4, At, Person.Platform, In(ReturnState.ReadyToCertify));
        yield return new ReturnSubmitted(id, 5, At, Person.Platform, In(ReturnState.Submitted));
        yield return new ReturnAccepted(id, 6, At, Person.Platform, In(ReturnState.Accepted));
    }

    private static ReturnDetails Return(int grant, int number, ReturnState state)
    {
        var quarter = Quarter.Of(new DateOnly(2017, 4, 1).AddMonths(3 * number));
        var details = Grant(grant);
        return new(
            GrantOf(grant),
            details.Reference,
            details.Programme,
            details.Title,
            details.Partnership,
            quarter,
            quarter.Next.From,
            quarter.Next.From.AddMonths(1).AddDays(-1),
            state,
            [
                .. details.Interventions.Select(i => new ReturnLine(
                    i.Id,
                    DeliveryStatus.OnTrack,
                    "The sessions went on as planned, and more people came than in the quarter before.",
                    new(50_000),
                    new(20_000),
                    [new(i.Outputs[0].Indicator, 5)]
                )
                {
                    Forecasts = quarter.Number == 4 ? [] : [new(quarter.Next, new(40_000), new(20_000))],
                }),
            ],
            state is ReturnState.Submitted or ReturnState.Accepted ? At : null,
            state is ReturnState.Submitted or ReturnState.Accepted ? number % 3 : null
        )
        {
            Overall = new()
            {
                Outcomes = "People say that they feel safer.",
                Match = [new("Council", MatchKind.Cash, new(30_000))],
                Rating = Rating.Green,
            },
        };
    }

    private static GrantDetails Grant(int grant) =>
        new(
            Id("bid", grant),
            $"L{grant}-{ReportingData.Code(grant % ReportingData.Partnerships)}-01",
            "Programme 1",
            Partnership.Get(ReportingData.Code(grant % ReportingData.Partnerships)),
            $"Long project {grant}",
            "",
            new(2017, 4, 1),
            new(2025, 6, 30),
            [
                .. Enumerable
                    .Range(0, 2)
                    .Select(k => new Intervention(
                        Id("intervention", grant * 2 + k),
                        $"Intervention {k}",
                        "What is done.",
                        [.. Enumerable.Range(2017, 8).Select(y => new BudgetLine(new(y), SpendKind.Capital, new(300_000)))],
                        [new($"indicator {k}", 200, TargetKind.UpTo)],
                        []
                    )),
            ]
        );

    private static Guid GrantOf(int grant) => Id("long grant", grant);

    private static Guid Id(string what, int number) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(what + number.ToString(CultureInfo.InvariantCulture))).AsSpan(0, 16));

    private static NpgsqlParameter<T> P<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    private static NpgsqlParameter Json(IEvent happened) =>
        new() { Value = JsonSerializer.Serialize(happened, happened.GetType(), Doors.Json), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Json };
}
