using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Journeys;

/// <summary>How an editor of Melton fills in a whole bid, page after page, with a mistake here and there.</summary>
internal sealed class BidWriting(Visitor editor)
{
    public async Task WriteAsync(string bid)
    {
        await editor.SignInAsync("editor@melton.example");
        await editor.GoUntilAsync("/", "Community safety fund 2025/26");
        await editor.FollowAsync("Community safety fund 2025/26");
        await editor.PressAsync("Start a bid");
        Assert.Contains("Bid " + bid, await editor.Page.TitleAsync());

        await editor.FollowAsync("Contacts");
        await editor.TypeAsync("Name", "Nina Patel");
        await editor.TypeAsync("Email address", "nina@melton.example");
        await editor.PressAsync("Continue");
        await CompleteAsync();

        await editor.FollowAsync("The project");
        await editor.TypeAsync("Summary", "Homes that were burgled before are made safer.");
        await editor.PressAsync("Save and come back later");
        Assert.Contains("In progress", await editor.TextAsync());
        await editor.FollowAsync("The project");
        Assert.Equal("Homes that were burgled before are made safer.", await editor.TypedAsync("Summary"));
        await editor.TypeAsync("Title", "Safer homes in Melton");
        await editor.ChooseAsync("Neighbourhood crime");
        await editor.PressAsync("Continue");
        await editor.TypeAsync("Evidence of need", "Burglary rose by a third in a year.");
        await editor.PressAsync("Continue");
        await editor.ChooseAsync("Yes, I’ve completed this section");
        await editor.PressAsync("Continue");
        Assert.Equal(
            "Enter the Police and Crime Plan aim that it serves",
            await editor.Page.Locator(".govuk-error-summary__list li").InnerTextAsync()
        );
        await editor.FollowAsync("Enter the Police and Crime Plan aim that it serves");
        await editor.TypeAsync("Which aim of the Police and Crime Plan does it serve?", "Safer places");
        await editor.PressAsync("Continue");
        await CompleteAsync();

        await editor.FollowAsync("Where it takes place");
        await editor.TypeAsync("Areas (LSOAs)", "Melton 001A, 001B and 002C");
        await editor.ChooseAsync("2021");
        await editor.PressAsync("Continue");
        Assert.Contains("Melton 001A, Melton 001B, Melton 002C", await editor.TextAsync());
        await CompleteAsync();

        await editor.FollowAsync("Interventions");
        await editor.PressAsync("Add an intervention");
        await editor.TypeAsync("Name", "Target hardening");
        await editor.PressAsync("Continue");
        await editor.TypeAsync("Revenue in 2025/26", "£1,250.50");
        await editor.TypeAsync("Capital in 2025/26", "lots");
        await editor.PressAsync("Continue");
        Assert.Single(await editor.ErrorsAsync());
        Assert.Equal("lots", await editor.TypedAsync("Capital in 2025/26"));
        Assert.Equal("£1,250.50", await editor.TypedAsync("Revenue in 2025/26"));
        await editor.TypeAsync("Capital in 2025/26", "16,875");
        await editor.PressAsync("Continue");
        await editor.TypeAsync("What is counted", "homes target hardened");
        await editor.Page.GetByLabel("How the target is meant").SelectOptionAsync("Up to");
        await editor.TypeAsync("Target", "130");
        await editor.PressAsync("Continue");
        await editor.TypeAsync("What is it?", "Door lock");
        await editor.TypeAsync("How many?", "260");
        await editor.PressAsync("Continue");
        await editor.PressAsync("Continue");
        Assert.Equal("You have added 1 intervention", await editor.HeadingAsync());
        await CompleteAsync();

        await editor.FollowAsync("Match funding");
        await editor.PressAsync("Add match funding");
        await editor.TypeAsync("Who gives it?", "Melton Borough Council");
        await editor.ChooseAsync("Cash");
        await editor.TypeAsync("How much?", "9,062.75");
        await editor.ChooseAsync("Not yet");
        await editor.PressAsync("Continue");
        Assert.Contains("£9,062.75 of match for £18,125.50 asked: 50%", await editor.TextAsync());
        await CompleteAsync();

        await editor.FollowAsync("Risks");
        await editor.PressAsync("Add a risk");
        await editor.TypeAsync("What may go wrong?", "Locks come late");
        await editor.Page.Locator("#Likelihood").CheckAsync();
        await editor.Page.Locator("#Impact-2").CheckAsync();
        await editor.TypeAsync("What is done about it?", "They are ordered in May");
        await editor.PressAsync("Continue");
        await CompleteAsync();

        await editor.FollowAsync("Attachments");
        await editor.PressAsync("Continue");
        await CompleteAsync();

        await editor.SignOutAsync();
        await editor.SignInAsync("editor@melton.example");
        await editor.GoUntilAsync("/", bid);
        await editor.FollowAsync(bid);
        Assert.Contains("You have completed 7 of 9 sections.", await editor.TextAsync());
        await editor.FollowAsync("Check your answers");
        var answers = await editor.TextAsync();
        Assert.Contains("£18,125.50", answers);
        Assert.Contains("Melton 001A, Melton 001B, Melton 002C", answers);
        await editor.PressAsync("Hand over to");
        Assert.Contains("Ready to submit", await editor.TextAsync());
        Assert.Equal(0, await editor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Submit bid" }).CountAsync());
        await editor.GoAsync($"/bids/{bid}/history");
    }

    private async Task CompleteAsync()
    {
        await editor.ChooseAsync("Yes, I’ve completed this section");
        await editor.PressAsync("Continue");
        Assert.Contains("You have completed", await editor.TextAsync());
    }
}
