using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Journeys;

/// <summary>How an editor of Melton fills in a whole return, page after page, with a mistake here and there.</summary>
internal sealed class ReturnWriting(Visitor editor)
{
    public async Task WriteAsync(string address)
    {
        await editor.FollowAsync("Progress");
        await editor.PressAsync("Continue");
        Assert.Equal("Select how Target hardening is going", Assert.Single(await editor.ErrorsAsync()));
        await editor.ChooseAsync("On track");
        await editor.TypeAsync("What happened this quarter (optional)", "42 homes have new locks.");
        await editor.PressAsync("Continue");

        await editor.TypeAsync("Capital spend", "4,000");
        await editor.TypeAsync("Revenue spend", "some");
        for (var quarter = 0; quarter < 3; quarter++)
            foreach (var kind in (string[])["Capital", "Revenue"])
                await editor.Page.Locator($"#Forecasts_{quarter}__{kind}").FillAsync("0");
        await editor.PressAsync("Continue");
        Assert.Single(await editor.ErrorsAsync());
        Assert.Equal("4,000", await editor.TypedAsync("Capital spend"));
        await editor.TypeAsync("Revenue spend", "310.25");
        await editor.PressAsync("Continue");
        Assert.StartsWith("Enter why Target hardening is to end 2025/26 £12,875 below", Assert.Single(await editor.ErrorsAsync()));
        await editor.Page.Locator("#VarianceReason").FillAsync("The supplier delivers the rest next year");
        await editor.PressAsync("Continue");

        await editor.TypeAsync("Number of homes target hardened", "42");
        await editor.PressAsync("Continue");
        await editor.ChooseAsync("Nothing was bought");
        await editor.PressAsync("Continue");

        await editor.GoAsync(address);
        await editor.FollowAsync("Outcomes and risks");
        await editor.TypeAsync("Outcomes", "Nobody was burgled twice.");
        await editor.PressAsync("Continue");
        await editor.GoAsync(address);
        await editor.FollowAsync("Match funding received");
        await editor.Page.Locator("#Rows_0__Amount").FillAsync("1,500");
        await editor.PressAsync("Continue");
        await editor.GoAsync(address);
        await editor.FollowAsync("Underspend");
        await editor.TypeAsync("Underspend of 2025/26", "0");
        await editor.PressAsync("Continue");
        await editor.GoAsync(address);
        await editor.FollowAsync("Overall rating");
        await editor.Page.Locator("input[value=Green]").CheckAsync();
        await editor.TypeAsync("Why?", "As planned");
        await editor.PressAsync("Continue");

        await editor.GoAsync(address);
        await editor.FollowAsync("uploaded as a spreadsheet");
        await editor.PressAsync("Upload and save");
        Assert.Equal("Select a file", Assert.Single(await editor.ErrorsAsync()));
        var download = await editor.Page.RunAndWaitForDownloadAsync(() => editor.Page.Locator("a[download]").ClickAsync());
        await editor.Page.Locator("input[type=file]").SetInputFilesAsync(await download.PathAsync());
        await editor.PressAsync("Upload and save");
        Assert.Contains("The figures of your spreadsheet are saved", await editor.TextAsync());
        await editor.FollowAsync("Attachments");
        await editor.PressAsync("Upload file");
        Assert.Equal("Select a file", Assert.Single(await editor.ErrorsAsync()));

        await editor.GoAsync(address);
        await editor.FollowAsync("Check answers and hand over");
        await editor.PressAsync("Hand over to the lead");
    }
}
