using System.Net;
using System.Text.Json;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Reports.Pages;

public sealed class ReportsTests(RunningService<ReportingService> service)
{
    [Fact]
    public async Task Overdue_FiltersByPartnershipAndSaysTheLastReminder()
    {
        await service.NothingAsync();
        var (grant, chased) = (Guid.NewGuid(), Guid.NewGuid());
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(grant, ReturnState.Open, code: "RUT")));
        await service.DeliverAsync(
            new ReturnChased(chased, 3, Now, Person.Platform, Return(grant, ReturnState.Open, quarter: 2), new(1, []))
        );
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(grant, ReturnState.Open, quarter: 4)));

        var page = await service.Officer().GetPageAsync("/reports/overdue");
        Assert.Equal(["Melton", "Rutland"], page.Texts("tbody th"));
        Assert.Equal(
            ["SS5-MEL-01 Q2 2024/25: Jul 2024 - Sep 2024", "31 October 2024", "71", "1 working day after", "Not held", "Not in"],
            page.Texts("tbody tr:first-child td")
        );
        Assert.Equal("Not yet", page.Texts("tbody tr:last-child td")[3]);
        var rutland = await service.Officer().GetPageAsync("/reports/overdue?partnership=RUT");
        Assert.Equal(["Rutland"], rutland.Texts("tbody th"));
        Assert.Equal(["Remove this filter: Rutland"], rutland.Texts(".moj-filter__tag"));
        var blaby = await service.Officer().GetPageAsync("/reports/overdue?partnership=BLA");
        Assert.StartsWith("No return of Blaby is overdue.", blaby.Texts("main .govuk-body-l")[0]);
        await service.NothingAsync();
        Assert.StartsWith(
            "No return is overdue.",
            (await service.Officer().GetPageAsync("/reports/overdue")).Texts("main .govuk-body-l")[0]
        );
    }

    [Theory]
    [InlineData("/reports/overdue", "partnership=XYZ", "XYZ")]
    [InlineData("/reports/money", "year=soon", "soon")]
    [InlineData("/reports/overdue", "came=often", "often")]
    [InlineData("/reports/overdue", "came=late", "late")]
    [InlineData("/reports", "partnership=XYZ", "XYZ")]
    [InlineData("/reports", "year=9999-00", "9999-00")]
    [InlineData("/reports/money", "year=0000-01", "0000-01")]
    [InlineData("/reports", "of=spent", "spent")]
    [InlineData("/reports/grants", "of=nonsense", "nonsense")]
    [InlineData("/reports/grants", "came=late", "late")]
    [InlineData("/reports/overdue", "quarter=2010-11-q1", "2010-11-q1")]
    [InlineData("/reports/money", "grant=SS5-MEL-01", "SS5-MEL-01")]
    [InlineData("/reports/underspend", "of=spent", "spent")]
    [InlineData("/funding/grants", "year=soon", "soon")]
    [InlineData("/foi", "state=Lost", "Lost")]
    public async Task Get_UnknownFilter_IsAnErrorAndShowsNothing(string address, string filter, string value)
    {
        var page = await service.Officer().GetPageAsync($"{address}?{filter}");
        Assert.Equal([$"“{value}” is not in this list. Select one that is"], page.Errors());
        Assert.Empty(page.QuerySelectorAll("tbody tr, .platform-tile"));
        if (address.StartsWith("/reports/", StringComparison.Ordinal))
            Assert.Equal(HttpStatusCode.NotFound, (await service.Officer().GetAsync($"{address}.csv?{filter}")).StatusCode);
    }

    // Seed 004: "up to 130 homes ... achieved 149".
    [Fact]
    public async Task Targets_MoreThanUpTo_IsNewsNotAnError()
    {
        await service.NothingAsync();
        var (grant, other) = (Guid.NewGuid(), Guid.NewGuid());
        await service.DeliverAsync(Submitted(Guid.NewGuid(), Return(grant, ReturnState.Submitted, quarter: 1, achieved: 100)));
        await service.DeliverAsync(Grant(grant));
        await service.DeliverAsync(Grant(other, code: "RUT", programme: "Community safety fund"));
        await service.DeliverAsync(Submitted(Guid.NewGuid(), Return(grant, ReturnState.Submitted, quarter: 2, achieved: 49)));
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(grant, ReturnState.Open)));

        var page = await service.Officer().GetPageAsync("/reports/targets");
        Assert.Equal(
            ["Target hardening", "homes target hardened", "up to 130", "149", "19 more than planned", ""],
            page.Texts("tbody td").Take(6)
        );
        Assert.Equal(
            ["Target hardening", "homes target hardened", "up to 130", "0", "Nothing reported yet", ""],
            page.Texts("tbody td").Skip(6)
        );
        Assert.Equal(
            "/reports/overdue",
            page.QuerySelectorAll("main a").Single(a => a.TextContent == "1 overdue return is not counted").GetAttribute("href")
        );

        var fund = await service.Officer().GetPageAsync("/reports/targets?programme=Community%20safety%20fund");
        Assert.Equal(["Rutland"], fund.Texts("tbody th"));
        Assert.DoesNotContain("overdue", fund.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task Targets_Varied_SaysWhatTheyWere()
    {
        await service.NothingAsync();
        var grant = Guid.NewGuid();
        await service.DeliverAsync(Varied(grant));
        await service.DeliverAsync(Grant(grant, 200));
        await service.DeliverAsync(Submitted(Guid.NewGuid(), Return(grant, ReturnState.Submitted, quarter: 1, achieved: 149)));

        var page = await service.Officer().GetPageAsync("/reports/targets");
        Assert.Equal(
            [
                "Target hardening",
                "homes target hardened",
                "up to 130 (was 200)",
                "149",
                "19 more than planned",
                "Variation 1 cut Target hardening in 2024/25 from £9,000 to £5,000: Less money.",
                "Campaign",
                "homes target hardened",
                "none (was 40)",
                "0",
                "No longer promised",
                "Variation 1 cut Campaign in 2024/25 from £11,000 to £0: Less money.",
            ],
            page.Texts("tbody td")
        );
    }

    [Fact]
    public async Task Reports_LeadToEachReport_AndEachAnswers()
    {
        await service.NothingAsync();
        var links = (await service.Board().GetPageAsync("/reports"))
            .QuerySelectorAll(".platform-contents a")
            .Select(a => a.GetAttribute("href")!)
            .Where(h => h != "/reports/papers")
            .ToList();
        Assert.Equal(13, links.Count);
        foreach (var link in links)
            Assert.NotEmpty((await service.Board().GetPageAsync(link)).Texts("main .govuk-body-l"));
    }

    [Fact]
    public async Task Partner_SeesNothingOfAnother()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(Guid.NewGuid(), ReturnState.Open)));
        Assert.Equal(1, await CountAsync(service.Partner()));
        Assert.Equal(0, await CountAsync(service.Partner("RUT")));
        Assert.Equal(1, await CountAsync(service.Board()));
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Partner().GetAsync("/api/reports/targets")).StatusCode);
    }

    private static async Task<int> CountAsync(Visitor visitor)
    {
        var response = await visitor.GetAsync("/api/reports/overdue");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument
            .Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .RootElement.GetArrayLength();
    }
}
