using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

public class SendBackTests(RunningService<ReturnsService> service)
{
    private static readonly string Hardening = ReturnSections.Of(Given.Hardening);

    // As the page posts them: a box for each section.
    private static IEnumerable<(string, string)> Reasons(params (int Box, string Text)[] typed) =>
        Enumerable.Range(0, 8).Select(i => ($"Reasons[{i}]", typed.FirstOrDefault(t => t.Box == i).Text ?? ""));

    [Fact]
    public async Task Get_ASubmittedReturn_OffersEachOfItsSections()
    {
        var page = await service.Officer.GetPageAsync($"{(await service.SubmittedAsync()).Address}/send-back");
        Assert.Equal(
            [
                "Target hardening",
                "Crimestoppers campaign",
                "Outcomes and risks",
                "Match funding received",
                "Underspend",
                "Overall rating",
                "Attachments",
            ],
            page.Texts(".govuk-checkboxes__label")
        );
        Assert.Equal(7, page.QuerySelectorAll("textarea").Length);
    }

    [Fact]
    public async Task Post_SectionsWithReasons_AreSentBackAndWhenItFirstCameInIsKept()
    {
        var owed = await service.SubmittedAsync(Given.In(2024, 8, 5));
        Assert.Equal(
            owed.Address,
            await service.Officer.PostAndFollowAsync(
                $"{owed.Address}/send-back",
                [
                    ("Sections", Hardening),
                    ("Sections", "underspend"),
                    .. Reasons((0, "Say which homes"), (4, "Why so little?"), (5, "Not asked")),
                ]
            )
        );
        var saved = await service.ReturnAsync(owed.Id);
        Assert.Equal((ReturnState.SentBack, 3), (saved.State, saved.WorkingDaysLate));
        Assert.Equal(
            [new(Hardening, "Say which homes") { Name = "Target hardening" }, new("underspend", "Why so little?") { Name = "Underspend" }],
            saved.SentBack
        );
        Assert.EndsWith("ReturnSubmitted ReturnSentBack", await service.EventsAsync(owed.Id));
        // A second press leads back to the return; what a colleague asks meanwhile is refused, and kept.
        Assert.Equal(
            owed.Address,
            await service.Officer.PostAndFollowAsync(
                $"{owed.Address}/send-back",
                [("Sections", Hardening), ("Sections", "underspend"), .. Reasons((0, "Say which homes"), (4, "Why so little?"))]
            )
        );
        var page = await service.Officer.PostAndStayAsync($"{owed.Address}/send-back", [("Sections", "rating"), .. Reasons((5, "Red?"))]);
        Assert.Equal(["Only a submitted return that has not been accepted can be sent back"], page.Errors());
        Assert.Equal("Red?", page.Typed("Reasons[5]"));
        Assert.Equal(2, (await service.ReturnAsync(owed.Id)).SentBack.Count);
        Assert.EndsWith("ReturnSubmitted ReturnSentBack", await service.EventsAsync(owed.Id));
    }

    [Fact]
    public async Task Post_WhatIsMissing_IsSaidBesideItsFieldAndNothingIsLost()
    {
        var owed = await service.SubmittedAsync();
        Assert.Equal(
            ["Select at least one section to send back"],
            (await service.Officer.PostAndStayAsync($"{owed.Address}/send-back")).Errors()
        );
        var page = await service.Officer.PostAndStayAsync($"{owed.Address}/send-back", [("Sections", "rating"), .. Reasons((0, "Kept"))]);
        Assert.Equal(["Enter what is to be changed in Overall rating, in 1,000 characters or less"], page.Errors());
        Assert.Equal("#Reasons_5_", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.Equal("Kept", page.Typed("Reasons[0]"));
        Assert.NotNull(page.QuerySelector("input[value=rating][checked]"));
        Assert.Equal(ReturnState.Submitted, (await service.ReturnAsync(owed.Id)).State);
    }

    [Fact]
    public async Task Get_ANilReturn_OffersThatNothingWasReportedToo()
    {
        var owed = await service.SubmittedAsync(nil: "The project begins in July");
        Assert.Contains(
            "Nothing to report",
            (await service.Officer.GetPageAsync($"{owed.Address}/send-back")).Texts(".govuk-checkboxes__label")
        );
        await service.Officer.PostAndFollowAsync($"{owed.Address}/send-back", [("Sections", "nil"), .. Reasons((7, "It began in May"))]);
        Assert.Equal([new("nil", "It began in May") { Name = "Nothing to report" }], (await service.ReturnAsync(owed.Id)).SentBack);
    }

    [Fact]
    public async Task Get_NotSubmitted_LeadsToTheReturn()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(owed.Address, (await service.Officer.GetAsync($"{owed.Address}/send-back")).Headers.Location!.OriginalString);
    }
}
