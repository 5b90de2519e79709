using System.Net;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Publication;

public sealed class StatutoryTests(RunningService<ReportingService> service)
{
    // Seed 001: £93,750 had been promised, the award itself cut it to £43,750; later £600 more in one year, £400 in another.
    [Fact]
    public async Task Lists_SayTheAward_AndIncreases_InTheirMonths()
    {
        await GrantedAsync();
        var april = await service.AsNobody().GetPageAsync("/funding/statutory/2024-04");
        Assert.Equal("SS5-MEL-01", april.Text(".govuk-summary-card__title"));
        Assert.Equal(
            [
                "Melton",
                "£43,750",
                "24 April 2024",
                "Locks for homes",
                "Locks meet the standard; Homes are chosen by need",
                "Burglary fell where locks were fitted.",
            ],
            april.Texts(".govuk-summary-list__value").Take(6)
        );
        Assert.Equal(["Melton", "2024/25", "24 April 2024", "SS5-MEL-01", "£43,750"], april.Texts("tbody td"));
        var june = await service.AsNobody().GetPageAsync("/funding/statutory/2024-06");
        Assert.Empty(june.QuerySelectorAll(".govuk-summary-card"));
        Assert.Equal("Target hardening (increase)", june.Text("tbody th"));
        Assert.Equal(["Melton", "2024/25", "3 June 2024", "SS5-MEL-01", "£600"], june.Texts("tbody td"));
        Assert.Equal(
            ["/funding/statutory/2024-06", "/funding/statutory/2024-04"],
            (await service.AsNobody().GetPageAsync("/funding/statutory"))
                .QuerySelectorAll("main li a[href^='/funding/statutory/']")
                .Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Files_OfAMonthAndOfAll_HaveTheSameRows()
    {
        await GrantedAsync();
        const string award = "SS5-MEL-01,2024-04-24,Melton,Target hardening,2024/25,43750.00,award,Locks for homes";
        const string increase = "SS5-MEL-01,2024-06-03,Melton,Target hardening,2024/25,600.00,increase,Locks for homes";
        Assert.Equal([award], await RowsAsync("/funding/statutory/2024-04/items.csv"));
        Assert.Equal([increase], await RowsAsync("/funding/statutory/2024-06/items.csv"));
        Assert.Equal([award, increase], await RowsAsync("/funding/data/statutory-items.csv"));
        var grant =
            "SS5-MEL-01,2024-04-24,Melton,43750.00,Locks for homes,Locks meet the standard; Homes are chosen by need,Burglary fell where "
            + "locks were fitted.,EXE005-24";
        Assert.Equal([grant], await RowsAsync("/funding/statutory/2024-04/grants.csv"));
        Assert.Equal([grant], await RowsAsync("/funding/data/statutory-grants.csv"));
        Assert.Empty(await RowsAsync("/funding/statutory/2024-06/grants.csv"));
        // The award is the same in the grants of 360Giving.
        Assert.Contains(
            "\"amountAwarded\":43750,",
            await (await service.AsNobody().GetAsync("/funding/data/360giving.json")).Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2025-03", HttpStatusCode.NotFound)]
    [InlineData("2025-02", HttpStatusCode.OK)]
    [InlineData("april", HttpStatusCode.NotFound)]
    public async Task Month_ToCome_IsNotThere(string month, HttpStatusCode status)
    {
        await service.NothingAsync();
        Assert.Equal(status, (await service.AsNobody().GetAsync($"/funding/statutory/{month}")).StatusCode);
    }

    private async Task<IEnumerable<string>> RowsAsync(string address) =>
        (await (await service.AsNobody().GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Skip(1);

    private async Task GrantedAsync()
    {
        await service.NothingAsync();
        var bid = Guid.NewGuid();
        await service.DeliverAsync(
            new BidSubmitted(
                bid,
                3,
                Now,
                Ann,
                Given.Bid(Guid.NewGuid(), BidState.Decided) with
                {
                    Content = new() { Title = "Safer homes", Summary = "Locks for homes" },
                }
            )
        );
        var made = Given.Grant(Guid.NewGuid());
        IReadOnlyList<Intervention> Promise(decimal pounds) =>
            [made.Details.Interventions[0] with { Budget = [new(new(2024), SpendKind.Revenue, Money.FromPounds(pounds))] }];
        AmountChange Change(decimal from, decimal to) =>
            new(Given.Intervention, new(2024), SpendKind.Revenue, Money.FromPounds(from), Money.FromPounds(to));
        await service.DeliverAsync(
            made with
            {
                Details = made.Details with
                {
                    BidId = bid,
                    Original = Promise(93_750),
                    Interventions = Promise(44_750),
                    Conditions = ["Locks meet the standard", "Homes are chosen by need"],
                    Variations =
                    [
                        new(1, new(2024, 4, 24), "The Home Office reduced year 2", "EXE005-24", [Change(93_750, 43_750)], [], Ann),
                        new(2, new(2024, 6, 3), "More homes", "EXE006-24", [Change(43_750, 44_350)], [], Ann),
                        new(3, new(2024, 6, 20), "A few more homes", "EXE007-24", [Change(44_350, 44_750)], [], Ann),
                    ],
                },
            }
        );
        await service.DeliverAsync(Published("EXE005-24"));
    }
}
