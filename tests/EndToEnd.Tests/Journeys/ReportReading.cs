using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Journeys;

/// <summary>
/// What the office, the board and the public read at the end of a year, and an administrator's rebuild of it over the broker.
/// </summary>
internal sealed class ReportReading(WholePlatform platform, Chromium chromium, string grant)
{
    public async Task OfficeAsync(Visitor officer)
    {
        await officer.GoAsync("/reports");
        Assert.Contains("Likely underspend", await officer.TextAsync());
        foreach (
            var report in (string[])
                [
                    "overdue-partnerships",
                    "lateness",
                    "trend",
                    "targets",
                    "indicators",
                    "money",
                    "money-programmes",
                    "grants",
                    "underspend",
                    "priorities",
                    "match",
                ]
        )
            await officer.GoAsync("/reports/" + report);
        await officer.GoAsync("/reports/lateness");
        await officer.Page.GetByLabel("Partnership", new() { Exact = true }).SelectOptionAsync("Melton");
        await officer.PressAsync("Filter");
        Assert.Contains("Partnership=MEL", officer.Page.Url);
        await officer.FollowAsync("Save this view");
        await officer.PressAsync("Save the view");
        Assert.Equal(
            ["Enter a name for the view", "Select yes if the view is to be mailed to you every month"],
            await officer.ErrorsAsync()
        );
        await officer.TypeAsync("Name of the view", "How late is Melton?");
        await officer.ChooseAsync("Yes");
        await officer.PressAsync("Save the view");
        Assert.Contains("Every month, next on", await officer.TextAsync());
        await officer.FollowAsync("How late is Melton?");
        Assert.Contains("0 of 1 returns", await officer.TextAsync());
        await officer.GoAsync("/partnerships/MEL");
        Assert.Contains(grant, await officer.TextAsync());
    }

    /// <summary>Without signing in.</summary>
    public async Task PublicAsync()
    {
        await using var resident = await chromium.OpenAsync(platform);
        await resident.GoAsync("/funding");
        await resident.GoAsync("/funding/rounds");
        await resident.GoUntilAsync("/funding/grants", grant);
        await resident.GoAsync("/funding/grants?place=Melton");
        Assert.Contains(grant, await resident.TextAsync());
        await resident.GoAsync("/funding/grants?place=Nowhere");
        Assert.DoesNotContain(grant, await resident.TextAsync());
        await resident.GoAsync($"/funding/grants/{grant}");
        Assert.Contains("42", await resident.TextAsync());
        await resident.GoAsync("/funding/data");
        await resident.GoAsync("/funding/statutory");
        await resident.GoAsync("/funding/disclosures");
    }

    public async Task RebuildAsync(Visitor officer)
    {
        await officer.GoAsync("/reports/targets");
        var before = await officer.Page.Locator("table").InnerTextAsync();
        await using var administrator = await chromium.OpenAsync(platform, script: false);
        await administrator.SignInAsync("admin@opcc.example");
        await administrator.GoAsync("/reports/rebuild");
        await administrator.PressAsync("Rebuild from the beginning");
        await administrator.GoUntilAsync("/reports/rebuild", "The reports are complete");
        await officer.GoAsync("/reports/targets");
        Assert.Equal(before, await officer.Page.Locator("table").InnerTextAsync());
    }
}
