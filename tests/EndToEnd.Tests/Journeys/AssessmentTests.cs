using Microsoft.Playwright;
using Platform.Contracts;
using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Journeys;

/// <summary>From a round that is closed to a decision record of what its assessors recommend, with scripts switched off.</summary>
public sealed class AssessmentTests(WholePlatform platform, Chromium chromium)
{
    private const string Blaby = "ASM-BLA-01";
    private const string Harborough = "ASM-HAR-01";

    [Fact]
    public async Task FromTheDeadline_ToARankingAndARecord()
    {
        await SubmitBidsAsync();
        await platform.Api.AddAssessorAsync("Mo Abara", "mo@opcc.example");
        await platform.Api.AddAssessorAsync("Ada Brook", "ada@opcc.example");
        await using var officer = await chromium.OpenAsync(platform);
        await using var jo = await chromium.OpenAsync(platform);
        await using var mo = await chromium.OpenAsync(platform);

        await CloseAsync(officer);
        await AskAsync(officer);
        await HaveAnInterestAsync();
        await jo.SignInAsync("assessor@opcc.example");
        await ScoreAsync(jo, Blaby, 3, 3, "Says Jo", withMistakes: true);
        Assert.Contains("You see the other assessors’ scores when all have finished.", await jo.TextAsync());
        await officer.GoAsync($"/assessments/{Blaby}/moderation");
        Assert.DoesNotContain("Says Jo", await officer.TextAsync());
        await mo.SignInAsync("mo@opcc.example");
        await ScoreAsync(mo, Blaby, 3, 1, "Says Mo");
        await mo.FollowAsync("Compare all scores");
        Assert.Contains("Says Jo", await mo.TextAsync());
        await ScoreAsync(jo, Harborough, 2, 1, "Says Jo");
        await ScoreAsync(mo, Harborough, 2, 1, "Says Mo");
        await ModerateAsync(officer);
        await RankAsync(officer);
        await BeginRecordAsync(officer);
        Assert.Empty(platform.Errors.Take());
    }

    private async Task SubmitBidsAsync()
    {
        var today = London.DateOf(platform.Clock.GetUtcNow());
        await platform.Api.OpenScoredRoundAsync("ASM", today);
        foreach (var (place, code) in ((string, string)[])[("blaby", "BLA"), ("harborough", "HAR")])
            await platform.Api.SubmitBidAsync(
                $"lead@{place}.example",
                await platform.Api.WriteBidAsync($"editor@{place}.example", "ASM", code, today.AddMonths(4))
            );
    }

    private static async Task CloseAsync(Visitor officer)
    {
        await officer.SignInAsync("officer@opcc.example");
        await officer.GoAsync("/rounds/ASM");
        await officer.FollowAsync("Close the round early");
        await officer.PressAsync("Close the round now");
        Assert.Equal(2, (await officer.ErrorsAsync()).Count);
        await officer.TypeAsync("Why it is closed early", "Everybody has submitted");
        await officer.TypeAsync("To confirm, enter the round’s reference: ASM", "ASM");
        await officer.PressAsync("Close the round now");
        await officer.GoUntilAsync("/rounds/ASM", "Assessment");
        Assert.Contains("This round is closed.", await officer.TextAsync());
    }

    private static async Task AskAsync(Visitor officer)
    {
        await officer.FollowAsync("Assessment");
        await officer.PressAsync("Ask these assessors");
        Assert.Equal(["Select at least one bid", "Select at least one assessor"], await officer.ErrorsAsync());
        foreach (
            var label in (string[])[$"{Blaby}, Blaby: Safer homes", $"{Harborough}, Harborough: Safer homes", "Jo Lindqvist", "Mo Abara"]
        )
            await officer.ChooseAsync(label);
        await officer.PressAsync("Ask these assessors");
        foreach (var label in (string[])[$"{Blaby}, Blaby: Safer homes", "Ada Brook"])
            await officer.ChooseAsync(label);
        await officer.PressAsync("Ask these assessors");
        Assert.Contains("0 of 3 complete", await officer.TextAsync());
        Assert.Contains("0 of 2 complete", await officer.TextAsync());
    }

    // Whoever has an interest sees no more of the bid, and does not keep the others waiting.
    private async Task HaveAnInterestAsync()
    {
        await using var ada = await chromium.OpenAsync(platform);
        await ada.SignInAsync("ada@opcc.example");
        await ada.GoAsync("/assessments");
        await ada.FollowAsync("Declare an interest or none");
        await ada.ChooseAsync("Yes");
        await ada.PressAsync("Continue");
        Assert.Equal(["Enter what your interest is, in 2,000 characters or less"], await ada.ErrorsAsync());
        await ada.TypeAsync("If yes, what is it?", "My brother fits the locks");
        await ada.PressAsync("Continue");
        Assert.Contains("you see no more of this bid", await ada.TextAsync());
        await ada.GoAsync($"/bids/{Blaby}");
        Assert.Equal("Page not found", await ada.HeadingAsync());
        await ada.GoAsync("/rounds/ASM/ranking");
        Assert.Contains("Bids in which you have declared an interest are not shown to you.", await ada.TextAsync());
        Assert.DoesNotContain(Blaby, await ada.TextAsync());
    }

    private static async Task ScoreAsync(Visitor assessor, string bid, int need, int value, string why, bool withMistakes = false)
    {
        await assessor.GoAsync("/assessments");
        await assessor.FollowAsync($"Declare an interest or none of {bid}");
        await assessor.ChooseAsync("No");
        await assessor.PressAsync("Continue");
        if (withMistakes)
        {
            await assessor.PressAsync("Complete the assessment");
            Assert.Equal(4, (await assessor.ErrorsAsync()).Count);
        }
        await ChooseScoreAsync(assessor, "Score for Evidence of need", need);
        await assessor.TypeAsync("Why do you give Evidence of need this score?", why);
        if (withMistakes)
        {
            await assessor.PressAsync("Save and come back later");
            await assessor.FollowAsync($"Continue the scores of {bid}");
        }
        await ChooseScoreAsync(assessor, "Score for Value for money", value);
        await assessor.TypeAsync("Why do you give Value for money this score?", why);
        await assessor.PressAsync("Complete the assessment");
        Assert.Contains("You completed this assessment", await assessor.TextAsync());
    }

    private static async Task ModerateAsync(Visitor officer)
    {
        await officer.GoAsync("/rounds/ASM/assessments");
        Assert.Contains("My brother fits the locks", await officer.TextAsync());
        await officer.FollowAsync($"Compare and agree the scores of {Blaby}");
        Assert.Equal(1, await officer.Page.GetByText("2 or more apart").CountAsync());
        await officer.PressAsync("Record what was agreed");
        Assert.Equal(4, (await officer.ErrorsAsync()).Count);
        await AgreeAsync(officer, 3, 2);
        Assert.Contains("68.75% agreed", await officer.TextAsync());
        await officer.FollowAsync($"Compare and agree the scores of {Harborough}");
        await AgreeAsync(officer, 2, 1);
    }

    private static async Task AgreeAsync(Visitor officer, int need, int value)
    {
        foreach (var (criterion, score) in ((string, int)[])[("Evidence of need", need), ("Value for money", value)])
        {
            await ChooseScoreAsync(officer, $"Agreed score for {criterion}", score);
            await officer.TypeAsync($"Reason for the agreed score for {criterion}", "All agreed");
        }
        await officer.Page.GetByLabel("Target hardening: capital in").FillAsync("10,000");
        await officer.TypeAsync("Conditions (optional)", "Locks are fitted first");
        await officer.PressAsync("Record what was agreed");
        Assert.Equal("/rounds/ASM/assessments", officer.Path);
    }

    private static async Task RankAsync(Visitor officer)
    {
        await officer.FollowAsync("ranking");
        Assert.Contains(
            "1 of 2 bids reach the threshold of 65%. £10,000 is recommended in all, of £20,000 available: £10,000 is left.",
            await officer.TextAsync()
        );
        Assert.Equal(
            [
                "1 ASM-BLA-01 Blaby 68.75% £12,500 £10,000 £10,000",
                "Below the threshold of 65%",
                "2 ASM-HAR-01 Harborough 43.75% £12,500 £10,000 Not counted",
            ],
            (await officer.Page.Locator("tbody tr").AllInnerTextsAsync()).Select(r =>
                string.Join(' ', r.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            )
        );
    }

    // The record begins with what was agreed.
    private static async Task BeginRecordAsync(Visitor officer)
    {
        await officer.GoAsync("/rounds/ASM");
        await officer.PressAsync("Begin a decision record");
        await officer.TypeAsync("Title", "What the assessors recommend");
        await officer.Page.GetByLabel(Blaby).CheckAsync();
        await officer.PressAsync("Begin the record");
        Assert.Equal("10,000", await officer.Page.GetByLabel("Capital in").First.InputValueAsync());
        Assert.Equal("Locks are fitted first", await officer.TypedAsync($"Conditions for {Blaby} (optional)"));
    }

    private static Task ChooseScoreAsync(Visitor visitor, string legend, int score) =>
        visitor.Page.GetByRole(AriaRole.Group, new() { Name = legend }).Locator($"input[value='{score}']").CheckAsync();
}
