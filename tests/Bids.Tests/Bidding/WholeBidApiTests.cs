using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding;

public sealed class WholeBidApiTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task AWholeBid_IsFiledAndSubmittedInThreeRequests()
    {
        var round = await service.RoundAsync();
        var reference = await service.DraftAsync(round);
        var (address, lead) = ($"/api/bids/{reference}", service.Lead());
        await lead.MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, address, Whole("Target hardening", "CCTV"), 1);
        var stored = await service.BidAsync(reference);
        Assert.Equal(["Target hardening", "CCTV"], stored.Content.Interventions.Select(i => i.Name));
        Assert.Equal("ann@melton.example", stored.Contacts.Lead.Email);

        await lead.MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, address, Whole("Lighting"), stored.Version);
        await lead.MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"{address}/submission", null);
        stored = await service.BidAsync(reference);
        Assert.Equal((BidState.Submitted, "Lighting"), (stored.State, Assert.Single(stored.Content.Interventions).Name));
    }

    [Fact]
    public async Task Mistakes_AreSaidWhereTheyStand_AndNothingIsSaved()
    {
        var reference = await service.DraftAsync(await service.RoundAsync());
        var answer = await service.Editor().SendJsonAsync(HttpMethod.Put, $"/api/bids/{reference}", Whole("Locks", ""), 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("interventions[1].name", await answer.FieldsAsync());
        Assert.Equal((1, ""), ((await service.BidAsync(reference)).Version, (await service.BidAsync(reference)).Content.Title));
        await (await service.Editor().SendJsonAsync(HttpMethod.Put, $"/api/bids/{reference}", Whole("Locks"), 2)).ProblemAsync(
            HttpStatusCode.PreconditionFailed
        );
        await (await service.Editor().SendJsonAsync(HttpMethod.Put, $"/api/bids/{reference}", Whole("Locks"))).ProblemAsync(
            HttpStatusCode.PreconditionRequired
        );
    }

    private static object Whole(params string[] interventions) =>
        new
        {
            Contacts = new { Lead = new { Name = "Ann Reed", Email = "ann@melton.example" } },
            Project = new
            {
                Title = "Safer streets",
                Theme = Given.Themes[0],
                Summary = "Lighting",
            },
            Need = new { Need = "Burglaries rose", PlanAim = "Safer places" },
            Where = new { Areas = new[] { "Melton 001A, 001B" }, Vintage = 2021 },
            Interventions = interventions.Select(name => new
            {
                Answers = new
                {
                    Name = name,
                    Budget = new[]
                    {
                        new
                        {
                            Year = "2025/26",
                            Kind = "Revenue",
                            Amount = "1000.00",
                        },
                    },
                },
            }),
            Risks = new[]
            {
                new
                {
                    Answers = new
                    {
                        Description = "Late",
                        Likelihood = "Low",
                        Impact = "Low",
                        Mitigation = "Order early",
                    },
                },
            },
        };
}
