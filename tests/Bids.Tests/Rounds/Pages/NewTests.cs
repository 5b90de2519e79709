using Microsoft.EntityFrameworkCore;

namespace Platform.Bids.Tests.Rounds.Pages;

public sealed class NewTests(RunningService<BidsService> service)
{
    private static (string Name, string Value)[] Typed(string reference, params (string Name, string Value)[] changes) =>
        [
            .. new Dictionary<string, string>
            {
                ["Name"] = "Fund 2025/26",
                ["Reference"] = reference,
                ["Programme"] = "Community safety fund",
                ["OpensOn.Day"] = "2",
                ["OpensOn.Month"] = "dec",
                ["OpensOn.Year"] = "2024",
                ["ClosesOn.Day"] = "28",
                ["ClosesOn.Month"] = "2",
                ["ClosesOn.Year"] = "2025",
                ["DeliveryFrom.Day"] = "1",
                ["DeliveryFrom.Month"] = "4",
                ["DeliveryFrom.Year"] = "2025",
                ["DeliveryTo.Day"] = "31",
                ["DeliveryTo.Month"] = "3",
                ["DeliveryTo.Year"] = "2026",
                ["About"] = "Safer places.",
                ["ReminderDays"] = "21, 3 1",
                ["Themes"] = "Neighbourhood crime\r\n\r\n ASB ",
            }.Select(field =>
                changes.FirstOrDefault(c => c.Name == field.Key) is { Name: not null } changed ? changed : (field.Key, field.Value)
            ),
        ];

    [Theory]
    [InlineData("2024-12-02", "28", "2025", "CSP2025")]
    [InlineData("2023-12-01", "29", "2024", "CSP2024")]
    [InlineData("2025-02-28", "28", "2026", "CSP2026")]
    public async Task Get_ProposesTheLastDayOfFebruary(string today, string day, string year, string reference)
    {
        service.Clock.Now = DateTimeOffset.Parse(today + "T09:00:00Z", null);
        var page = await service.Officer().GetPageAsync("/rounds/new");
        Assert.Equal((day, "2", year), (page.Typed("ClosesOn.Day"), page.Typed("ClosesOn.Month"), page.Typed("ClosesOn.Year")));
        Assert.Equal(
            (reference, "1", "4", year),
            (page.Typed("Reference"), page.Typed("DeliveryFrom.Day"), page.Typed("DeliveryFrom.Month"), page.Typed("DeliveryFrom.Year"))
        );
        Assert.Empty(page.Errors());
    }

    [Fact]
    public async Task Post_RightAnswers_KeepsARoundThatOnlyOfficersSee()
    {
        service.Clock.Now = Given.InTime;
        // Pressed twice.
        for (var press = 0; press < 2; press++)
            Assert.Equal("/rounds/NEWR1/edit", await service.Officer().PostAndFollowAsync("/rounds/new", Typed("NEWR1")));
        var round = await service.FindRoundAsync("NEWR1");
        Assert.Equal(
            ("Safer places.", "21 3 1", "Neighbourhood crime|ASB", false),
            (round.About, string.Join(' ', round.Reminders.Days), string.Join('|', round.Themes), round.IsPublished)
        );
        Assert.Equal("RoundDrafted", await service.RoundEventsAsync("NEWR1"));
        Assert.Equal(
            ["There is already a round NEWR1. Enter another reference"],
            (await service.Officer().PostAndStayAsync("/rounds/new", Typed("NEWR1", ("Name", "Another")))).Errors()
        );
    }

    [Theory]
    [InlineData("ClosesOn.Month", "", "Deadline must include a month")]
    [InlineData("ClosesOn.Day", "30", "Deadline must be a real date")]
    [InlineData("ClosesOn.Year", "25", "Deadline must include a year with 4 numbers")]
    [InlineData("ClosesOn.Year", "2023", "Deadline must be on or after the opening date")]
    [InlineData("ClosesOn.Year", "9999", "Deadline must be between 2000 and 2100")]
    [InlineData("OpensOn.Month", "dezember", "Opening date must be a real date")]
    [InlineData("DeliveryTo.Year", "2024", "End of delivery must be on or after the start of delivery")]
    [InlineData("DeliveryTo.Year", "2036", "Delivery must be 5 years or less")]
    [InlineData("Name", " ", "Enter the name of the round")]
    [InlineData("Reference", "csp 1", "Reference must be 2 to 10 capital letters and numbers, like CSP2025")]
    [InlineData("ReminderDays", "two", "Reminders must be numbers of days, like 28, 14, 7, 1")]
    [InlineData("ReminderDays", "91", "Reminders must be at most 10 numbers of days, each from 1 to 90")]
    [InlineData("Themes", "\r\n", "Enter at least one theme, each of 80 characters or less")]
    public async Task Post_OneThingWrong_SaysItTwiceAndKeepsWhatWasTyped(string field, string typed, string message)
    {
        service.Clock.Now = Given.InTime;
        var page = await service.Officer().PostAndStayAsync("/rounds/new", Typed("WRONG", (field, typed)));
        Assert.Equal([message], page.Errors());
        Assert.Equal("Error: " + message, page.Text(".govuk-error-message"));
        Assert.Equal(typed.Trim(), page.Typed(field)!.Trim());
        Assert.NotNull(page.QuerySelector(page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")!));
        Assert.StartsWith("Error: ", page.Title);
        if (field != "Programme")
            Assert.Equal("Community safety fund", page.Typed("Programme"));
        Assert.False(await service.ReadAsync((BidsContext db) => db.Rounds.AnyAsync(r => r.Reference == "WRONG")));
    }

    [Fact]
    public async Task Post_TextPastItsLimit_IsKept()
    {
        var page = await service.Officer().PostAndStayAsync("/rounds/new", Typed("WRONG", ("Programme", new('p', 121))));
        Assert.Equal(["Programme must be 120 characters or less"], page.Errors());
        Assert.Equal(new('p', 121), page.Typed("Programme"));
    }
}
