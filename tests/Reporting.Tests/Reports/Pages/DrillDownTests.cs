using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Reports.Pages;

/// <summary>Whatever the data, a figure is the total of the rows that it leads to.</summary>
public sealed class DrillDownTests(RunningService<ReportingService> service)
{
    private static readonly string[] Reports =
    [
        "overdue-partnerships",
        "lateness",
        "trend",
        "indicators",
        "targets",
        "money-programmes",
        "money",
        "grants",
        "priorities",
        "match",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task EachFigureOfEachReport_IsTheTotalOfItsRows(int seed)
    {
        await service.NothingAsync();
        await SeedAsync(new Random(seed));
        var figures = 0;
        foreach (var query in (string[])["", "?year=2023-24", "?year=this&partnership=MEL"])
        foreach (var report in Reports)
        {
            var page = await GetAsync($"/reports/{report}{query}");
            foreach (var (text, to) in Figures(page))
            {
                var rows = await GetAsync(to);
                var totals = rows.Texts("main tfoot td");
                Assert.True(
                    totals.Any(t => t == text || t.Contains(text, StringComparison.Ordinal)),
                    $"{report}{query}: {text} leads to {to}, whose total is {string.Join(" | ", totals)}."
                );
                Added(rows, to);
                figures++;
            }
        }
        foreach (var tile in (await GetAsync("/reports")).QuerySelectorAll(".platform-tile__figure a"))
        {
            var text = tile.TextContent.Split(':')[^1].Trim();
            var totals = (await GetAsync(tile.GetAttribute("href")!)).Texts("main tfoot td");
            Assert.True(text is "0" or "£0" or "–" || totals.Any(t => t.Contains(text, StringComparison.Ordinal)), $"{tile.TextContent}");
        }
        Assert.True(figures > 100, $"Only {figures} figures lead anywhere.");
    }

    private static IEnumerable<(string Text, string To)> Figures(IHtmlDocument page) =>
        page.QuerySelectorAll("main tbody td a, main tfoot td a")
            .Select(a => (a.TextContent.Trim(), a.GetAttribute("href")!))
            .Where(a => a.Item2.StartsWith("/reports/", StringComparison.Ordinal))
            .Distinct();

    // In a column of amounts, the total is the sum of the rows; and no row of a list that one figure led to has nothing of it.
    private static void Added(IHtmlDocument rows, string to)
    {
        var heads = rows.Texts("main thead th");
        var total = rows.QuerySelectorAll("main tfoot tr > *").ToList();
        var body = rows.QuerySelectorAll("main tbody tr").Select(r => r.QuerySelectorAll(":scope > *").ToList()).ToList();
        for (var i = 1; i < heads.Count; i++)
        {
            // One grant's excess of priorities makes up for another's shortfall in one partnership, so what is missing does not add up.
            if (heads[i] == "Missing" || total.Count == 0 || Pounds(total[i]) is not { } sum || body.Any(r => Pounds(r[i]) is null))
                continue;
            Assert.True(sum == body.Sum(r => Pounds(r[i])!.Value), $"{to}: {heads[i]} adds up to {body.Sum(r => Pounds(r[i])!.Value)}.");
        }
        var of = to.Split("of=").Skip(1).Select(o => o.Split('&')[0]).FirstOrDefault();
        var column = heads.ToList().FindIndex(h => h.ToLowerInvariant().Replace(' ', '-') == of);
        if (column > 0)
            Assert.DoesNotContain("£0", body.Select(r => r[column].TextContent.Trim()));
    }

    private static decimal? Pounds(IElement cell) =>
        cell.TextContent.Trim() is ['£' or '-', ..] text
        && decimal.TryParse(text.Replace("£", "").Replace(",", ""), System.Globalization.CultureInfo.InvariantCulture, out var pounds)
            ? pounds
            : null;

    private async Task SeedAsync(Random random)
    {
        string[] codes = ["MEL", "RUT", "OAD"];
        for (var n = 0; n < 6; n++)
        {
            var id = Guid.NewGuid();
            var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
            decimal Amount() => random.Next(1, 2_000_000) / 100m;
            Intervention[] original =
            [
                Promise(first, "Target hardening", random.Next(2) == 0, true, Amount(), Amount()),
                Promise(second, "Patrols", random.Next(2) == 0, false, Amount(), Amount()),
            ];
            AmountChange[] changes =
            [
                new(first, new(2023), SpendKind.Revenue, original[0].Budget[0].Amount, Money.FromPounds(Amount())),
                new(second, new(2024), SpendKind.Revenue, original[1].Budget[1].Amount, Money.FromPounds(Amount())),
            ];
            Intervention[] current =
            [
                original[0] with
                {
                    Budget = [original[0].Budget[0] with { Amount = changes[0].To }, original[0].Budget[1]],
                },
                original[1] with
                {
                    Budget = [original[1].Budget[0], original[1].Budget[1] with { Amount = changes[1].To }],
                },
            ];
            var variation = new Variation(1, new(2024, 2, 1), "Less money.", null, changes, [], Ann)
            {
                Moves = VariationMoney.Moves(changes),
            };
            var grant = Grant(id, code: codes[n % 3]).Details with
            {
                Reference = $"R{n % 4}-{codes[n % 3]}-{n:00}",
                Programme = n % 2 == 0 ? "Safer Streets" : "Community safety fund",
                DeliveryFrom = new(2023, 4, 1),
                Interventions = current,
                Original = original,
                Variations = [variation],
                PriorityPercent = n % 4 == 1 ? 0 : 40,
                MatchPercent = n % 4 == 2 ? 0 : 50,
                Match = [new(Guid.NewGuid(), "Council", new(2024), MatchKind.Cash, Money.FromPounds(Amount()), true)],
            };
            await service.DeliverAsync(new GrantVaried(id, 2, Now, Ann, grant, variation));
            foreach (var quarter in Quarter.Covering(grant.DeliveryFrom, grant.DeliveryTo))
                await ReturnAsync(random, id, grant, quarter, first, second);
        }
    }

    private async Task ReturnAsync(Random random, Guid grantId, GrantDetails grant, Quarter quarter, Guid first, Guid second)
    {
        var isIn = random.Next(3) > 0 && quarter.To < London.DateOf(Now);
        var isOnPaper = !isIn && random.Next(4) == 0;
        decimal Amount() => random.Next(0, 400_000) / 100m;
        ReturnLine Line(Guid of, string indicator) =>
            new(of, DeliveryStatus.OnTrack, "", Money.FromPounds(Amount()), Money.Zero, [new(indicator, random.Next(0, 60))])
            {
                Forecasts =
                [
                    .. Quarter
                        .Covering(quarter.Next.From, quarter.Year.To)
                        .Where(q => quarter.Number < 4 && random.Next(4) > 0)
                        .Select(q => new Forecast(q, Money.Zero, Money.FromPounds(Amount()))),
                ],
            };
        var details = new ReturnDetails(
            grantId,
            grant.Reference,
            grant.Programme,
            grant.Title,
            grant.Partnership,
            quarter,
            quarter.Next.From,
            quarter.Next.From.AddMonths(1).AddDays(-1),
            isIn ? ReturnState.Submitted
                : isOnPaper ? ReturnState.NotRequired
                : ReturnState.Open,
            isIn ? [Line(first, "homes target hardened"), Line(second, "patrols")] : [],
            isIn ? Now : null,
            isIn ? random.Next(0, 3) : null
        )
        {
            OnPaper = isOnPaper,
            Overall = new() { Match = [new("Council", MatchKind.Cash, Money.FromPounds(Amount()))] },
        };
        await service.DeliverAsync(isIn ? Submitted(Guid.NewGuid(), details) : Opened(Guid.NewGuid(), details));
    }

    private static Intervention Promise(Guid id, string name, bool servesPriority, bool isCumulative, decimal first, decimal second) =>
        new(
            id,
            name,
            "",
            [new(new(2023), SpendKind.Revenue, Money.FromPounds(first)), new(new(2024), SpendKind.Revenue, Money.FromPounds(second))],
            [new(isCumulative ? "homes target hardened" : "patrols", 130, TargetKind.UpTo) { Cumulative = isCumulative }],
            []
        )
        {
            ServesPriority = servesPriority,
        };

    private Task<IHtmlDocument> GetAsync(string address) => service.Board().GetPageAsync(address);
}
