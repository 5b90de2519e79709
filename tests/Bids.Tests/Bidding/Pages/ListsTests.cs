using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

/// <summary>Interventions, match funding and risks: added to a list, changed, removed after asking once.</summary>
public sealed class ListsTests(RunningService<BidsService> service)
{
    private static readonly (string, string)[] Council =
    [
        ("Version", "1"),
        ("Source", "Melton Borough Council"),
        ("Year", "2025/26"),
        ("Kind", "Cash"),
        ("Amount", "4,500"),
        ("Committed", "true"),
    ];

    [Fact]
    public async Task Interventions_ShowCardsAndTotals()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync(cap: Money.FromPounds(10_000)));
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/interventions");
        Assert.Equal("You have added 1 intervention", page.Text("h1"));
        Assert.Contains("Target hardening", page.Text(".govuk-summary-card__title"));
        Assert.Contains("£9,000, of at most £10,000", page.Texts(".govuk-summary-list__value"));
        Assert.Contains("£9,000 (revenue £9,000, capital £0)", page.Texts(".govuk-summary-list__value"));
        Assert.EndsWith("/about", page.QuerySelector("main a[role=button]")!.GetAttribute("href"));
        Assert.Equal($"/bids/{bid}", await service.Editor().PostAndFollowAsync($"/bids/{bid}/interventions", ("Completed", "yes")));
    }

    [Fact]
    public async Task Interventions_WithoutBudgetOrOverTheCap_AreNotComplete()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync(cap: Money.FromPounds(8_000)));
        var id = Guid.NewGuid();
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/interventions/{id}/about", ("Version", "7"), ("Name", "Lighting"));
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/interventions", ("Completed", "yes"));
        Assert.Equal(
            ["Enter what Lighting costs, in at least one year", "The bid asks for £9,000. It must be £8,000 or less"],
            page.Errors()
        );
        Assert.Equal(
            $"/bids/{bid}/interventions/{id}/budget#Amounts_0__Typed",
            page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")
        );
        Assert.Contains("£9,000: £1,000 more than the £8,000 that a bid may ask for", page.Texts(".govuk-summary-list__value"));
    }

    [Fact]
    public async Task Match_IsAddedChangedAndShownAsARatio()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync(with: r => r with { MatchPercent = 50, PriorityPercent = 60 }));
        var address = $"/bids/{bid}/match-funding/{Guid.NewGuid()}";
        Assert.Equal($"/bids/{bid}/match-funding", await service.Editor().PostAndFollowAsync(address, Council));
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/match-funding");
        Assert.Equal("You have added 1 source of match funding", page.Text("h1"));
        Assert.Contains(
            "£4,500 of match for £9,000 asked: 50%. This reaches the 50% that the round expects",
            page.Texts(".govuk-summary-list__value")
        );
        Assert.Contains(
            "£0 of £9,000: 0%. The round expects 60%: £5,400 more of it must go to priorities",
            page.Texts(".govuk-summary-list__value")
        );
        Assert.Equal("4,500", (await service.Editor().GetPageAsync(address)).Typed("Amount"));
        await service
            .Editor()
            .PostAndFollowAsync(address, [("Version", "8"), .. Council[1..4], ("Amount", "4,499.99"), ("Committed", "false")]);
        Assert.Contains(
            "£4,499.99 of match for £9,000 asked: 49.9%. The round expects 50%",
            (await service.Editor().GetPageAsync($"/bids/{bid}/match-funding")).Texts(".govuk-summary-list__value")
        );
    }

    [Theory]
    [InlineData("Source", "", "Enter who gives it")]
    [InlineData("Year", "2031/32", "Select the year that it is for")]
    [InlineData("Kind", "Goats", "Select cash or in kind")]
    [InlineData("Amount", "lots", "Amount must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("Amount", "0", "Amount must be more than £0")]
    [InlineData("Committed", "", "Select yes if it has been promised")]
    public async Task Match_OneThingWrong_SaysItBesideTheField(string field, string typed, string message)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service
            .Editor()
            .PostAndStayAsync(
                $"/bids/{bid}/match-funding/{Guid.NewGuid()}",
                [.. Council.Select(f => f.Item1 == field ? (field, typed) : f)]
            );
        Assert.Equal([message], page.Errors());
        Assert.Equal("Error: " + message, page.Text(".govuk-error-message"));
        Assert.Empty((await service.BidAsync(bid)).Content.Match);
    }

    [Fact]
    public async Task Risks_AreAddedAndSaidToBeWrong()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var address = $"/bids/{bid}/risks/{Guid.NewGuid()}";
        var page = await service.Editor().PostAndStayAsync(address, ("Version", "1"), ("Owner", new('o', 101)));
        Assert.Equal(
            [
                "Enter what may go wrong, in 500 characters or less",
                "Select how likely it is",
                "Select how bad it would be",
                "Enter what is done about it, in 1,000 characters or less",
                "Who watches it must be 100 characters or less",
            ],
            page.Errors()
        );
        Assert.Equal(5, page.Texts(".govuk-error-message").Count);
        Assert.Equal(
            $"/bids/{bid}/risks",
            await service
                .Editor()
                .PostAndFollowAsync(
                    address,
                    ("Version", "1"),
                    ("Description", "Late delivery"),
                    ("Likelihood", "Low"),
                    ("Impact", "High"),
                    ("Mitigation", "Order early")
                )
        );
        Assert.Equal("You have added 1 risk", (await service.Editor().GetPageAsync($"/bids/{bid}/risks")).Text("h1"));
        Assert.Equal("Order early", (await service.Editor().GetPageAsync(address)).Typed("Mitigation"));
    }

    [Fact]
    public async Task Remove_AsksOnceAndAgainWhereAColleagueHasChangedIt()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var id = (await service.BidAsync(bid)).Content.Interventions[0].Id;
        var address = $"/bids/{bid}/interventions/{id}";
        Assert.Equal(
            "Are you sure you want to remove “Target hardening”?",
            (await service.Editor().GetPageAsync(address + "/remove")).Text("h1")
        );
        await service
            .Lead()
            .PostAndFollowAsync(address + "/outputs", ("Version", "7"), ("Rows[0].Indicator", "homes"), ("Rows[0].Target", "1"));
        var page = await service.Editor().PostAndStayAsync(address + "/remove", ("Version", "7"));
        Assert.StartsWith("Lee of MEL changed this at 10:00am", Assert.Single(page.Errors()));
        Assert.Single((await service.BidAsync(bid)).Content.Interventions);
        Assert.Equal(
            $"/bids/{bid}/interventions",
            await service.Editor().PostAndFollowAsync(address + "/remove", ("Version", page.Typed("Version")!))
        );
        Assert.Empty((await service.BidAsync(bid)).Content.Interventions);
    }

    [Theory]
    [InlineData("match-funding")]
    [InlineData("risks")]
    public async Task Remove_MatchOrRisk_TakesItOut(string section)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var address = $"/bids/{bid}/{section}/{Guid.NewGuid()}";
        await service
            .Editor()
            .PostAndFollowAsync(
                address,
                section == "risks"
                    ? [("Version", "1"), ("Description", "Late"), ("Likelihood", "Low"), ("Impact", "High"), ("Mitigation", "Early")]
                    : Council
            );
        Assert.Equal($"/bids/{bid}/{section}", await service.Editor().PostAndFollowAsync(address + "/remove", ("Version", "2")));
        Assert.Empty((await service.BidAsync(bid)).Content.Match);
        Assert.Empty((await service.BidAsync(bid)).Content.Risks);
    }
}
