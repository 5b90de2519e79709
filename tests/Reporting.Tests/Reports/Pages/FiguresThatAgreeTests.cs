using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Reports.Pages;

public sealed class FiguresThatAgreeTests(RunningService<ReportingService> service)
{
    private static readonly Guid Packs = Guid.NewGuid();

    [Fact]
    public async Task WhatIsOnPaper_IsNowhereNothing_AndNotUnderspent()
    {
        await service.NothingAsync();
        var grant = Guid.NewGuid();
        await service.DeliverAsync(Grant(grant));
        foreach (var quarter in (int[])[1, 2, 3, 4])
            await service.DeliverAsync(Opened(Guid.NewGuid(), Return(grant, ReturnState.NotRequired, quarter) with { OnPaper = true }));
        await service.DeliverAsync(Published("EXE005-24"));
        foreach (var report in (string[])["money", "money-programmes", "grants", "priorities", "match"])
        {
            var page = await service.Officer().GetPageAsync($"/reports/{report}?year=2024-25");
            Assert.Contains("Reported on paper", page.Texts("tbody td"));
        }
        var money = await service.Officer().GetPageAsync("/reports/money?year=2024-25");
        // Underspend, then overspend.
        Assert.Equal(["£0", "£0"], money.Texts("tbody td").TakeLast(2));
        Assert.Contains("4 quarters were reported on paper", money.QuerySelector("main")!.TextContent);
        Assert.Equal(
            ["Reported on paper"],
            (await service.Officer().GetPageAsync("/reports/figures?grant=SS5-MEL-01&said=spent")).Texts("tbody td:last-child").Distinct()
        );
        var targets = await service.Officer().GetPageAsync("/reports/targets");
        Assert.Equal(["Reported on paper", "Reported on paper"], targets.Texts("tbody td").Where(t => t.Contains("paper")));
        var csv = await TextAsync("/reports/grants.csv?year=2024-25");
        Assert.Contains(",5000,Reported on paper,0,4,", csv);
        Assert.Contains(",,reported on paper", await TextAsync("/funding/data/grants.csv"));
        Assert.Contains("reported on paper", await TextAsync("/funding/data/returns.csv"));
        Assert.Contains("was reported on paper", await TextAsync("/funding/grants/SS5-MEL-01"));
        Assert.Contains("Reported on paper", await TextAsync("/partnerships/MEL"));
    }

    /// <summary>Oadby and Wigston's packs (seed 001): £16,958 for year 1, of which £6,000 was spent in year 2.</summary>
    [Fact]
    public async Task MoneySpentAcross31March_IsFlagged()
    {
        await service.NothingAsync();
        var id = Guid.NewGuid();
        var grant = Grant(id, code: "OAD").Details with
        {
            DeliveryFrom = new(2023, 10, 1),
            Interventions = [Promise(Packs, "Cocooning packs", (2023, 16_958))],
        };
        await service.DeliverAsync(new GrantMade(id, 1, Now, Ann, grant));
        await service.DeliverAsync(Published("EXE005-24"));
        foreach (var (year, quarter, spent) in new[] { (2023, 3, 3_000m), (2023, 4, 7_958m), (2024, 1, 3_500m), (2024, 2, 2_500m) })
            await ReportAsync(id, "OAD", new(new(year), quarter), spent, 0);
        const string words = "£6,000 of what was spent in 2024/25 is money from an earlier year, spent across 31 March";
        foreach (var report in (string[])["money", "money-programmes", "grants"])
        {
            var page = await service.Officer().GetPageAsync($"/reports/{report}?year=2024-25");
            Assert.Contains($"Annuality: {words}", page.QuerySelector("main")!.TextContent);
            Assert.Contains("Spent across 31 March", page.Texts("thead th"));
            Assert.DoesNotContain(
                "Spent across 31 March",
                (await service.Officer().GetPageAsync($"/reports/{report}?year=2023-24")).Texts("thead th")
            );
        }
        Assert.Contains(words, (await service.AsNobody().GetPageAsync("/funding/grants/SS5-OAD-01")).Text("main"));
        Assert.Contains(
            "£6,000 of it money from an earlier year",
            (await service.Officer().GetPageAsync("/partnerships/OAD")).Text("main")
        );
        await using var scope = service.Services.CreateAsyncScope();
        var frozen = await scope.ServiceProvider.GetRequiredService<FreezeFigures>().RunAsync(Now, TestContext.Current.CancellationToken);
        Assert.Contains($"{words}: £6,000 of Safer Streets.", FigureWords.Money(frozen).Text);
    }

    /// <summary>£10,000 of a round that asks for nothing is not in the share that another round asks for.</summary>
    [Fact]
    public async Task Shares_AreOverTheRoundsThatAsk()
    {
        await service.NothingAsync();
        foreach (
            var (round, pounds, serves, percent) in new[]
            {
                ("SS5", 10_000m, false, 0),
                ("CSP2024", 4_000m, true, 50),
                ("CSP2024", 6_000m, false, 50),
            }
        )
        {
            var id = Guid.NewGuid();
            var details = Grant(id).Details with
            {
                Reference = $"{round}-MEL-{id:N}",
                PriorityPercent = percent,
                MatchPercent = percent,
                Interventions = [Promise(id, "Patrols", (2024, pounds)) with { ServesPriority = serves }],
            };
            await service.DeliverAsync(new GrantMade(id, 1, Now, Ann, details));
        }
        var page = await service.Officer().GetPageAsync("/reports/priorities?year=2024-25");
        Assert.Equal(["£20,000", "£4,000", "20%", "£10,000", "£4,000", "40%", "50%", "£1,000", "£0", "–"], page.Texts("tbody td"));
        Assert.Contains("1 round asked for a share", page.QuerySelector("main")!.TextContent);
        var tiles = await service.Officer().GetPageAsync("/reports?year=2024-25");
        Assert.Contains("For priorities: 40%", tiles.Texts(".platform-tile__figure"));
        Assert.Contains("of the money of 1 round that asked for a share; 50% was asked for", tiles.Texts(".platform-tile p:last-child"));
    }

    [Fact]
    public async Task AYearOfTargets_FiltersWhatWasAchieved_AndSaysSo()
    {
        await service.NothingAsync();
        var id = Guid.NewGuid();
        await service.DeliverAsync(new GrantMade(id, 1, Now, Ann, Grant(id).Details with { DeliveryFrom = new(2023, 10, 1) }));
        await ReportAsync(id, "MEL", new(new(2023), 4), 0, 60, Given.Intervention);
        await ReportAsync(id, "MEL", new(new(2024), 1), 0, 89, Given.Intervention);
        var year = await service.Officer().GetPageAsync("/reports/targets?year=2024-25");
        Assert.Contains("Achieved in 2024/25", year.Texts("thead th"));
        Assert.Equal(["89", "149"], year.Texts("tbody td").Where(t => int.TryParse(t, out _)));
        Assert.Contains("A target is for the whole delivery of its grant", year.QuerySelector("main")!.TextContent);
        var all = await service.Officer().GetPageAsync("/reports/targets");
        Assert.Equal(["149"], all.Texts("tbody td").Where(t => int.TryParse(t, out _)));
    }

    /// <summary>A variation that cuts several interventions: a target names the cut that moved it, and no other.</summary>
    [Fact]
    public async Task WhatMovedATarget_IsItsOwnCut()
    {
        await service.NothingAsync();
        var id = Guid.NewGuid();
        var varied = Varied(id).Details;
        var variation = varied.Variations[0] with
        {
            Reason = "Target hardening, 2024/25: reduced by £4k\nCampaign, 2024/25: removed",
            Amounts =
            [
                Cut(Given.Intervention, 9_000, 5_000) with
                {
                    Reason = "reduced by £4k",
                },
                Cut(Gone, 11_000, 0) with
                {
                    Reason = "removed",
                },
            ],
        };
        await service.DeliverAsync(new GrantVaried(id, 3, Now, Ann, varied with { Variations = [variation] }, variation));
        Assert.Equal(
            [
                "Variation 1 cut Target hardening in 2024/25 from £9,000 to £5,000: reduced by £4k",
                "Variation 1 cut Campaign in 2024/25 from £11,000 to £0: removed",
            ],
            (await service.Officer().GetPageAsync("/reports/targets")).Texts("tbody td:last-child")
        );

        // The target is lowered later than the cut that moves it.
        var later = new Variation(
            2,
            new(2024, 5, 1),
            "Fewer homes.",
            null,
            [],
            [variation.Targets.Single(t => t.InterventionId == Given.Intervention)],
            Ann
        );
        variation = variation with { Targets = [.. variation.Targets.Where(t => t.InterventionId != Given.Intervention)] };
        await service.DeliverAsync(new GrantVaried(id, 4, Now, Ann, varied with { Variations = [variation, later] }, later));
        Assert.Contains(
            "Variation 1 cut Target hardening in 2024/25 from £9,000 to £5,000; variation 2 then lowered the target: Fewer homes.",
            (await service.Officer().GetPageAsync("/reports/targets")).Texts("tbody td:last-child")
        );
    }

    [Fact]
    public async Task ThisYear_MovesOnOn1April_InLondon()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Grant(Guid.NewGuid()));
        var page = await service.Officer().GetPageAsync("/reports/money");
        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/reports/views/new?report=money&year=this");
        // In British Summer Time, which has begun, 1 April begins at 11pm UTC.
        foreach (
            var (at, year) in new[]
            {
                (new DateTimeOffset(2025, 3, 31, 22, 59, 59, TimeSpan.Zero), "2024/25"),
                (new(2025, 3, 31, 23, 0, 0, TimeSpan.Zero), "2025/26"),
            }
        )
        {
            service.Clock.Now = at;
            Assert.Contains(
                $"for {year}",
                (await service.Officer().GetPageAsync("/reports/money?year=this")).Texts("main .govuk-body-l")[0]
            );
        }
    }

    private static Intervention Promise(Guid id, string name, params (int Year, decimal Pounds)[] budget) =>
        new(id, name, "", [.. budget.Select(b => new BudgetLine(new(b.Year), SpendKind.Revenue, Money.FromPounds(b.Pounds)))], [], []);

    private Task ReportAsync(Guid grant, string code, Quarter quarter, decimal spent, int achieved, Guid? intervention = null)
    {
        var said = Return(grant, ReturnState.Submitted, quarter.Number, code: code) with
        {
            Quarter = quarter,
            Lines =
            [
                new(
                    intervention ?? Packs,
                    DeliveryStatus.OnTrack,
                    "",
                    Money.Zero,
                    Money.FromPounds(spent),
                    intervention is null ? [] : [new("homes target hardened", achieved)]
                ),
            ],
        };
        return service.DeliverAsync(Submitted(Guid.NewGuid(), said));
    }

    private async Task<string> TextAsync(string address) =>
        await (await service.Officer().GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
