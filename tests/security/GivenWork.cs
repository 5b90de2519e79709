using System.Text.Json;
using Platform.Contracts;

namespace Platform.Security;

/// <summary>Work of Melton's that nobody else may read, and what the office made of it.</summary>
/// <param name="Round">A round that is open.</param>
/// <param name="Draft">A bid that only Melton may read.</param>
/// <param name="Bid">A bid that was decided on.</param>
/// <param name="Waiting">A bid that was submitted.</param>
/// <param name="Decision">The record that supported it.</param>
/// <param name="Record">A record that waits to be approved.</param>
/// <param name="Quarter">The quarter of the grant's first return.</param>
internal sealed record GivenWork(string Round, string Draft, string Bid, string Waiting, string Decision, string Record, string Quarter)
{
    public const string Editor = "editor@melton.example";
    public const string Lead = "lead@melton.example";
    public const string Officer = "officer@opcc.example";
    public const string Rutland = "lead@rutland.example";

    /// <summary>What Melton's drafts and returns say.</summary>
    public const string Secret = "Known to Melton alone 5b1f";

    /// <summary>Does the work through the API.</summary>
    public static async Task<GivenWork> DoAsync(Target target)
    {
        var today = London.DateOf(TimeProvider.System.GetUtcNow());
        // Delivery began long enough ago for a first return to be due.
        var delivery = FinancialYear.Of(today.AddMonths(-6));
        await target.MustAsync(
            Officer,
            HttpMethod.Post,
            "/api/rounds",
            new
            {
                reference = "ATT1",
                programme = "Community safety fund",
                name = "Round under attack",
                opensOn = today,
                closesOn = today.AddDays(30),
                deliveryFrom = delivery.From,
                deliveryTo = delivery.To,
                matchPercent = 0,
                themes = new[] { "Neighbourhood crime" },
                published = true,
            }
        );
        var bid = await BidAsync(target, delivery, "Safer homes");
        var waiting = await BidAsync(target, delivery, "Safer parks");
        var draft = await BidAsync(target, delivery, Secret);
        foreach (var submitted in new[] { bid, waiting })
            await target.MustAsync(Lead, HttpMethod.Post, $"/api/bids/{submitted}/submission");
        var decision = await RecordAsync(target, bid);
        await StepAsync(target, Officer, decision, "submission", new { });
        await StepAsync(target, "finance@opcc.example", decision, "approval", new { office = "" });
        await StepAsync(target, "monitoring@opcc.example", decision, "determination", new { publishRecord = true, publishDecision = true });
        await StepAsync(target, "commissioner@opcc.example", decision, "signature", new { decision = "Supported" });
        var record = await RecordAsync(target, waiting);
        await StepAsync(target, Officer, record, "submission", new { });
        var quarter = await ReturnAsync(target, bid);
        return new("ATT1", draft, bid, waiting, decision, record, quarter);
    }

    private static async Task<string> BidAsync(Target target, FinancialYear delivery, string title)
    {
        var made = await target.MustAsync(Editor, HttpMethod.Post, "/api/bids", new { round = "ATT1" });
        var reference = made.GetProperty("reference").GetString()!;
        await target.MustAsync(
            Editor,
            HttpMethod.Put,
            $"/api/bids/{reference}",
            new
            {
                contacts = new { lead = new { name = "Ann Reed", email = "ann@partnership.example" } },
                project = new
                {
                    title,
                    theme = "Neighbourhood crime",
                    summary = "Homes are made harder to break into.",
                },
                need = new { need = "Burglary rose by a third.", planAim = "Safer places" },
                where = new
                {
                    areas = new[] { Lsoa.All.First(a => a.District.Name == Partnership.Get("MEL").Districts[0]).Name },
                    vintage = 2021,
                },
                interventions = new[]
                {
                    new
                    {
                        answers = new
                        {
                            name = "Target hardening",
                            budget = new[]
                            {
                                new
                                {
                                    year = delivery.ToString(),
                                    kind = "Capital",
                                    amount = "12500.00",
                                },
                            },
                            outputs = new[]
                            {
                                new
                                {
                                    indicator = "homes target hardened",
                                    target = 40,
                                    kind = "UpTo",
                                },
                            },
                        },
                    },
                },
                risks = new[]
                {
                    new
                    {
                        answers = new
                        {
                            description = "Locks come late",
                            likelihood = "Low",
                            impact = "Medium",
                            mitigation = "Order early",
                        },
                    },
                },
            },
            1
        );
        foreach (var section in BidSections.All)
            await target.MustAsync(Editor, HttpMethod.Put, $"/api/bids/{reference}/completed/{section}", new { complete = true }, 2);
        return reference;
    }

    private static async Task<string> RecordAsync(Target target, string bid) => (
            await target.MustAsync(
                Officer,
                HttpMethod.Post,
                "/api/decisions",
                new
                {
                    title = $"Award to {bid}",
                    summary = "Why",
                    bids = new[] { bid },
                }
            )
        ).GetProperty("reference").GetString()!;

    private static async Task StepAsync(Target target, string user, string record, string step, object body)
    {
        var version = (await target.MustAsync(user, HttpMethod.Get, $"/api/decisions/{record}")).GetProperty("version").GetInt32();
        await target.MustAsync(user, HttpMethod.Post, $"/api/decisions/{record}/{step}", body, version);
    }

    // The grant's returns come with its event, and open a moment later.
    private static async Task<string> ReturnAsync(Target target, string grant)
    {
        for (var tries = 0; tries < 120; tries++)
        {
            var all = await target.MustAsync(Editor, HttpMethod.Get, "/api/returns");
            var open = all.GetProperty("returns")
                .EnumerateArray()
                .FirstOrDefault(r =>
                    r.GetProperty("address").GetString()!.Contains(grant, StringComparison.Ordinal)
                    && r.GetProperty("return").GetProperty("state").GetString() != "Scheduled"
                );
            if (open.ValueKind != JsonValueKind.Undefined)
            {
                var address = open.GetProperty("address").GetString()!;
                var version = open.GetProperty("version").GetInt32();
                await target.MustAsync(Editor, HttpMethod.Put, $"{address}/outcomes", new { outcomes = Secret, risks = "" }, version);
                return address.Split('/')[^1];
            }
            await Task.Delay(500);
        }
        throw new TimeoutException("No return of the grant was open after a minute.");
    }
}
