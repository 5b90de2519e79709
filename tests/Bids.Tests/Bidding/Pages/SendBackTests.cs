using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class SendBackTests(RunningService<BidsService> service)
{
    private static readonly (string, string)[] Day = [("AnswerBy.Day", "20"), ("AnswerBy.Month", "2"), ("AnswerBy.Year", "2025")];

    // As the page posts them: a box for each section.
    private static IEnumerable<(string, string)> Reasons(params (string Section, string Reason)[] typed) =>
        BidSections.All.Select((section, i) => ($"Reasons[{i}]", typed.FirstOrDefault(t => t.Section == section).Reason ?? ""));

    [Fact]
    public async Task Post_SectionsWithReasons_AreSentBackUntilTheEndOfTheDay()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        for (var press = 0; press < 2; press++)
            Assert.Equal(
                $"/bids/{bid}",
                await service
                    .Officer()
                    .PostAndFollowAsync(
                        $"/bids/{bid}/send-back",
                        [("Sections", "project"), ("Sections", "risks"), .. Reasons(("project", "Say why"), ("risks", "Add one")), .. Day]
                    )
            );
        var saved = await service.BidAsync(bid);
        Assert.Equal(
            (BidState.SentBack, "project: Say why; risks: Add one"),
            (saved.State, string.Join("; ", saved.SentBack.Select(n => $"{n.Section}: {n.Reason}")))
        );
        Assert.Equal(London.EndOf(new(2025, 2, 20)), saved.AnswerBy);
        Assert.EndsWith("BidSubmitted BidSentBack", await service.EventsAsync(bid));
    }

    [Fact]
    public async Task Post_Nothing_SaysEverythingThatIsMissing()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var page = await service.Officer().PostAndStayAsync($"/bids/{bid}/send-back");
        Assert.Equal(["Select at least one section to send back", "Enter the day by which it is to be submitted again"], page.Errors());
        page = await service
            .Officer()
            .PostAndStayAsync($"/bids/{bid}/send-back", [("Sections", "risks"), .. Reasons(("contacts", "Kept")), .. Day]);
        Assert.Equal(["Enter what is to be changed in Risks, in 2,000 characters or less"], page.Errors());
        Assert.Equal("#Reasons_5_", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.Equal("Kept", page.Typed("Reasons[0]"));
        page = await service
            .Officer()
            .PostAndStayAsync(
                $"/bids/{bid}/send-back",
                [("Sections", "risks"), .. Reasons(("risks", "R")), ("AnswerBy.Day", "2"), .. Day[1..]]
            );
        Assert.Equal(["The day by which it is resubmitted must be today or within the next 3 months"], page.Errors());
        Assert.Single(page.Texts(".govuk-error-message"));
        Assert.Equal(BidState.Submitted, (await service.BidAsync(bid)).State);
    }
}
