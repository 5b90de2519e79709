using Platform.Contracts;
using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Journeys;

/// <summary>
/// A funding year (seed 004, paragraphs 2 to 9) as people of Melton, Rutland and the office live it, with scripts switched off.
/// </summary>
public sealed class FundingYearTests(WholePlatform platform, Chromium chromium)
{
    private const string Bid = "CSP2025-MEL-01";
    private const string Return = $"/returns/{Bid}/2025-26-q1";

    private readonly LetterBox letters = new(platform);

    [Fact]
    public async Task FromOpeningARound_ToWhatItAchieved()
    {
        await using var officer = await chromium.OpenAsync(platform);
        await using var editor = await chromium.OpenAsync(platform);
        await using var lead = await chromium.OpenAsync(platform);
        await using var late = await chromium.OpenAsync(platform);

        await OpenRoundAsync(officer);
        await new BidWriting(editor).WriteAsync(Bid);
        await SubmitBidAsync(lead);
        await MissTheDeadlineAsync(late, officer);
        var record = await BeginRecordAsync(officer);
        await SignAsync(officer, record);
        var owed = await ChaseAsync(editor, officer);
        await FileReturnAsync(editor, lead);
        await SeeWhatWasAchievedAsync(officer, owed);
        var reading = new ReportReading(platform, chromium, Bid);
        await reading.OfficeAsync(officer);
        await reading.PublicAsync();
        await reading.RebuildAsync(officer);
        Assert.Empty(platform.Errors.Take());
    }

    private async Task OpenRoundAsync(Visitor officer)
    {
        platform.Clock.MoveTo(London.At(new(2024, 12, 16), new(9, 30)));
        await officer.GoAsync("/");
        await officer.PressAsync("Sign in");
        await officer.TypeAsync("Email address", "officer@opcc.example");
        await officer.TypeAsync("Password", "not the password");
        await officer.PressAsync("Sign in");
        Assert.StartsWith("Enter the email address and password", Assert.Single(await officer.ErrorsAsync()));
        await officer.SignInAsync("officer@opcc.example");
        await officer.FollowAsync("Bids");
        await officer.FollowAsync("All rounds");
        await officer.PressAsync("Write a round");
        Assert.Equal(
            "28 2 2025",
            string.Join(
                ' ',
                await Task.WhenAll(
                    new[] { "Day", "Month", "Year" }.Select(part => officer.Page.Locator($"#ClosesOn_{part}").InputValueAsync())
                )
            )
        );
        await officer.PressAsync("Save and continue");
        await officer.PressAsync("Preview and publish");
        await officer.PressAsync("Publish the round");
        Assert.Contains("The deadline is 11:59:59pm on Friday 28 February 2025.", await officer.TextAsync());
    }

    private async Task SubmitBidAsync(Visitor lead)
    {
        await lead.SignInAsync("lead@melton.example");
        await lead.GoUntilAsync("/", Bid);
        await lead.FollowAsync(Bid);
        await lead.FollowAsync("Check your answers");
        await lead.PressAsync("Continue to the declaration");
        await lead.PressAsync("Submit bid");
        Assert.Equal(["Confirm the declaration for Melton"], await lead.ErrorsAsync());
        await lead.ChooseAsync("I confirm this for Melton");
        await lead.PressAsync("Submit bid");
        Assert.Equal($"/bids/{Bid}/submitted", lead.Path);
        Assert.Contains(Bid, await lead.TextAsync());
        await Until.TrueAsync(() => Task.FromResult(letters.Mails("Received: bid " + Bid).Count == 2), "the receipts have gone out");
        Assert.Equal(["editor@melton.example", "lead@melton.example"], letters.Mails("Received: bid " + Bid).Select(m => m.To).Order());
        await lead.FollowAsync("View or print your bid");
    }

    private async Task MissTheDeadlineAsync(Visitor late, Visitor officer)
    {
        var bid = await platform.Api.WriteBidAsync("editor@rutland.example", "CSP2025", "RUT", new(2025, 4, 1));
        await late.SignInAsync("lead@rutland.example");
        await late.GoAsync($"/bids/{bid}/declaration");
        await late.ChooseAsync("I confirm this for Rutland");
        platform.Clock.MoveTo(London.EndOf(new(2025, 2, 28)));
        await late.PressAsync("Submit bid");
        Assert.Contains("Community safety fund 2025/26 closed at 11:59:59pm on Friday 28 February 2025", await late.TextAsync());
        Assert.Equal(0, await late.Page.Locator("button:has-text('Submit bid')").CountAsync());
        await Until.TrueAsync(
            async () =>
                (await platform.Api.GetAsync("lead@rutland.example", $"/api/bids/{bid}"))
                    .GetProperty("bid")
                    .GetProperty("state")
                    .GetString() == "Lapsed",
            "the draft has lapsed"
        );
        await late.GoAsync($"/bids/{bid}");
        Assert.Contains("This bid was not submitted. What you wrote is kept below.", await late.TextAsync());
        await late.GoAsync("/rounds");
        Assert.Contains("No round is open", await late.TextAsync());
        await officer.GoAsync("/rounds/CSP2025");
        Assert.Contains("This round is closed.", await officer.TextAsync());
        Assert.Contains("1 lapsed", await officer.TextAsync());
    }

    private async Task<string> BeginRecordAsync(Visitor officer)
    {
        platform.Clock.MoveTo(London.At(new(2025, 3, 20), new(10, 0)));
        await officer.GoAsync("/rounds/CSP2025");
        await officer.PressAsync("Begin a decision record");
        await officer.TypeAsync("Title", "");
        await officer.PressAsync("Begin the record");
        Assert.Equal(2, (await officer.ErrorsAsync()).Count);
        await officer.TypeAsync("Title", "Community safety fund 2025/26");
        await officer.Page.GetByLabel(Bid).CheckAsync();
        await officer.PressAsync("Begin the record");
        Assert.Matches("^/decisions/EXE[0-9]{3}-25/edit$", officer.Path);
        await officer.TypeAsync("Summary of issue", "Bids to the annual fund.");
        await officer.PressAsync("Save the draft");
        await officer.PressAsync("Submit for approval");
        Assert.Contains("It waits for the Chief Executive or Chief Finance Officer.", await officer.TextAsync());
        return officer.Path;
    }

    private async Task SignAsync(Visitor officer, string record)
    {
        await using var finance = await chromium.OpenAsync(platform);
        await finance.SignInAsync("finance@opcc.example");
        await finance.GoAsync(record);
        await finance.PressAsync("Approve or return");
        await finance.ChooseAsync("Chief Executive");
        await finance.PressAsync("Sign and approve");
        await using var monitoring = await chromium.OpenAsync(platform);
        await monitoring.SignInAsync("monitoring@opcc.example");
        await monitoring.GoAsync(record);
        await monitoring.PressAsync("Determine publication");
        foreach (var yes in await monitoring.Page.GetByLabel("Yes", new() { Exact = true }).AllAsync())
            await yes.CheckAsync();
        await monitoring.PressAsync("Sign the determination");
        await using var commissioner = await chromium.OpenAsync(platform);
        await commissioner.SignInAsync("commissioner@opcc.example");
        await commissioner.GoAsync(record);
        await commissioner.PressAsync("Decide and sign");
        await commissioner.ChooseAsync("Supported");
        await commissioner.PressAsync("Sign the decision");
        Assert.Contains("It waits to be published.", await commissioner.TextAsync());
        await officer.GoAsync(record);
        await officer.PressAsync("Preview and publish");
        await officer.PressAsync("Publish");
        Assert.Contains("Published on 20 March 2025.", await officer.TextAsync());
        await officer.GoAsync("/grants");
        await officer.FollowAsync(Bid);
        Assert.Contains("£18,125.50", await officer.TextAsync());
    }

    // The return of April to June is due on 31 July 2025.
    private async Task<Guid> ChaseAsync(Visitor editor, Visitor officer)
    {
        platform.Clock.MoveTo(London.At(new(2025, 7, 1), new(10, 0)));
        await editor.GoUntilAsync("/", "Q1 2025/26");
        Assert.Contains("Thursday 31 July 2025", await editor.TextAsync());
        var owed = (await platform.Api.GetAsync("editor@melton.example", "/api/returns"))
            .GetProperty("returns")
            .EnumerateArray()
            .Single(r => r.GetProperty("return").GetProperty("quarter").GetString() == "2025/26 Q1")
            .GetProperty("id")
            .GetGuid();
        var expected = 1;
        await HaveGoneOutAsync(owed, expected);
        foreach (var (rung, recipients) in ((int, int)[])[(-10, 1), (-5, 1), (-1, 1), (0, 2), (1, 2), (5, 2)])
        {
            platform.Clock.MoveTo(London.At(WorkingDays.Add(new(2025, 7, 31), rung), new(9, 0)));
            expected += recipients;
            await HaveGoneOutAsync(owed, expected);
            platform.Clock.MoveTo(London.At(WorkingDays.Add(new(2025, 7, 31), rung), new(15, 0)));
        }
        await platform.SettleAsync();
        await HaveGoneOutAsync(owed, expected);
        var mails = letters.Mails("uarter 1 return for Melton");
        Assert.Equal(expected, mails.Select(m => (m.To, m.Subject, m.Date)).Distinct().Count());
        Assert.Equal(expected, mails.Select(m => m.MessageId).Distinct().Count());
        Assert.Equal(4, mails.Count(m => m.Subject.StartsWith("Overdue: ", StringComparison.Ordinal)));

        await officer.GoUntilAsync("/reports/overdue", "5 working days");
        var overdue = await officer.Page.Locator("tbody").InnerTextAsync();
        Assert.Contains("Melton", overdue);
        Assert.DoesNotContain("Rutland", overdue);
        await officer.GoAsync("/");
        Assert.Contains("Melton", await officer.TextAsync());
        await officer.GoAsync("/notifications?partnership=MEL&word=quarter+1");
        Assert.Contains($"{expected} letters", await officer.TextAsync());
        await officer.FollowAsync("Overdue: quarter 1 return for Melton");
        return owed;
    }

    private async Task HaveGoneOutAsync(Guid owed, int count)
    {
        await Until.TrueAsync(
            () => Task.FromResult(letters.Mails("uarter 1 return for Melton").Count >= count),
            $"{count} letters about quarter 1 have gone out"
        );
        Assert.Equal(count, letters.Mails("uarter 1 return for Melton").Count);
        Assert.Equal(count, (await letters.ListedAsync(owed)).Count);
    }

    private async Task FileReturnAsync(Visitor editor, Visitor lead)
    {
        await editor.GoUntilAsync("/", "Overdue");
        await editor.FollowAsync("Fill in the return");
        Assert.Equal(Return, editor.Path);
        await new ReturnWriting(editor).WriteAsync(Return);

        await lead.GoAsync(Return);
        await lead.GoAsync(Return + "/check-answers");
        Assert.Contains("Nina Patel prepared this return", await lead.TextAsync());
        await lead.PressAsync("Certify and submit");
        Assert.Equal(Return + "/submitted", lead.Path);
        Assert.Contains("5 working days late", await lead.TextAsync());
        await lead.FollowAsync("View or print your return");
    }

    private async Task SeeWhatWasAchievedAsync(Visitor officer, Guid owed)
    {
        await Until.TrueAsync(
            () => Task.FromResult(letters.Mails("Received: quarter 1 return for Melton").Count == 2),
            "the receipts have gone out"
        );
        var before = (await letters.ListedAsync(owed)).Count;
        platform.Clock.MoveTo(London.At(WorkingDays.Add(new(2025, 8, 7), 20), new(10, 0)));
        await officer.GoUntilAsync("/reports/targets", "88 to go");
        var achieved = await officer.TextAsync();
        Assert.Contains("Up to 130", achieved, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("42", achieved);
        await officer.GoAsync("/reports/overdue");
        Assert.Contains("No return is overdue", await officer.TextAsync());
        await platform.SettleAsync();
        Assert.Equal(before, (await letters.ListedAsync(owed)).Count);
        await officer.GoAsync("/returns");
        await officer.GoAsync("/notifications/contacts");
    }
}
