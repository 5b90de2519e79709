using Platform.Contracts;

namespace Platform.Bids.Tests.Grants.Pages;

/// <summary>Money spent across 31 March is flagged on the grant's page too.</summary>
public sealed class SpentAcrossTests(RunningService<BidsService> service)
{
    private static readonly FinancialYear First = new(2025);

    // The first year has £10,000 and the next £1,000: what is spent in each, as returns tell it.
    private async Task<(Grant Grant, Visitor Reader)> SpendAsync(params (int Year, int Quarter, int Pounds)[] spent)
    {
        var grant = await service.StoredGrantAsync((await service.GrantAsync()).Reference);
        var intervention = grant.Details.Interventions[0];
        await service.ReadAsync(
            async (BidsContext db) =>
            {
                var stored = await db.Grants.FindAsync([grant.Id], TestContext.Current.CancellationToken);
                db.Entry(stored!).Property(g => g.Details).CurrentValue = grant.Details with
                {
                    Interventions =
                    [
                        intervention with
                        {
                            Budget =
                            [
                                new(First, SpendKind.Revenue, Money.FromPounds(10_000)),
                                new(First.Next, SpendKind.Revenue, Money.FromPounds(1_000)),
                            ],
                        },
                    ],
                };
                return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            }
        );
        foreach (var (year, quarter, pounds) in spent)
            await TellAsync(grant, intervention.Id, year, quarter, pounds, Guid.NewGuid(), 5);
        return (grant, service.Officer());
    }

    private Task TellAsync(Grant grant, Guid intervention, int year, int quarter, int pounds, Guid id, int version) =>
        service.DeliverAsync(
            new ReturnSubmitted(
                id,
                version,
                service.Clock.Now,
                Person.Platform,
                new(
                    grant.Id,
                    grant.Reference,
                    "Fund",
                    "Project",
                    grant.Partnership,
                    new(new(year), quarter),
                    new(year, 7, 1),
                    new(year, 7, 31),
                    ReturnState.Submitted,
                    [new(intervention, DeliveryStatus.OnTrack, "", Money.Zero, Money.FromPounds(pounds), [])],
                    service.Clock.Now,
                    0
                )
            ),
            Guid.NewGuid(),
            Guid.NewGuid()
        );

    [Fact]
    public async Task Get_MoreThanTheYearsMoneyWhereTheYearBeforeHadSomeLeft_IsFlagged()
    {
        var (grant, officer) = await SpendAsync((2025, 1, 4_000), (2026, 1, 7_000));
        Assert.Contains(
            "Annuality: £6,000 of what was spent in 2026/27 is money from an earlier year, spent across 31 March. It needs an approval to "
                + "move money between years.",
            (await officer.GetPageAsync($"/grants/{grant.Reference}")).Texts(".govuk-inset-text")
        );
    }

    [Fact]
    public async Task Get_EachYearWithinItsMoney_IsNotFlagged_AndAnOlderMessageThatComesLateChangesNothing()
    {
        var (grant, officer) = await SpendAsync((2025, 1, 9_000));
        var (id, intervention) = (Guid.NewGuid(), grant.Details.Interventions[0].Id);
        await TellAsync(grant, intervention, 2026, 1, 1_000, id, 9);
        await TellAsync(grant, intervention, 2026, 1, 1_500, id, 5);
        Assert.DoesNotContain("Annuality", (await officer.GetPageAsync($"/grants/{grant.Reference}")).Text("main"));
    }
}
