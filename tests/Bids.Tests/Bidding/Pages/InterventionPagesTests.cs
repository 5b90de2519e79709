using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

/// <summary>The pages of one intervention, in their order.</summary>
public sealed class InterventionPagesTests(RunningService<BidsService> service)
{
    private async Task<(string Bid, string Address, Guid Id)> NewAsync()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var id = Guid.NewGuid();
        Assert.Equal(
            $"/bids/{bid}/interventions/{id}/budget",
            await service
                .Editor()
                .PostAndFollowAsync($"/bids/{bid}/interventions/{id}/about", ("Version", "1"), ("Name", "Target hardening"))
        );
        return (bid, $"/bids/{bid}/interventions/{id}", id);
    }

    private async Task<Intervention> SavedAsync(string bid) => Assert.Single((await service.BidAsync(bid)).Content.Interventions);

    [Fact]
    public async Task About_PressedAgain_IsAddedOnce()
    {
        var (bid, address, id) = await NewAsync();
        await service.Editor().PostAndFollowAsync(address + "/about", ("Version", "1"), ("Name", "Target hardening"));
        Assert.Equal((id, "BidStarted BidSaved"), ((await SavedAsync(bid)).Id, await service.EventsAsync(bid)));

        await service
            .Editor()
            .PostAndFollowAsync(
                address + "/about?return=section",
                ("Version", "2"),
                ("Name", "Locks"),
                ("Kind", "Homes"),
                ("ServesPriority", "true"),
                ("From.Day", "1"),
                ("From.Month", "may"),
                ("From.Year", "2025")
            );
        var saved = await SavedAsync(bid);
        Assert.Equal(
            ("Locks", "Homes", true, new DateOnly(2025, 5, 1), null),
            (saved.Name, saved.Kind, saved.ServesPriority, saved.From!.Value, saved.To)
        );
    }

    [Theory]
    [InlineData("Name", "", "Enter the intervention’s name")]
    [InlineData("From.Day", "1", "Start must include a month and year")]
    [InlineData("Description", "LONG", "Description must be 2,000 characters or less")]
    public async Task About_OneThingWrong_SaysItBesideTheFieldAndKeepsIt(string field, string typed, string message)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        typed = typed == "LONG" ? new('d', 2001) : typed;
        (string, string)[] fields =
        [
            ("Version", "1"),
            ("Name", field == "Name" ? typed : "Locks"),
            .. field == "Name" ? [] : new[] { (field, typed) },
        ];
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/interventions/{Guid.NewGuid()}/about", fields);
        Assert.Equal([message], page.Errors());
        Assert.Equal("Error: " + message, page.Text(".govuk-error-message"));
        Assert.Equal(typed, page.Typed(field) ?? "");
        Assert.Empty((await service.BidAsync(bid)).Content.Interventions);
    }

    [Fact]
    public async Task About_OutsideDelivery_SaysBetweenWhichDays()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service
            .Editor()
            .PostAndStayAsync(
                $"/bids/{bid}/interventions/{Guid.NewGuid()}/about",
                ("Version", "1"),
                ("Name", "Locks"),
                ("To.Day", "1"),
                ("To.Month", "4"),
                ("To.Year", "2026")
            );
        Assert.Equal(["End must be between 1 April 2025 and 31 March 2026"], page.Errors());
    }

    [Fact]
    public async Task Budget_AddsUpWhatIsSavedAndLeavesOutWhatIsEmpty()
    {
        var (bid, address, _) = await NewAsync();
        var page = await service.Editor().GetPageAsync(address + "/budget");
        Assert.Equal(["Revenue in 2025/26", "Capital in 2025/26"], page.Texts("main label"));
        Assert.Equal(
            $"{address}/outputs",
            await service.Editor().PostAndFollowAsync(address + "/budget", Amounts("2", "£9,000.50", "1 000"))
        );
        Assert.Equal(Money.FromPounds(10_000.50m), (await SavedAsync(bid)).Total);
        page = await service.Editor().GetPageAsync(address + "/budget");
        Assert.Equal("9,000.50", page.Typed("Amounts[0].Typed"));
        Assert.Equal(["£10,000.50", "£9,000.50", "£1,000", "£10,000.50", "£10,000.50"], page.Texts("output"));
        await service.Editor().PostAndFollowAsync(address + "/budget", Amounts("3", "", ""));
        Assert.Empty((await SavedAsync(bid)).Budget);
    }

    [Theory]
    [InlineData("-1", "", "Revenue in 2025/26 must be £0 or more", 0)]
    [InlineData("", "1.234", "Capital in 2025/26 must be in pounds and pence, with no more than 2 decimal places", 1)]
    public async Task Budget_OneThingWrong_SaysItBesideTheFieldAndKeepsIt(string revenue, string capital, string message, int box)
    {
        var (bid, address, _) = await NewAsync();
        var page = await service.Editor().PostAndStayAsync(address + "/budget", Amounts("2", revenue, capital));
        Assert.Equal([message], page.Errors());
        Assert.Equal($"#Amounts_{box}__Typed", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.Equal((revenue, capital), (page.Typed("Amounts[0].Typed") ?? "", page.Typed("Amounts[1].Typed") ?? ""));
        Assert.Empty((await SavedAsync(bid)).Budget);
    }

    [Fact]
    public async Task Outputs_AreAddedAndRemovedWithoutLosingWhatWasTyped()
    {
        var (bid, address, _) = await NewAsync();
        var page = await service
            .Editor()
            .PostAndStayAsync(
                address + "/outputs",
                ("Version", "2"),
                ("Rows[0].Indicator", "homes"),
                ("Rows[0].Kind", "UpTo"),
                ("Rows[0].Target", "many"),
                ("add", "output")
            );
        Assert.Empty(page.Errors());
        Assert.Equal(
            ("homes", "many", ""),
            (page.Typed("Rows[0].Indicator"), page.Typed("Rows[0].Target"), page.Typed("Rows[1].Indicator") ?? "")
        );
        Assert.Equal("UpTo", page.QuerySelector("select[name='Rows[0].Kind'] option[selected]")!.GetAttribute("value"));
        page = await service
            .Editor()
            .PostAndStayAsync(
                address + "/outputs",
                ("Version", "2"),
                ("Rows[0].Indicator", "homes"),
                ("Rows[1].Indicator", "visits"),
                ("Rows[1].Target", "3"),
                ("remove", "0")
            );
        Assert.Equal(("visits", "3"), (page.Typed("Rows[0].Indicator"), page.Typed("Rows[0].Target")));
        Assert.Null(page.QuerySelector("main form button")!.GetAttribute("name"));

        await service
            .Editor()
            .PostAndFollowAsync(
                address + "/outputs",
                ("Version", "2"),
                ("Rows[0].Indicator", "homes"),
                ("Rows[0].Kind", "UpTo"),
                ("Rows[0].Target", "1,300"),
                ("Rows[0].Cumulative", "true"),
                ("Rows[1].Indicator", "hours"),
                ("Rows[1].Target", "5"),
                ("Rows[1].Cumulative", "false"),
                ("Rows[2].Indicator", "")
            );
        var saved = (await SavedAsync(bid)).Outputs;
        Assert.Equal(["up to 1,300 homes True", "5 hours False"], saved.Select(o => $"{o.Describe()} {o.Indicator} {o.Cumulative}"));
    }

    [Theory]
    [InlineData("homes", "many", "Target must be a whole number")]
    [InlineData("homes", "", "Enter the target")]
    [InlineData("", "4", "Enter what is counted")]
    public async Task Outputs_OneThingWrong_SaysItBesideTheField(string indicator, string target, string message)
    {
        var (_, address, _) = await NewAsync();
        var page = await service
            .Editor()
            .PostAndStayAsync(address + "/outputs", ("Version", "2"), ("Rows[0].Indicator", indicator), ("Rows[0].Target", target));
        Assert.Equal([message], page.Errors());
        Assert.Equal("Error: " + message, page.Text(".govuk-error-message"));
    }

    [Fact]
    public async Task Assets_AreSavedOrSaidToBeWrong()
    {
        var (bid, address, _) = await NewAsync();
        var page = await service
            .Editor()
            .PostAndStayAsync(address + "/assets", ("Version", "2"), ("Rows[0].Kind", "Camera"), ("Rows[0].Quantity", "none"));
        Assert.Equal(["How many must be a whole number"], page.Errors());
        Assert.Equal(
            $"{address}/areas",
            await service
                .Editor()
                .PostAndFollowAsync(
                    address + "/assets",
                    ("Version", "2"),
                    ("Rows[0].Kind", "Camera"),
                    ("Rows[0].Model", "Dome"),
                    ("Rows[0].Quantity", "3"),
                    ("Rows[1].Kind", "")
                )
        );
        Assert.Equal(new Asset("Camera", "Dome", "", 3), Assert.Single((await SavedAsync(bid)).Assets));
        Assert.Equal("3", (await service.Editor().GetPageAsync(address + "/assets")).Typed("Rows[0].Quantity"));
    }

    [Fact]
    public async Task Areas_AllOrSomeOfTheBids()
    {
        var (bid, address, _) = await NewAsync();
        Assert.DoesNotContain("Some of them: select them below", (await service.Editor().GetPageAsync(address + "/areas")).Texts("label"));
        await service
            .Editor()
            .PostAndFollowAsync($"/bids/{bid}/where", ("Version", "2"), ("Areas", "Melton 001A, 001B"), ("Vintage", "2021"));
        Assert.Equal(
            ["Select at least one area"],
            (await service.Editor().PostAndStayAsync(address + "/areas", ("Version", "3"), ("Which", "some"))).Errors()
        );
        Assert.Equal(
            ["Select all of them or some of them"],
            (await service.Editor().PostAndStayAsync(address + "/areas", ("Version", "3"))).Errors()
        );
        Assert.Equal(
            $"/bids/{bid}/interventions",
            await service.Editor().PostAndFollowAsync(address + "/areas", ("Version", "3"), ("Which", "some"), ("Areas", "Melton 001B"))
        );
        Assert.Equal(["Melton 001B"], (await SavedAsync(bid)).Areas);
        Assert.Equal(
            ["some", "Melton 001B"],
            (await service.Editor().GetPageAsync(address + "/areas"))
                .QuerySelectorAll("input[checked]")
                .Select(i => i.GetAttribute("value"))
        );
        await service.Editor().PostAndFollowAsync(address + "/areas", ("Version", "4"), ("Which", "all"), ("Areas", "Melton 001B"));
        Assert.Empty((await SavedAsync(bid)).Areas);
    }

    [Fact]
    public async Task TwoPages_OfTwoPeople_BothAreSaved()
    {
        var (bid, address, _) = await NewAsync();
        await service.Lead().PostAndFollowAsync(address + "/budget", Amounts("2", "100", ""));
        await service
            .Editor()
            .PostAndFollowAsync(address + "/outputs", ("Version", "2"), ("Rows[0].Indicator", "homes"), ("Rows[0].Target", "3"));
        var saved = await SavedAsync(bid);
        Assert.Equal((Money.FromPounds(100), 1), (saved.Total, saved.Outputs.Count));

        var page = await service.Editor().PostAndStayAsync(address + "/budget", Amounts("2", "200", ""));
        Assert.Equal(["Revenue in 2025/26: £100", "Revenue in 2025/26: £200"], page.Texts("table:not(.platform-amounts) tbody td"));
        await service.Editor().PostAndFollowAsync(address + "/budget", [.. Amounts(page.Typed("Version")!, "200", ""), ("Choice", "mine")]);
        Assert.Equal(Money.FromPounds(200), (await SavedAsync(bid)).Total);
    }

    [Fact]
    public async Task APage_OfWhatAColleagueHasRemoved_KeepsWhatWasTyped()
    {
        var (bid, address, _) = await NewAsync();
        await service.Lead().PostAndFollowAsync(address + "/remove", ("Version", "2"));
        var page = await service.Editor().PostAndStayAsync(address + "/budget", Amounts("2", "100", ""));
        Assert.StartsWith("A colleague has removed this", Assert.Single(page.Errors()));
        Assert.Equal("100", page.Typed("Amounts[0].Typed"));
        page = await service.Editor().PostAndStayAsync(address + "/about", ("Version", "2"), ("Name", "Locks"));
        Assert.StartsWith("Someone else changed this", Assert.Single(page.Errors()));
        await service
            .Editor()
            .PostAndFollowAsync(address + "/about", ("Version", page.Typed("Version")!), ("Name", "Locks"), ("Choice", "mine"));
        Assert.Equal("Locks", (await SavedAsync(bid)).Name);
    }

    [Theory]
    [InlineData("budget")]
    [InlineData("outputs")]
    [InlineData("assets")]
    [InlineData("areas")]
    [InlineData("remove")]
    public async Task Get_NoSuchIntervention_IsNotFound(string page)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await service.Editor().GetAsync($"/bids/{bid}/interventions/{Guid.NewGuid()}/{page}")).StatusCode
        );
    }

    private static (string, string)[] Amounts(string version, string revenue, string capital) =>
        [
            ("Version", version),
            ("Amounts[0].Year", "2025"),
            ("Amounts[0].Kind", "Revenue"),
            ("Amounts[0].Typed", revenue),
            ("Amounts[1].Year", "2025"),
            ("Amounts[1].Kind", "Capital"),
            ("Amounts[1].Typed", capital),
        ];
}
