using System.Net;

namespace Platform.Bids.Tests.Profiles.Pages;

/// <summary>The pages on which officers write Problem Profiles, and where partnerships read their own.</summary>
public sealed class ProfilePagesTests(RunningService<BidsService> service)
{
    private static (string, string)[] Days(string prefix, DateOnly day) =>
        [($"{prefix}.Day", $"{day.Day}"), ($"{prefix}.Month", $"{day.Month}"), ($"{prefix}.Year", $"{day.Year}")];

    private static (string, string)[] Form(int year, params (string, string)[] more) =>
        [.. Days("From", Given.Year(year).From), .. Days("To", Given.Year(year).To), .. more];

    [Fact]
    public async Task Written_PageByPage_AndReadByItsPartnershipAlone()
    {
        var officer = service.Officer();
        service.Clock.Now = Given.InTime;
        var form = await officer.GetPageAsync("/profiles/new");
        Assert.Equal(
            ("1", "4", "2025", "2026"),
            (form.Typed("From.Day"), form.Typed("From.Month"), form.Typed("From.Year"), form.Typed("To.Year"))
        );
        var fields = Form(
            2051,
            ("ProfileId", form.Typed("ProfileId")!),
            ("Partnership", "HAR"),
            ("Name", "Burglary of homes"),
            ("Evidence", "Police records")
        );
        var address = await officer.PostAndFollowAsync("/profiles/new", fields);
        Assert.Equal(address, await officer.PostAndFollowAsync("/profiles/new", fields));
        var id = Guid.Parse(address.Split('/')[^1]);
        Assert.Equal("ProfileChanged", Assert.Single(await service.LogAsync(id)).Type);

        var add = await officer.GetPageAsync($"{address}/priorities/new");
        (string, string)[] priority =
        [
            ("Version", add.Typed("Version")!),
            ("PriorityId", add.Typed("PriorityId")!),
            ("Name", "Antisocial behaviour"),
        ];
        for (var press = 0; press < 2; press++)
            Assert.Equal(address, await officer.PostAndFollowAsync($"{address}/priorities/new", priority));
        var page = await officer.GetPageAsync(address);
        Assert.Equal(["Burglary of homes", "Antisocial behaviour"], page.Texts(".govuk-summary-card__title"));
        Assert.Contains("1 April 2051 to 31 March 2052", page.Texts(".govuk-summary-list__value"));
        await officer.PostAndFollowAsync(
            $"{address}/period",
            [("Version", "2"), .. Days("From", new(2051, 4, 1)), .. Days("To", new(2051, 9, 30))]
        );

        var row = (await officer.GetPageAsync("/profiles?partnership=HAR&year=2051/52")).Text("tbody tr");
        Assert.Equal("1 April 2051 to 30 September 2051 of Harborough Burglary of homes, Antisocial behaviour Harborough", row);
        Assert.Equal(["Period", "Priorities"], (await service.Lead("HAR").GetPageAsync("/profiles")).Texts("thead th"));
        Assert.Equal(
            "No Problem Profiles match this filter.",
            (await officer.GetPageAsync("/profiles?partnership=HAR&year=2052/53")).Texts("main p")[^1]
        );
        var own = await service.Lead("HAR").GetPageAsync(address);
        Assert.Equal(["Burglary of homes", "Antisocial behaviour"], own.Texts(".govuk-summary-card__title"));
        Assert.Empty(own.QuerySelectorAll("main a[href$='/period'], main a[href*='/priorities/']"));
        Assert.Contains(
            address,
            (await service.Lead("HAR").GetPageAsync("/profiles")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href"))
        );
        Assert.DoesNotContain(address, (await service.Lead("RUT").GetPageAsync("/profiles")).Body!.InnerHtml);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead("RUT").GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Post_Overlap_SaysItBesideTheFieldAndKeepsWhatWasTyped()
    {
        await service.ProfileAsync(Given.Year(2053), "HAR");
        var page = await service
            .Officer()
            .PostAndStayAsync("/profiles/new", Form(2053, ("Partnership", "HAR"), ("Name", "Knives"), ("Evidence", "Seen")));
        Assert.Equal(
            ["Harborough has a Problem Profile for 1 April 2053 to 31 March 2054. Enter a period that has no day of it"],
            page.Errors()
        );
        Assert.Equal("Error: " + page.Errors()[0], page.Text(".govuk-error-message"));
        Assert.Equal(("Knives", "Seen", "2053"), (page.Typed("Name"), page.Typed("Evidence"), page.Typed("From.Year")));

        var next = await service.ProfileAsync(Given.Year(2054), "HAR");
        page = await service.Officer().PostAndStayAsync($"/profiles/{next}/period", [("Version", "1"), .. Form(2053)]);
        Assert.StartsWith("Harborough has a Problem Profile for 1 April 2053", Assert.Single(page.Errors()));
        Assert.Equal(1, (await service.FindProfileAsync(next)).Version);
    }

    [Theory]
    [InlineData("Partnership", "", "Select the partnership")]
    [InlineData("From.Month", "", "The first day must include a month")]
    [InlineData("To.Year", "2050", "The last day must be on or after the first day")]
    [InlineData("Name", "", "Enter the name of the priority")]
    [InlineData("Name", "none", "Enter a name that says what the priority is")]
    [InlineData("Evidence", "LONG", "Evidence must be 1,000 characters or less")]
    public async Task Post_OneThingWrong_SaysIt(string field, string typed, string message)
    {
        var fields = Form(2055, ("Partnership", "HIN"), ("Name", "Burglary"), ("Evidence", "")).ToDictionary(f => f.Item1, f => f.Item2);
        fields[field] = typed == "LONG" ? new('e', 1001) : typed;
        var page = await service.Officer().PostAndStayAsync("/profiles/new", [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Equal([message], page.Errors());
    }

    [Fact]
    public async Task Priority_TakenOrStale_SaysItAndTheNextSaveIsDeliberate()
    {
        var id = await service.ProfileAsync(Given.Year(2056), "HIN", "Burglary", "Knives");
        var (officer, knives) = (service.Officer(), (await service.FindProfileAsync(id)).Priorities[1].Id);
        var address = $"/profiles/{id}/priorities/{knives}";
        (string, string)[] Typed(string name, string version) => [("Version", version), ("PriorityId", $"{knives}"), ("Name", name)];
        Assert.Equal(
            ["There is already a priority “Burglary”. Enter another name"],
            (await officer.PostAndStayAsync(address, Typed("burglary", "1"))).Errors()
        );
        await officer.PostAndFollowAsync(address, Typed("Knife crime", "1"));
        var stale = await officer.PostAndStayAsync(address, Typed("Blades", "1"));
        Assert.StartsWith("Someone else changed this Problem Profile", Assert.Single(stale.Errors()));
        Assert.Equal(("Blades", "2"), (stale.Typed("Name"), stale.Typed("Version")));
        Assert.Contains("Knife crime", stale.Texts(".govuk-summary-list__key"));
        await officer.PostAndFollowAsync(address, Typed("Blades", "2"));
        Assert.Equal("Blades", (await service.FindProfileAsync(id)).Priorities[1].Name);
    }

    [Fact]
    public async Task Remove_AsksOnceAndLeavesTheLast()
    {
        var id = await service.ProfileAsync(Given.Year(2057), "HIN", "Burglary", "Knives");
        var (officer, priorities) = (service.Officer(), (await service.FindProfileAsync(id)).Priorities);
        Assert.Contains("Knives", (await officer.GetPageAsync($"/profiles/{id}/priorities/{priorities[1].Id}/remove")).Text("body"));
        Assert.Equal(
            $"/profiles/{id}",
            await officer.PostAndFollowAsync($"/profiles/{id}/priorities/{priorities[1].Id}/remove", ("Version", "1"))
        );
        // Pressing the button twice is no error.
        Assert.Equal(
            $"/profiles/{id}",
            await officer.PostAndFollowAsync($"/profiles/{id}/priorities/{priorities[1].Id}/remove", ("Version", "1"))
        );
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/profiles/{id}/priorities/{priorities[1].Id}/remove")).StatusCode);
        Assert.Empty((await officer.GetPageAsync($"/profiles/{id}")).QuerySelectorAll("main a[href$='/remove']"));
        var last = await officer.PostAndStayAsync($"/profiles/{id}/priorities/{priorities[0].Id}/remove", ("Version", "2"));
        Assert.Equal(["A Problem Profile has at least one priority"], last.Errors());
    }

    [Fact]
    public async Task Get_NoneYet_SaysWhoWritesThem() =>
        Assert.Equal(
            "There are no Problem Profiles yet. The office writes them with each partnership.",
            (await service.Lead("OAD").GetPageAsync("/profiles")).Texts("main p")[^1]
        );
}
