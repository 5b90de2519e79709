using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Contracts;

namespace Platform.Benchmarks;

/// <summary>Saving a section, submitting, and the board of a round, with 50,000 bids stored.</summary>
internal static class BidsBenchmark
{
    private const int Connections = 16;
    private const int Stored = 50_000;
    private const int OnTheBoard = 2_000;
    private const int Submissions = 6_000;
    private const int PatternVersion = 10;
    private const string Editor = "editor@melton.example";
    private const string Lead = "lead@melton.example";

    public static async Task RunAsync(RunningPlatform platform, CancellationToken cancellationToken)
    {
        var editors = await ManyAsync(platform, Editor, cancellationToken);
        var leads = await ManyAsync(platform, Lead, cancellationToken);
        var round = (await GetAsync(editors[0], "/api/rounds", cancellationToken))
            .EnumerateArray()
            .First()
            .GetProperty("reference")
            .GetString()!;
        var complete = await CompleteAsync(editors[0], round, cancellationToken);
        await FillAsync(platform, round, complete, cancellationToken);

        var drafts = Enumerable.Range(0, Connections).Select(i => $"{complete}-S{i + 1}").ToArray();
        var versions = new int[Connections];
        foreach (var pace in (int?[])[50, 100, null])
        {
            await Load.RunAsync(
                pace is null ? "save a section, as fast as answered" : $"save a section, {pace} a second",
                Connections,
                async i =>
                {
                    if (versions[i] == 0)
                        versions[i] = PatternVersion;
                    using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/bids/{drafts[i]}/project")
                    {
                        Content = JsonContent.Create(
                            new
                            {
                                Title = $"Safer streets {versions[i]}",
                                Theme = "Neighbourhood crime",
                                Summary = new string('s', 2000),
                            }
                        ),
                    };
                    request.Headers.TryAddWithoutValidation("If-Match", $"\"{versions[i]}\"");
                    using var answer = await editors[i].SendAsync(request, cancellationToken);
                    if (answer.StatusCode != HttpStatusCode.NoContent)
                        throw new InvalidOperationException(
                            $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}"
                        );
                    versions[i]++;
                    return true;
                },
                TimeSpan.FromSeconds(10),
                pace,
                cancellationToken
            );
        }
        var waiting = new ConcurrentQueue<string>(Enumerable.Range(Connections, Submissions).Select(i => $"{complete}-S{i + 1}"));
        foreach (var pace in (int?[])[50, 100, null])
        {
            await Load.RunAsync(
                pace is null ? "submit, as fast as answered" : $"submit, {pace} a second",
                Connections,
                async i =>
                {
                    if (!waiting.TryDequeue(out var bid))
                        return false;
                    using var answer = await leads[i].PostAsync($"/api/bids/{bid}/submission", null, cancellationToken);
                    if (!answer.IsSuccessStatusCode)
                        throw new InvalidOperationException(
                            $"{bid}: {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}"
                        );
                    return true;
                },
                TimeSpan.FromSeconds(10),
                pace,
                cancellationToken
            );
            if (pace == 50)
                await ReceiptsAsync(platform, cancellationToken);
        }
        var officer = await platform.ConnectAsync("officer@opcc.example", cancellationToken);
        await Load.RunAsync(
            $"board of a round with {OnTheBoard:N0} bids, one reader",
            1,
            async _ =>
            {
                using var answer = await officer.GetAsync("/rounds/BOARD", cancellationToken);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                return true;
            },
            TimeSpan.FromSeconds(10),
            null,
            cancellationToken
        );
    }

    // From the arrival of a submission at the gateway until the mail provider has taken its receipt: through the event log, RabbitMQ and
    // the letter's own transaction.
    private static async Task ReceiptsAsync(RunningPlatform platform, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(5), cancellationToken);
        var submitted = await InstantsAsync(
            platform,
            "bids",
            "select aggregate, occurred_at from event_log where type = 'BidSubmitted' and actor <> '00000000-0000-0000-0000-000000000000'",
            cancellationToken
        );
        var sent = await InstantsAsync(
            platform,
            "notifications",
            "select about_id, min(sent_at) from letters where sent_at is not null and occasion like 'bid submitted%' group by 1",
            cancellationToken
        );
        var times = sent.Where(s => submitted.ContainsKey(s.Key))
            .Select(s => (s.Value - submitted[s.Key]).TotalMilliseconds)
            .Order()
            .ToArray();
        Console.WriteLine(
            $"{"from submission to the receipt at the provider", -52} {times.Length, 6:N0} receipts          median "
                + $"{times[times.Length / 2], 6:N1} ms  90% {times[times.Length * 9 / 10], 6:N1}  most {times[^1], 6:N1}"
        );
    }

    private static async Task<Dictionary<Guid, DateTime>> InstantsAsync(
        RunningPlatform platform,
        string service,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await using var database = platform.Database(service);
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var instants = new Dictionary<Guid, DateTime>();
        while (await reader.ReadAsync(cancellationToken))
            instants[reader.GetGuid(0)] = reader.GetDateTime(1);
        return instants;
    }

    private static async Task<HttpClient[]> ManyAsync(RunningPlatform platform, string user, CancellationToken cancellationToken)
    {
        var clients = new List<HttpClient>();
        for (var i = 0; i < Connections; i++)
            clients.Add(await platform.ConnectAsync(user, cancellationToken));
        return [.. clients];
    }

    private static async Task<JsonElement> GetAsync(HttpClient client, string address, CancellationToken cancellationToken) =>
        await client.GetFromJsonAsync<JsonElement>(address, cancellationToken);

    /// <summary>A complete draft, from which all others are copied.</summary>
    private static async Task<string> CompleteAsync(HttpClient editor, string round, CancellationToken cancellationToken)
    {
        using var started = await editor.PostAsJsonAsync("/api/bids", new { Round = round }, cancellationToken);
        var reference = (await started.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("reference").GetString()!;
        var version = 1;
        var stored = (await GetAsync(editor, "/api/rounds", cancellationToken))
            .EnumerateArray()
            .First(r => r.GetProperty("reference").GetString() == round);
        var year = FinancialYear.Of(DateOnly.Parse(stored.GetProperty("deliveryFrom").GetString()!, null));
        await SaveAsync("contacts", new { Lead = new { Name = "Nina Patel", Email = "nina@melton.example" } });
        await SaveAsync(
            "project",
            new
            {
                Title = "Safer streets",
                Theme = "Neighbourhood crime",
                Summary = new string('s', 2000),
            }
        );
        await SaveAsync("need", new { Need = new string('n', 2000), PlanAim = "Safer neighbourhoods" });
        await SaveAsync("where", new { Areas = new[] { "Melton 001A", "Melton 003B" }, Vintage = 2021 });
        for (var i = 1; i <= 4; i++)
            await SaveAsync(
                $"interventions/{Guid.NewGuid()}",
                new
                {
                    Name = $"Intervention {i}",
                    Description = new string('d', 500),
                    Budget = new[]
                    {
                        new
                        {
                            Year = year.ToString(),
                            Kind = "Revenue",
                            Amount = "2000.00",
                        },
                    },
                    Outputs = new[]
                    {
                        new
                        {
                            Indicator = "homes target hardened",
                            Target = 100,
                            Kind = "UpTo",
                        },
                    },
                }
            );
        await SaveAsync(
            $"risks/{Guid.NewGuid()}",
            new
            {
                Description = "Late delivery",
                Likelihood = "Low",
                Impact = "Low",
                Mitigation = "Order early",
            }
        );
        return reference;

        async Task SaveAsync(string section, object answers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/bids/{reference}/{section}")
            {
                Content = JsonContent.Create(answers),
            };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version++}\"");
            using var answer = await editor.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{section}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        }
    }

    /// <summary>Copies it: drafts to be saved and submitted, a round with a full board, and what ten years leave behind.</summary>
    private static async Task FillAsync(RunningPlatform platform, string round, string pattern, CancellationToken cancellationToken)
    {
        await using var database = platform.Database("bids");
        var columns = (string)
            (
                await ScalarAsync(
                    "select string_agg(quote_ident(column_name), ', ') from information_schema.columns where table_name = 'bids' and "
                        + "column_name not in ('id', 'reference', 'state', 'round_id', 'partnership')"
                )
            )!;
        var rounds = (string)
            (
                await ScalarAsync(
                    "select string_agg(quote_ident(column_name), ', ') from information_schema.columns where table_name = 'rounds' and "
                        + "column_name not in ('id', 'reference')"
                )
            )!;
        var log = "aggregate, version, type, schema_version, json, actor, occurred_at, previous_hash, hash, sent_at, attempts";
        string[] codes = [.. Partnership.All.Select(p => p.Code)];
        var of = "(array['" + string.Join("','", codes) + "'])[1 + n % " + codes.Length + "]";
        await ExecuteAsync(
            $"""
            insert into rounds (id, reference, {rounds}) select gen_random_uuid(), r, {rounds} from rounds,
            unnest(array['BOARD', 'OLD']) r where reference = '{round}'
            """
        );
        await CopyAsync(Connections + Submissions, "Draft", round, $"'{pattern}-S' || n", "'MEL'");
        await CopyAsync(OnTheBoard, "Submitted", "BOARD", "'BOARD-' || n", of);
        await CopyAsync(Stored - OnTheBoard - Submissions - Connections, "Decided", "OLD", "'OLD-' || n", of);
        // Each bid's history, as it was when it was written.
        await ExecuteAsync(
            $"""
            insert into event_log (id, {log}) select gen_random_uuid(), b.id, e.version, e.type, e.schema_version, e.json,
            e.actor, e.occurred_at, e.previous_hash, e.hash || '-' || b.reference, now(), 0
            from bids b, event_log e where b.reference <> '{pattern}' and e.aggregate = (select id from bids where reference = '{pattern}')
            """
        );
        await ExecuteAsync("analyze");
        Console.WriteLine(
            $"{await ScalarAsync("select count(*) from bids"):N0} bids and {await ScalarAsync("select count(*) from event_log"):N0} "
                + "events stored."
        );

        async Task CopyAsync(int many, string state, string into, string reference, string partnership) =>
            await ExecuteAsync(
                $"""
                insert into bids (id, reference, state, round_id, partnership, {columns})
                select gen_random_uuid(), {reference}, '{state}', (select id from rounds where reference = '{into}'), {partnership},
                {columns}
                from bids, generate_series(1, {many}) n where reference = '{pattern}'
                """
            );

        async Task ExecuteAsync(string sql)
        {
            await using var command = database.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        async Task<object?> ScalarAsync(string sql)
        {
            await using var command = database.CreateCommand(sql);
            return await command.ExecuteScalarAsync(cancellationToken);
        }
    }
}
