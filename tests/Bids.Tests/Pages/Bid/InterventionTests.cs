using System.Net;
using Platform.Contracts;
using Platform.Testing;

namespace Platform.Bids.Tests.Pages.Bid;

public sealed class InterventionTests(RunningService<BidsService> service)
{
    private static (string Name, string Value)[] Typed(string version, string id, params (string Name, string Value)[] changes) =>
    [
        .. new Dictionary<string, string>
        {
            ["Version"] = version, ["InterventionId"] = id, ["Form.Name"] = "Target hardening", ["Form.Description"] = "Locks",
            ["Form.Budget[0].Year"] = "2025", ["Form.Budget[0].Kind"] = "Revenue", ["Form.Budget[0].Typed"] = "£9,000.50",
            ["Form.Budget[1].Year"] = "2025", ["Form.Budget[1].Kind"] = "Capital", ["Form.Budget[1].Typed"] = "",
            ["Form.Outputs[0].Indicator"] = "homes target hardened", ["Form.Outputs[0].Kind"] = "UpTo", ["Form.Outputs[0].Target"] = "1,300", ["Form.Areas"] = "Melton 001A, 001B and 002C",
        }.Select(field => changes.FirstOrDefault(c => c.Name == field.Key) is { Name: not null } changed ? changed : (field.Key, field.Value)),
        .. changes.Where(c => c.Name == "add" || c.Name.Contains("Outputs[1]", StringComparison.Ordinal)),
    ];

    [Fact]
    public async Task Post_New_AddsChangesAndIsAddedOnceHoweverOftenItIsPressed()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var address = $"/bids/{bid}/interventions/new";
        var page = await service.Editor().GetPageAsync(address);
        var id = page.Typed("InterventionId")!;
        Assert.Equal($"/bids/{bid}/interventions", await service.Editor().PostAndFollowAsync(address, Typed(page.Typed("Version")!, id)));
        await service.Editor().PostAndStayAsync(address, Typed(page.Typed("Version")!, id));

        var added = Assert.Single((await service.BidAsync(bid)).Content.Interventions);
        Assert.Equal((id, Money.FromPounds(9_000.50m), "up to 1,300"), (added.Id.ToString(), added.Total, added.Outputs[0].Describe()));
        Assert.Equal(["Melton 001A", "Melton 001B", "Melton 002C"], added.Areas);

        var change = await service.Editor().GetPageAsync($"/bids/{bid}/interventions/{id}");
        Assert.Equal(("9,000.50", "1,300", "Melton 001A, Melton 001B, Melton 002C"), (change.Typed("Form.Budget[0].Typed"), change.Typed("Form.Outputs[0].Target"), change.Typed("Form.Areas")));
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/interventions/{id}", Typed(change.Typed("Version")!, id, ("Form.Budget[1].Typed", "1 000")));
        Assert.Equal(Money.FromPounds(10_000.50m), Assert.Single((await service.BidAsync(bid)).Content.Interventions).Total);
        Assert.Equal("You have added 1 intervention", (await service.Editor().GetPageAsync($"/bids/{bid}/interventions")).Text("h1"));
    }

    [Fact]
    public async Task Post_AddAnotherOutput_KeepsEverythingTyped()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var typed = Typed("1", Guid.NewGuid().ToString(), ("add", "output"), ("Form.Budget[1].Typed", "not money yet"), ("Form.Areas", "the park"));
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/interventions/new", typed);
        Assert.Empty(page.Errors());
        foreach (var (name, value) in typed.Where(f => f.Name is not "add" && !f.Name.EndsWith("Kind", StringComparison.Ordinal))) Assert.Equal(value, page.Typed(name) ?? "");
        Assert.Equal("UpTo", page.QuerySelector("select[name='Form.Outputs[0].Kind'] option[selected]")!.GetAttribute("value"));
        Assert.Equal("", page.Typed("Form.Outputs[1].Indicator") ?? "");
        Assert.Equal(1, (await service.BidAsync(bid)).Version);
    }

    [Theory]
    [InlineData("Form.Name", "", "Enter the intervention’s name")]
    [InlineData("Form.Areas", "Melton 001A, Nowhere 002B", "“Nowhere 002B” is not an area we know. Write a district and numbers, like Melton 001A, 001B, or a code like E01025614")]
    [InlineData("Form.Areas", "Leicester 023A", "Leicester 023A is not in Melton")]
    [InlineData("Form.Budget[0].Typed", "", "Enter an amount for at least one year")]
    [InlineData("Form.Budget[0].Typed", "-1", "Revenue in 2025/26 must be £0 or more")]
    [InlineData("Form.Budget[1].Typed", "1.234", "Capital in 2025/26 must be in pounds and pence, with no more than 2 decimal places")]
    [InlineData("Form.Outputs[0].Target", "many", "Target must be a whole number")]
    [InlineData("Form.Outputs[0].Target", "0", "Target must be 1 or more")]
    [InlineData("Form.Outputs[0].Target", "", "Enter target")]
    [InlineData("Form.Outputs[0].Indicator", "", "Enter what is counted")]
    public async Task Post_OneThingWrong_SaysItTwiceAndKeepsWhatWasTyped(string field, string typed, string message)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/interventions/new", Typed("1", Guid.NewGuid().ToString(), (field, typed)));
        Assert.Equal([message], page.Errors());
        Assert.Equal("Error: " + message, page.Text(".govuk-error-message"));
        Assert.Equal(typed, page.Typed(field) ?? "");
        Assert.Equal("Locks", page.Typed("Form.Description"));
        Assert.Empty((await service.BidAsync(bid)).Content.Interventions);
    }

    [Fact]
    public async Task Post_ColleagueRemovedIt_KeepsWhatWasTypedAndCanBeSavedDeliberately()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var id = (await service.BidAsync(bid)).Content.Interventions[0].Id.ToString();
        await service.Lead().PostAndFollowAsync($"/bids/{bid}/interventions/{id}/remove", ("Version", "3"));

        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/interventions/{id}", Typed("3", id));
        Assert.StartsWith("Someone else changed this bid", Assert.Single(page.Errors()));
        Assert.Equal("£9,000.50", page.Typed("Form.Budget[0].Typed"));
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/interventions/{id}", Typed(page.Typed("Version")!, id));
        Assert.Single((await service.BidAsync(bid)).Content.Interventions);
    }

    [Fact]
    public async Task Get_FirstButton_Saves()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/interventions/new");
        Assert.Equal([null, "add", null], page.QuerySelectorAll("main form button").Select(b => b.GetAttribute("name")));
    }

    [Fact]
    public async Task Get_Unknown_IsNotFound()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor().GetAsync($"/bids/{bid}/interventions/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor().GetAsync($"/bids/{bid}/interventions/{Guid.NewGuid()}/remove")).StatusCode);
    }
}
