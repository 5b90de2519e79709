using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Platform.Security;

/// <summary>Attacks a platform that runs, and says what held.</summary>
internal static class Attacker
{
    private const int Each = 12;

    /// <summary>Tries every attack, then fuzzes every operation of the documents.</summary>
    /// <param name="address">Of the gateway.</param>
    /// <param name="data">The platform's data folder, which has its passwords.</param>
    /// <param name="repository">Where the OpenAPI documents are.</param>
    public static async Task<int> RunAsync(string address, string data, string repository)
    {
        var target = new Target(address, data);
        var work = await GivenWork.DoAsync(target);
        var attacks = await TryAllAsync(new(target, work));
        var fuzz = await FuzzAsync(target, work, repository);
        return attacks + fuzz == 0 ? 0 : 1;
    }

    /// <summary>Prints the cookie of somebody who is signed in, for a scanner.</summary>
    public static async Task<int> PrintSessionAsync(string address, string data)
    {
        Console.WriteLine(await new Target(address, data).SessionAsync(GivenWork.Editor));
        return 0;
    }

    private static async Task<int> TryAllAsync(Attacks attacks)
    {
        Console.WriteLine("## The project's own attacks\n\n| attack | held |\n|---|---|");
        var failed = 0;
        foreach (var (name, attempt) in attacks.All)
        {
            string through;
            try
            {
                through = await attempt();
            }
            catch (Exception e)
            {
                through = e.Message;
            }
            failed += through.Length == 0 ? 0 : 1;
            Console.WriteLine($"| {name} | {(through.Length == 0 ? "yes" : $"**no**: {OneLine(through)}")} |");
        }
        Console.WriteLine();
        return failed;
    }

    private static async Task<int> FuzzAsync(Target target, GivenWork work, string repository)
    {
        (string? User, string[] Secrets)[] everybody =
        [
            (null, [GivenWork.Secret, "ann@partnership.example", work.Draft]),
            (GivenWork.Rutland, [GivenWork.Secret, "ann@partnership.example"]),
            ("board@opcc.example", [GivenWork.Secret, "ann@partnership.example"]),
            (GivenWork.Officer, [GivenWork.Secret]),
            // Last: what a lead submits, the office may read.
            (GivenWork.Lead, []),
        ];
        var watch = Stopwatch.StartNew();
        var asked = 0;
        var operations = new HashSet<string>();
        var statuses = new SortedDictionary<int, int>();
        var faults = new List<string>();
        foreach (var (user, secrets) in everybody)
        {
            var session = user is null ? null : await target.SessionAsync(user);
            foreach (
                var document in new[] { "gateway", "services/Bids", "services/Returns", "services/Notifications", "services/Reporting" }
            )
            {
                var description = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(repository, document, "openapi.json")))!;
                foreach (var request in new Fuzz(description, asked, Known).Requests(Each))
                {
                    // It would sign everybody out who is signed in here.
                    if (request.Operation.StartsWith("DELETE /api/users/me/sessions", StringComparison.Ordinal))
                        continue;
                    using var message = request.To(target.Address);
                    message.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
                    if (session is not null)
                        message.Headers.TryAddWithoutValidation("Cookie", session);
                    var answer = await target.SendAsync(message);
                    asked++;
                    operations.Add(request.Operation);
                    statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
                    if (Fuzz.Fault(request, answer.Status, answer.Said, secrets) is { } fault)
                        faults.Add($"{user ?? "nobody"}: {fault}");
                }
            }
        }
        Console.WriteLine("## The fuzz\n");
        Console.WriteLine(
            $"{asked:N0} requests to {operations.Count} operations as {everybody.Length} people, in {watch.Elapsed.TotalSeconds:0} s. "
                + "Answers: "
                + string.Join(", ", statuses.Select(s => $"{s.Key} {s.Value:N0} times"))
                + $". {faults.Count} were wrong.\n"
        );
        foreach (var fault in faults.Take(50))
            Console.WriteLine($"- {OneLine(fault)}");
        return faults.Count;

        IReadOnlyList<string> Known(string path, string name) =>
            (path.Split('/')[2], name) switch
            {
                ("rounds", "reference") => [work.Round],
                ("decisions", "reference") => [work.Decision, work.Record],
                ("grants", "reference") or (_, "grantReference") => [work.Bid],
                ("bids" or "assessments", "reference" or "bid") => [work.Draft, work.Waiting, work.Bid],
                (_, "quarter") => [work.Quarter],
                ("programmes", "name") => ["Community safety fund"],
                (_, "number") => ["1"],
                _ => [],
            };
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Trim();
}
