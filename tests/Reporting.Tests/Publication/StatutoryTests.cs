using System.Net;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Publication;

public sealed class StatutoryTests(RunningService<ReportingService> service)
{
    // Seed 001: £93,750 had been promised, the award itself cut it to £43,750; later £600 more in one year, £400 in another.
    [Fact]
    public async Task List_SaysTheAward_InItsMonth_AndNoPayments()
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
        // A promise of money is no payment.
        Assert.Empty(april.QuerySelectorAll("main table"));
        Assert.Contains("No payment has been made through this service.", april.Text("main"));
        var june = await service.AsNobody().GetPageAsync("/funding/statutory/2024-06");
        Assert.Empty(june.QuerySelectorAll(".govuk-summary-card"));
        Assert.Equal(
            ["/funding/statutory/2024-04"],
            (await service.AsNobody().GetPageAsync("/funding/statutory"))
                .QuerySelectorAll("main li a[href^='/funding/statutory/']")
                .Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Files_OfAMonthAndOfAll_HaveTheSameRows()
    {
        await GrantedAsync();
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

    [Fact]
    public async Task RecordIsWithheld_GrantIsListedWithoutItsWords()
    {
        await GrantedAsync(record: false);
        var april = (await service.AsNobody().GetPageAsync("/funding/statutory/2024-04")).Text("main");
        Assert.Contains("Burglary is high.", april);
        Assert.DoesNotContain("Burglary fell", april);
        foreach (
            var file in (string[])
                ["data/grants.csv", "data/decisions.csv", "data/statutory-grants.csv", "data/360giving.json", "grants", "grants/SS5-MEL-01"]
        )
        {
            var text = await (await service.AsNobody().GetAsync($"/funding/{file}")).Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken
            );
            Assert.Contains(file == "data/decisions.csv" ? "EXE005-24" : "SS5-MEL-01", text);
            Assert.DoesNotContain("Burglary fell", text);
        }
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

    private async Task GrantedAsync(bool record = true)
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
                    Content = new()
                    {
                        Title = "Safer homes",
                        Summary = "Locks for homes",
                        Need = "Burglary is high.",
                    },
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
        await service.DeliverAsync(Published("EXE005-24", record: record));
    }
}
