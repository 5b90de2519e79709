using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Reports.Pages;

/// <summary>
/// £9,000 was granted to Melton for 2024/25 and cut to £5,000, a half of it for priorities; others add half of what is spent.
/// </summary>
public sealed class MoneyReportsTests(RunningService<ReportingService> service) : IAsyncLifetime
{
    private static readonly Guid Melton = Guid.NewGuid();

    public async ValueTask InitializeAsync()
    {
        await service.NothingAsync();
        await service.DeliverAsync(new GrantVaried(Melton, 2, Now, Ann, Granted(), Granted().Variations[0]));
        foreach (var quarter in (int[])[1, 2, 3, 4])
            await service.DeliverAsync(
                new ReturnScheduled(
                    Id(quarter),
                    1,
                    Now,
                    Person.Platform,
                    Return(Melton, quarter < 4 ? ReturnState.Open : ReturnState.Scheduled, quarter)
                )
            );
        await service.DeliverAsync(Submitted(Id(1), Spent(1, 1_000, (2, 1_500), (3, 500), (4, 500))));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Money_OfTheYear_IsGrantedChangedSpentForecastAndLeft()
    {
        var page = await service.Officer().GetPageAsync("/reports/money");
        Assert.Equal("£1,500 of the £5,000 for 2024/25 is likely to be left.", page.Texts("main .govuk-body-l")[0]);
        Assert.Equal(["£9,000", "£4,000", "£5,000", "£1,000", "£2,500", "£3,500", "£1,500", "£0"], page.Texts("tbody td"));
        Assert.Equal(page.Texts("tbody td"), page.Texts("tfoot td"));
        Assert.Equal(
            "/reports/grants?year=this&partnership=MEL&of=granted-at-first",
            page.QuerySelector("tbody td a")!.GetAttribute("href")
        );
        var grants = await service.Officer().GetPageAsync("/reports/grants?year=2024-25&partnership=MEL");
        Assert.Equal(
            ["SS5-MEL-01 Safer homes", "£9,000", "£4,000", "£5,000", "£1,000", "£2,500", "£3,500", "£1,500", "£0"],
            grants.Texts("tbody td")
        );
        Assert.Equal(
            "No grant has money for 2023/24.",
            (await service.Officer().GetPageAsync("/reports/money?year=2023-24")).Texts("main .govuk-body-l")[0]
        );
    }

    [Fact]
    public async Task Download_HasNumbersAsNumbers()
    {
        var file = await service.Board().GetAsync("/reports/grants.csv?year=2024-25");
        Assert.Equal("grants-2025-02-12.csv", file.Content.Headers.ContentDisposition!.FileName);
        var bytes = await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("EFBBBF", Convert.ToHexString(bytes, 0, 3));
        var lines = (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal(
            "Partnership,Grant,Granted at first,Cut,Added,Moved in from other years,Moved out to other years,Moved within the year,"
                + "Allocated,Spent,Spent across 31 March,Quarters on paper,Forecast,Assumed,Likely spending,Likely underspend,"
                + "Likely overspend,\"Spent, challenged\"",
            lines[0]
        );
        Assert.Equal("Melton,SS5-MEL-01 Safer homes,9000,4000,0,0,0,0,5000,1000,0,0,2500,0,3500,1500,0,0", lines[1]);
    }

    [Fact]
    public async Task Underspend_NamesTheMissingReturns_AndWhatItAssumesForThem()
    {
        var page = await service.Officer().GetPageAsync("/reports/underspend");
        Assert.Equal(
            "£1,500 of the £5,000 for 2024/25 is likely to be left. 2 returns are missing from the estimate.",
            page.Texts("main .govuk-body-l")[0]
        );
        Assert.Equal(
            [
                "SS5-MEL-01 Q2 2024/25: Jul 2024 - Sep 2024",
                "31 October 2024",
                "£1,500",
                "The return for quarter 1 2024/25 forecast it",
                "SS5-MEL-01 Q3 2024/25: Oct 2024 - Dec 2024",
                "31 January 2025",
                "£500",
                "The return for quarter 1 2024/25 forecast it",
            ],
            page.Texts("tbody td")
        );
    }

    [Fact]
    public async Task ALaterReturn_TakesThePlaceOfTheForecast_AndACorrectionOfAnEarlierQuarterCountsThere()
    {
        var second = Spent(2, 2_500, (3, 1_000), (4, 1_000));
        await service.DeliverAsync(
            Submitted(
                Id(2),
                second with
                {
                    Lines =
                    [
                        second.Lines[0] with
                        {
                            Adjustments =
                            [
                                new(Guid.NewGuid(), new(new(2024), 1), SpendKind.Revenue, "", 100_000, 80_000, "Counted twice."),
                            ],
                        },
                    ],
                }
            )
        );
        var page = await service.Officer().GetPageAsync("/reports/money");
        Assert.Equal(["£9,000", "£4,000", "£5,000", "£3,300", "£2,000", "£5,300", "£0", "£300"], page.Texts("tbody td"));
        Assert.Contains("Some grants are likely to spend £300 above their allocation.", page.Texts("main .govuk-body-l")[0]);
    }

    /// <summary>£1,000 more than Rutland has takes nothing off the £1,500 that Melton leaves.</summary>
    [Fact]
    public async Task Overspend_IsNeverNettedWithUnderspend()
    {
        var rutland = Guid.NewGuid();
        await service.DeliverAsync(Grant(rutland, code: "RUT"));
        var said = Return(rutland, ReturnState.Submitted, 1, achieved: 5, code: "RUT");
        await service.DeliverAsync(
            Submitted(Guid.NewGuid(), said with { Lines = [said.Lines[0] with { Revenue = Money.FromPounds(6_000) }] })
        );
        var page = await service.Officer().GetPageAsync("/reports/money");
        Assert.Equal(["£1,500", "£0"], page.Texts("tbody tr:first-child td").TakeLast(2));
        Assert.Equal(["£0", "£1,000"], page.Texts("tbody tr:last-child td").TakeLast(2));
        Assert.Equal(["£1,500", "£1,000"], page.Texts("tfoot td").TakeLast(2));
        var tiles = (await service.Officer().GetPageAsync("/reports")).Texts(".platform-tile__figure");
        Assert.Contains("Likely underspend: £1,500", tiles);
        Assert.Contains("Likely overspend: £1,000", tiles);
    }

    [Fact]
    public async Task Shares_AreOfWhatIsSpentAndAllocated()
    {
        Assert.Equal(
            ["£5,000", "£5,000", "100%", "£0", "£0", "–", "None", "£0", "£1,000", "100%"],
            (await service.Officer().GetPageAsync("/reports/priorities")).Texts("tbody td")
        );
        Assert.Equal(
            ["£1,000", "£2,000", "£400", "40%", "£1,000", "£400", "40%", "50%", "£100"],
            (await service.Officer().GetPageAsync("/reports/match")).Texts("tbody td")
        );
    }

    [Fact]
    public async Task Dashboard_SaysTheSame_AndEachFigureLeadsToItsRows()
    {
        var page = await service.Board().GetPageAsync("/reports");
        Assert.Equal(
            ["2", "33%", "£5,000", "£1,000", "£1,500", "£0", "100%", "40%", "0 of 1"],
            page.Texts(".platform-tile__figure").Select(t => t.Split(": ")[1])
        );
        Assert.Contains("for 2024/25, after cuts of £4,000", page.Texts(".platform-tile p:last-child"));
        // The list behind it has £1,500 and £500.
        Assert.Contains("assuming that £2,000 was spent that nobody has reported", page.Texts(".platform-tile p:last-child"));
        foreach (var link in page.QuerySelectorAll(".platform-tile__figure a").Select(a => a.GetAttribute("href")!))
            await service.Board().GetPageAsync(link);
        Assert.Equal(["money-programmes", "trend"], page.QuerySelectorAll("table").Select(t => t.Id![6..]));
        var rutland = await service.Board().GetPageAsync("/reports?partnership=RUT");
        Assert.Equal(["0", "–", "£0", "0 of 0"], rutland.Texts(".platform-tile__figure").Select(t => t.Split(": ")[1]));
    }

    [Fact]
    public async Task NothingIsAssumed_OnlyWhereNoReturnIsMissing()
    {
        const string nothing = "nothing had to be assumed";
        await service.DeliverAsync(Submitted(Id(2), Spent(2, 5_000, (3, 0))));
        // All the money is spent: what the third return is taken for is nothing, and still assumed.
        Assert.Equal(["£0"], (await service.Officer().GetPageAsync("/reports/underspend")).Texts("tbody td:nth-child(4)"));
        Assert.DoesNotContain(nothing, (await service.Officer().GetPageAsync("/reports")).Texts(".platform-tile p:last-child"));
        await service.DeliverAsync(Submitted(Id(3), Spent(3, 0)));
        Assert.Empty((await service.Officer().GetPageAsync("/reports/underspend")).Texts("tbody td"));
        Assert.Contains(nothing, (await service.Officer().GetPageAsync("/reports")).Texts(".platform-tile p:last-child"));
    }

    [Fact]
    public async Task Partnership_SeesItsOwn_TheOfficeAll_AndNobodyAnother()
    {
        var own = await service.Partner().GetPageAsync("/partnerships/MEL");
        Assert.Contains("SS5-MEL-01: return for Q2 2024/25: Jul 2024 - Sep 2024", own.Texts("main li a"));
        Assert.Equal(
            ["31 March 2025", "£5,000", "£5,000", "£1,000", "£3,500"],
            own.QuerySelectorAll("table")[0].QuerySelectorAll("tbody td").Select(c => c.TextContent)
        );
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await service.Partner("RUT").GetAsync("/partnerships/MEL")).StatusCode);
        Assert.Contains("Messages and events", (await service.Officer().GetPageAsync("/partnerships/MEL")).Texts("h2"));
        Assert.DoesNotContain("Messages and events", (await service.Board().GetPageAsync("/partnerships/MEL")).Texts("h2"));
        Assert.Contains("has no grant yet", (await service.Officer().GetPageAsync("/partnerships/BLA")).QuerySelector("main")!.TextContent);
    }

    private static GrantDetails Granted()
    {
        var varied = Varied(Melton).Details;
        var now = varied.Interventions.Select(i => i with { ServesPriority = true }).ToList();
        return varied with
        {
            Interventions = now,
            Original = [now[0] with { Budget = [new(new(2024), SpendKind.Revenue, Money.FromPounds(9_000))] }],
            Variations = [varied.Variations[0] with { Amounts = [Cut(Given.Intervention, 9_000, 5_000)] }],
            MatchPercent = 50,
            Match = [new(Guid.NewGuid(), "Council", new(2024), MatchKind.Cash, Money.FromPounds(2_000), true)],
        };
    }

    private static ReturnDetails Spent(int quarter, decimal pounds, params (int Quarter, decimal Pounds)[] forecasts)
    {
        var said = Return(Melton, ReturnState.Submitted, quarter, achieved: 5);
        return said with
        {
            Lines =
            [
                said.Lines[0] with
                {
                    Revenue = Money.FromPounds(pounds),
                    Forecasts = [.. forecasts.Select(f => new Forecast(new(new(2024), f.Quarter), Money.Zero, Money.FromPounds(f.Pounds)))],
                },
            ],
            Overall = new() { Match = [new("Council", MatchKind.Cash, Money.FromPounds(400))] },
        };
    }

    private static Guid Id(int quarter) => new(quarter, 0, 0, Melton.ToByteArray()[..8]);
}
