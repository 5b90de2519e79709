using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

/// <summary>Who gets which letter, on every occasion but chasing.</summary>
public sealed class OccasionTests(NotificationsHost host) : NotificationsTest(host)
{
    private readonly Person lead = Given.Somebody("Jo Lead");

    private async Task GivenContactsAsync()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Contact(lead, Given.Melton, Roles.PartnerLead));
        await Service.DeliverAsync(Given.Contact(Given.Somebody("Al Rutland"), Given.Rutland, Roles.PartnerEditor, Roles.PartnerLead));
    }

    [Fact]
    public async Task ReturnOpened_EditorsAreTold()
    {
        await GivenContactsAsync();

        await Service.DeliverAsync(new ReturnOpened(Guid.NewGuid(), 2, London.StartOf(new(2025, 1, 31)), Person.Platform, Given.Return()));

        await AssertLettersAsync(
            "Ready to fill in: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01 (due 31 January 2025)",
            Given.Sam
        );
    }

    [Fact]
    public async Task ReturnOpened_AfterItsDueDate_IsLeftToChasing()
    {
        await GivenContactsAsync();

        await Service.DeliverAsync(new ReturnOpened(Guid.NewGuid(), 2, London.EndOf(new(2025, 1, 31)), Person.Platform, Given.Return()));

        Assert.Empty(await Service.LettersAsync());
    }

    [Fact]
    public async Task ReturnSubmitted_SubmitterAndLeadsGetAReceipt()
    {
        await GivenContactsAsync();

        await Service.DeliverAsync(Given.Submitted(Given.Sam));

        await AssertLettersAsync("Received: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01", Given.Sam, lead);
        Assert.Contains("Sam Carter submitted it at 9:00am on Monday 3 February 2025", (await Service.LettersAsync())[0].Text);
    }

    [Fact]
    public async Task ReturnSubmitted_EverybodyWhoWorkedOnItGetsAReceiptOnce()
    {
        await GivenContactsAsync();
        var other = Given.Somebody("Bea Editor");
        await Service.DeliverAsync(Given.Contact(other, Given.Melton, Roles.PartnerEditor));
        var submitted = Given.Submitted(lead);

        await Service.DeliverAsync(
            submitted with
            {
                Details = submitted.Details with { WorkedOnBy = [Given.Sam.UserId, lead.UserId] },
            },
            Guid.NewGuid(),
            Guid.NewGuid()
        );

        Assert.Equal(["Jo Lead", "Sam Carter"], (await Service.LettersAsync()).Select(l => l.ToName).Order());
    }

    [Fact]
    public async Task ReturnSubmitted_AgainAfterRework_GetsAReceiptAgain()
    {
        await GivenContactsAsync();
        var first = Given.Submitted(lead);

        await Service.DeliverAsync(first);
        await Service.DeliverAsync(first with { Version = 9 }, Guid.NewGuid(), Guid.NewGuid());

        Assert.Equal(2, (await Service.LettersAsync()).Count);
    }

    [Fact]
    public async Task ReturnSubmitted_AgainAfterRework_TheReceiptSaysBothInstantsAndTheHash()
    {
        await GivenContactsAsync();
        var submitted = Given.Submitted(lead);

        await Service.DeliverAsync(
            submitted with
            {
                Details = submitted.Details with { FirstSubmittedAt = NotificationsHost.Start.AddSeconds(-9), Hash = new('a', 64) },
            }
        );

        await AssertLettersAsync("Received again: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01", lead);
        Assert.Contains(
            "- first submitted at 8:59:51am on Monday 3 February 2025\n- submitted again at 9:00:00am on Monday 3 February 2025\n- "
                + $"SHA-256 of what was submitted: {new string('a', 64)}\n",
            (await Service.LettersAsync())[0].Text
        );
    }

    [Fact]
    public async Task BidSubmitted_SubmitterAndLeadsGetAReceipt()
    {
        await GivenContactsAsync();

        await Service.DeliverAsync(new BidSubmitted(Guid.NewGuid(), 7, NotificationsHost.Start, lead, Given.Bid(BidState.Submitted)));

        await AssertLettersAsync("Received: bid CSP2025-MEL-03 from Melton", lead);
        var text = (await Service.LettersAsync())[0].Text;
        Assert.Contains("the bid Safer streets (CSP2025-MEL-03), which asks for £16,875", text);
        Assert.Contains("https://csp.office.example/bids/CSP2025-MEL-03", text);
        Assert.Contains("- reference CSP2025-MEL-03\n- submitted at 9:00:00am on Monday 3 February 2025\n", text);
    }

    [Fact]
    public async Task BidSubmitted_AgainAfterRework_TheReceiptSaysBothInstantsAndTheHash()
    {
        await GivenContactsAsync();
        var bid = Given.Bid(BidState.Submitted) with { FirstSubmittedAt = NotificationsHost.Start.AddSeconds(-9), Hash = new('a', 64) };

        await Service.DeliverAsync(new BidSubmitted(Guid.NewGuid(), 9, NotificationsHost.Start, lead, bid));

        await AssertLettersAsync("Received again: bid CSP2025-MEL-03 from Melton", lead);
        Assert.Contains(
            "- first submitted at 8:59:51am on Monday 3 February 2025\n- submitted again at 9:00:00am on Monday 3 February 2025\n- "
                + $"SHA-256 of what was submitted: {new string('a', 64)}\n",
            (await Service.LettersAsync())[0].Text
        );
    }

    [Fact]
    public async Task BidLapsed_EditorsAndLeadsAreTold_WithoutTheDraftsTitle_WhichTheOfficeDoesNotRead()
    {
        await GivenContactsAsync();

        await Service.DeliverAsync(new BidLapsed(Guid.NewGuid(), 7, NotificationsHost.Start, Person.Platform, Given.Bid(BidState.Lapsed)));

        await AssertLettersAsync("Not submitted: bid CSP2025-MEL-03 from Melton", Given.Sam, lead);
        Assert.Contains(
            "- ask for more time: https://csp.office.example/rounds/CSP2025/extension\n",
            (await Service.LettersAsync())[0].Text
        );
        Assert.All(await Service.LettersAsync(), l => Assert.DoesNotContain("Safer streets", l.Text + l.Html));
    }

    [Fact]
    public async Task GrantMade_LeadsAreToldWhatAndThatReturnsAreDueEachQuarter()
    {
        await GivenContactsAsync();

        await Service.DeliverAsync(Given.Grant());

        await AssertLettersAsync("Granted: £16,875 to Melton for Safer streets", lead);
        var letter = (await Service.LettersAsync())[0];
        Assert.Contains("- Target hardening: £16,875\n", letter.Text);
        Assert.Contains("- send a return each quarter", letter.Text);
        Assert.Contains("accept it: https://csp.office.example/grants/CSP2025-MEL-03/agreement\n", letter.Text);
        Assert.Contains("<ul>\n<li>Target hardening: £16,875</li>\n</ul>", letter.Html);
    }

    private async Task AssertLettersAsync(string subject, params Person[] recipients)
    {
        var letters = await Service.LettersAsync();
        Assert.All(letters, l => Assert.Equal(subject, l.Subject));
        Assert.Equal(recipients.Select(r => r.UserId).Order(), letters.Select(l => l.RecipientId).Order());
        Assert.Equal(recipients.Select(Given.Address).Order(), letters.Select(l => l.ToAddress).Order());
    }
}
