using AngleSharp.Html.Dom;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Reports.Pages;

/// <summary>The rows that figures lead to add up to them, and lists are sorted by their columns.</summary>
public sealed class ReportRowsTests(RunningService<ReportingService> service) : IAsyncLifetime
{
    private static readonly Guid Melton = Guid.NewGuid();
    private static readonly Guid Rutland = Guid.NewGuid();

    // Melton's first quarter was on time, its second 3 working days late, its third is overdue; Rutland's first was 8 days late; the
    // fourth is to come.
    public async ValueTask InitializeAsync()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Grant(Melton));
        await service.DeliverAsync(Grant(Rutland, code: "RUT"));
        await service.DeliverAsync(Submitted(Guid.NewGuid(), In(Melton, 1, 100, 0)));
        await service.DeliverAsync(Submitted(Guid.NewGuid(), In(Melton, 2, 49, 3)));
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(Melton, ReturnState.Open)));
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(Melton, ReturnState.Scheduled, 4)));
        await service.DeliverAsync(Submitted(Guid.NewGuid(), In(Rutland, 1, 7, 8, "RUT")));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task CountsOfLateness_LeadToSoManyReturns()
    {
        var league = await GetAsync("/reports/lateness");
        Assert.Equal(["Rutland", "Melton"], league.Texts("tbody th"));
        foreach (
            var figure in league
                .QuerySelectorAll("tbody td a")
                .Where(a => !a.TextContent.EndsWith('%') && !a.GetAttribute("href")!.EndsWith("late", StringComparison.Ordinal))
        )
            Assert.Equal(figure.TextContent, $"{(await GetAsync(figure.GetAttribute("href")!)).QuerySelectorAll("tbody tr").Length}");
        var late = await GetAsync("/reports/returns?year=2024-25&partnership=MEL&came=late");
        Assert.Equal(["SS5-MEL-01 Q2 2024/25: Jul 2024 - Sep 2024"], late.Texts("tbody td:nth-child(2)"));
        Assert.Equal(["Remove this filter: Melton", "Remove this filter: Late"], late.Texts(".moj-filter__tag"));

        var trend = await GetAsync("/reports/trend");
        Assert.Equal(["2", "1", "50%", "1", "0"], trend.Texts("tbody tr:first-child td"));
        foreach (var figure in trend.QuerySelectorAll("tbody td a").Where(a => !a.TextContent.EndsWith('%')))
            Assert.Equal(figure.TextContent, $"{(await GetAsync(figure.GetAttribute("href")!)).QuerySelectorAll("tbody tr").Length}");
    }

    /// <summary>Of the four that came in or are missing, one was on time: a quarter, not a third of those that are in.</summary>
    [Fact]
    public async Task CameInOnTime_CountsWhatIsMissing()
    {
        var page = await GetAsync("/reports");
        Assert.Contains("Came in on time: 25%", page.Texts(".platform-tile__figure"));
        Assert.Contains("1 of 4 returns of 2024/25; 1 not in yet", page.Texts(".platform-tile p:last-child"));
    }

    [Fact]
    public async Task WhatWasAchieved_LeadsToWhatReturnsSaid()
    {
        var targets = await GetAsync("/reports/targets?partnership=MEL");
        var achieved = targets.QuerySelectorAll("tbody td a").Single(a => a.TextContent == "149");
        var figures = await GetAsync(achieved.GetAttribute("href")!);
        Assert.Equal(["100", "49"], figures.Texts("tbody td:last-child"));
        Assert.Equal(
            ["SS5-MEL-01 Q1 2024/25: Apr 2024 - Jun 2024", "SS5-MEL-01 Q2 2024/25: Jul 2024 - Sep 2024"],
            figures.Texts("tbody th a")
        );
        Assert.Equal("/returns/SS5-MEL-01/2024-25-q1", figures.QuerySelector("tbody th a")!.GetAttribute("href"));
        Assert.Equal(["Year"], figures.Texts("main form label"));
        Assert.StartsWith("Open a sum of a grant", (await GetAsync("/reports/figures")).Texts("main .govuk-body-l")[0]);
        Assert.StartsWith("No return of", (await GetAsync("/reports/figures?grant=SS5-MEL-01&said=match")).Texts("main .govuk-body-l")[0]);
    }

    [Theory]
    [InlineData("targets", "achieved-in-all", "7 149", "149 7")]
    [InlineData("lateness", "on-time-share", "0% 33%", "33% 0%")]
    // A return that is not in has no lateness, and comes last either way.
    [InlineData("returns", "working-days-late", "0 3 8 – –", "8 3 0 – –")]
    [InlineData("returns", "no-such-column", "0 8 3 – –", "0 8 3 – –")]
    public async Task Sorted_ByAColumn_EitherWay(string report, string column, string up, string down)
    {
        Assert.Equal(up, await ColumnAsync(report, column));
        Assert.Equal(down, await ColumnAsync(report, "-" + column));
    }

    [Fact]
    public async Task HeadingOfAColumn_SortsByIt_ThenTheOtherWay_AndKeepsTheFilter()
    {
        var first = await GetAsync("/reports/overdue?partnership=MEL");
        var heading = first.QuerySelectorAll("thead th").Single(h => h.TextContent == "Was due");
        Assert.Equal("none", heading.GetAttribute("aria-sort"));
        var second = await GetAsync(heading.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(["Melton"], second.Texts("tbody th"));
        heading = second.QuerySelectorAll("thead th").Single(h => h.TextContent == "Was due");
        Assert.Equal(
            ("ascending", "/reports/overdue?partnership=MEL&sort=-was-due"),
            (heading.GetAttribute("aria-sort"), heading.QuerySelector("a")!.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task EveryHeadingOfEveryReport_SortsEitherWay()
    {
        var reports = (await GetAsync("/reports"))
            .QuerySelectorAll(".platform-contents a")
            .Select(a => a.GetAttribute("href")!)
            .Where(h => h != "/reports/papers");
        foreach (var report in reports.Append("/reports/figures?grant=SS5-MEL-01"))
        foreach (var up in (await GetAsync(report)).QuerySelectorAll("main thead a").Select(a => a.GetAttribute("href")!))
        {
            var sorted = (await GetAsync(up)).QuerySelector("main thead th[aria-sort=ascending] a")!;
            Assert.NotNull((await GetAsync(sorted.GetAttribute("href")!)).QuerySelector("main thead th[aria-sort=descending]"));
        }
    }

    [Fact]
    public async Task FiltersThatMeanNothing_ShowNothing()
    {
        foreach (
            var query in (string[])
                [
                    "?quarter=2024-25-Q9",
                    "?came=sometime",
                    "?year=abc",
                    "?said=nothing&sort=-",
                    "?quarter=2024-25-1Q",
                    "?said=Achieved&grant=",
                ]
        )
            Assert.Empty((await GetAsync($"/reports/returns{query}")).QuerySelectorAll("tbody tr"));
        Assert.Equal(5, (await GetAsync("/reports/returns?sort=")).QuerySelectorAll("tbody tr").Length);
    }

    private Task<IHtmlDocument> GetAsync(string address) => service.Board().GetPageAsync(address);

    private async Task<string> ColumnAsync(string report, string sort)
    {
        var page = await GetAsync($"/reports/{report}?year=2024-25&sort={sort}");
        var index = page.QuerySelectorAll("thead th").ToList().FindIndex(h => h.TextContent == Heading(sort.TrimStart('-')));
        return string.Join(' ', page.Texts($"tbody td:nth-child({(index < 0 ? page.QuerySelectorAll("thead th").Length : index + 1)})"));
    }

    private static string Heading(string column) =>
        column switch
        {
            "achieved-in-all" => "Achieved in all",
            "on-time-share" => "On time, share",
            "working-days-late" => "Working days late",
            _ => "",
        };

    private static ReturnDetails In(Guid grant, int quarter, int achieved, int late, string code = "MEL") =>
        Return(grant, ReturnState.Submitted, quarter, achieved, code) with
        {
            WorkingDaysLate = late,
        };
}
