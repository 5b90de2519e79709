using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

/// <summary>Bidding where there is a Problem Profile: which priority is served, and how much of the money.</summary>
public sealed class PrioritiesTests(RunningService<BidsService> service)
{
    private Task<string> RoundAsync(int year) =>
        service.RoundAsync(with: r =>
            r with
            {
                DeliveryFrom = Given.Year(year).From,
                DeliveryTo = Given.Year(year).To,
                PriorityPercent = 50,
            }
        );

    private async Task AddAsync(string bid, int year, decimal pounds, string? priority, int version) =>
        await service
            .Editor()
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Put,
                $"/api/bids/{bid}/interventions/{Guid.NewGuid()}",
                Costing(year, pounds, priority),
                version
            );

    private static BidBodies.InterventionBody Costing(int year, decimal pounds, string? priority) =>
        new(
            "Locks",
            "",
            null,
            null,
            null,
            false,
            [new(new(year), SpendKind.Revenue, Money.FromPounds(pounds))],
            null,
            null,
            null,
            priority
        );

    [Fact]
    public async Task Need_ChoosesAmongThePrioritiesOfTheDayOnWhichDeliveryBegins()
    {
        var bid = await service.DraftAsync(await RoundAsync(2061));
        var address = $"/bids/{bid}/project/need";
        await service.Editor().PostAndFollowAsync(address, ("Version", "1"), ("Need", "Why"), ("Priority", "Our own words"));
        await service.ProfileAsync(Given.Year(2060), priorities: "Of the year before");
        var profile = await service.ProfileAsync(Given.Year(2061));
        var page = await service.Editor().GetPageAsync(address);
        Assert.Equal(["Burglary", "Antisocial behaviour", "Our own words", "None of these"], page.Texts(".govuk-radios__label"));
        Assert.Equal(["Our own words"], page.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector($"main a[href='/profiles/{profile}']"));

        await service.Editor().PostAndFollowAsync(address, ("Version", "2"), ("Need", "Why indeed"));
        Assert.Equal("Our own words", (await service.BidAsync(bid)).Content.Priority);
        Assert.Equal(
            ["Select one of the priorities of your Problem Profile, or none of them"],
            (await service.Editor().PostAndStayAsync(address, ("Version", "3"), ("Need", "Why"), ("Priority", "Others"))).Errors()
        );
        await service.Editor().PostAndFollowAsync(address, ("Version", "3"), ("Need", "Why"), ("Priority", "Burglary"));
        Assert.Equal("Burglary", (await service.BidAsync(bid)).Content.Priority);
        await service.Editor().PostAndFollowAsync(address, ("Version", "4"), ("Need", "Why"), ("Priority", "none"));
        page = await service.Editor().GetPageAsync(address);
        Assert.Equal(
            ("", "none"),
            ((await service.BidAsync(bid)).Content.Priority, page.QuerySelector("input[checked]")!.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task About_AsksWhichPriority()
    {
        var bid = await service.DraftAsync(await RoundAsync(2062));
        await service.ProfileAsync(Given.Year(2062));
        var address = $"/bids/{bid}/interventions/{Guid.NewGuid()}/about";
        var page = await service.Editor().GetPageAsync(address);
        Assert.Equal(["Burglary", "Antisocial behaviour", "None of them"], page.Texts(".govuk-radios__label"));
        Assert.Empty(page.QuerySelectorAll("input[checked], [name=ServesPriority]"));
        page = await service.Editor().PostAndStayAsync(address, ("Version", "1"), ("Name", "Locks"));
        Assert.Equal(["Select which priority it serves, or none of them"], page.Errors());
        Assert.Equal("Locks", page.Typed("Name"));

        await service.Editor().PostAndFollowAsync(address, ("Version", "1"), ("Name", "Locks"), ("Priority", "Antisocial behaviour"));
        var saved = Assert.Single((await service.BidAsync(bid)).Content.Interventions);
        Assert.Equal((true, "Antisocial behaviour"), (saved.ServesPriority, saved.Priority));
        Assert.Contains(
            "Antisocial behaviour",
            (await service.Editor().GetPageAsync($"/bids/{bid}/interventions")).Texts(".govuk-summary-list__value")
        );
        Assert.Equal(
            "Antisocial behaviour",
            (await service.Editor().GetPageAsync(address)).QuerySelector("input[checked]")!.GetAttribute("value")
        );
        await service.Editor().PostAndFollowAsync(address, ("Version", "2"), ("Name", "Locks"), ("Priority", "none"));
        saved = Assert.Single((await service.BidAsync(bid)).Content.Interventions);
        Assert.Equal((false, ""), (saved.ServesPriority, saved.Priority));
        Assert.Equal("none", (await service.Editor().GetPageAsync(address)).QuerySelector("input[checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Share_IsSaidOverAllBidsOfThePartnership()
    {
        var round = await RoundAsync(2063);
        await service.ProfileAsync(Given.Year(2063));
        var first = await service.DraftAsync(round);
        await AddAsync(first, 2063, 9_000, null, 1);
        const string alone = "£0 of £9,000: 0%. The round expects 50%: £4,500 more of it must go to priorities";
        Assert.Contains(
            $"For the priorities of your Problem Profile: {alone}.",
            (await service.Editor().GetPageAsync($"/bids/{first}")).Texts("main p")
        );
        var second = await service.DraftAsync(round);
        await AddAsync(second, 2063, 3_000, "Burglary", 1);
        const string both = "£3,000 of £12,000: 25%. The round expects 50%: £3,000 more of it must go to priorities";
        Assert.Contains(
            $"For the priorities of your Problem Profile, over your 2 bids in this round: {both}.",
            (await service.Editor().GetPageAsync($"/bids/{second}")).Texts("main p")
        );
        foreach (var page in (string[])["interventions", "check-answers"])
        {
            var shown = await service.Editor().GetPageAsync($"/bids/{first}/{page}");
            Assert.EndsWith(
                "£3,000 more, over your 2 bids in this round, must go to priorities of your Problem Profile to reach the 50% that the "
                    + "round expects. You can submit the bid without it.",
                shown.Text(".govuk-warning-text__text")
            );
            Assert.Contains(both, shown.Texts(".govuk-summary-list__value"));
            Assert.Contains("£0 of £9,000: 0%", shown.Texts(".govuk-summary-list__value"));
        }
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{second}/withdrawal", new { });
        Assert.Contains(
            $"For the priorities of your Problem Profile: {alone}.",
            (await service.Editor().GetPageAsync($"/bids/{first}")).Texts("main p")
        );
        await AddAsync(first, 2063, 9_000, "Burglary", 2);
        Assert.Empty((await service.Editor().GetPageAsync($"/bids/{first}/check-answers")).QuerySelectorAll(".govuk-warning-text"));
    }

    [Fact]
    public async Task Office_SeesTheShareOfWhatWasSubmitted()
    {
        var round = await RoundAsync(2064);
        await service.ProfileAsync(Given.Year(2064));
        var (first, draft) = (await SubmittedAsync(round, 2064, 8_000, 2_000), await service.DraftAsync(round));
        await AddAsync(draft, 2064, 5_000, "Burglary", 1);
        var board = await service.Officer().GetPageAsync($"/rounds/{round}");
        Assert.Contains("£2,000 (20%) Below 50%", board.Texts("tbody td"));
        Assert.Contains(
            "£2,000 of £10,000: 20%. The round expects 50%: £3,000 more of it must go to priorities",
            (await service.Officer().GetPageAsync($"/bids/{first}")).Texts(".govuk-summary-list__value")
        );
        Assert.Equal(
            "£2,000 (20%) Below 50%",
            (await service.Officer().GetPageAsync($"/rounds/{round}/ranking")).Texts("td.govuk-table__cell--numeric")[^1]
        );

        await SubmittedAsync(round, 2064, 0, 6_000);
        Assert.Contains("£8,000 (50%)", (await service.Officer().GetPageAsync($"/rounds/{round}")).Texts("tbody td"));
        Assert.Contains(
            "£8,000 of £16,000: 50%. This reaches the 50% that the round expects",
            (await service.Officer().GetPageAsync($"/bids/{first}")).Texts(".govuk-summary-list__value")
        );
    }

    [Fact]
    public async Task Grant_KeepsThePrioritiesThatItsBidNamed()
    {
        await service.ProfileAsync(Given.Year(2065));
        var bid = await SubmittedAsync(await RoundAsync(2065), 2065, 8_000, 2_000);
        await service.DecidedAsync(Decision.Supported, bid);
        var page = await service.Lead().GetPageAsync($"/grants/{bid}");
        Assert.Contains("£2,000 for Locks", page.Texts(".govuk-summary-list__value"));
        Assert.Contains("£2,000 of £10,000: 20%", page.Texts(".govuk-summary-list__value"));
        Assert.Contains("Burglary", page.Texts(".govuk-summary-list__key"));
    }

    [Fact]
    public async Task Copy_IntoAnotherPeriod_DropsWhatItsProfileDoesNotHave()
    {
        await service.ProfileAsync(Given.Year(2066));
        await service.ProfileAsync(Given.Year(2067), priorities: "Knives");
        var (from, to) = (await RoundAsync(2066), await RoundAsync(2067));
        var bid = await service.DraftAsync(from);
        await AddAsync(bid, 2066, 500, "Burglary", 1);
        var copy = (await service.Editor().MustAsync(HttpStatusCode.Created, HttpMethod.Post, $"/api/bids/{bid}/copy", new { Round = to }))
            .GetProperty("reference")
            .GetString()!;
        var copied = Assert.Single((await service.BidAsync(copy)).Content.Interventions);
        Assert.Equal((false, "", Money.FromPounds(500)), (copied.ServesPriority, copied.Priority, copied.Total));
    }

    private async Task<string> SubmittedAsync(string round, int year, decimal other, decimal serving)
    {
        var bid = await service.DraftAsync(round);
        IReadOnlyList<BidBodies.InterventionBody> interventions =
        [
            .. other > 0 ? new[] { Costing(year, other, null) } : [],
            Costing(year, serving, "Burglary"),
        ];
        await service
            .Editor()
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Put,
                $"/api/bids/{bid}",
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
                    Where = new { Areas = new[] { "Melton 001A" }, Vintage = 2021 },
                    Interventions = interventions.Select(i => new { Answers = i }),
                    Risks = new[] { new { Answers = new { Description = "Late", Mitigation = "Early" } } },
                },
                1
            );
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);
        return bid;
    }
}
