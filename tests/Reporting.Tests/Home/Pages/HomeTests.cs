using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Home.Pages;

public sealed class HomeTests(RunningService<ReportingService> service)
{
    [Fact]
    public async Task Partner_OverdueReturns_OldestFirstAndSaysHowLate()
    {
        await service.NothingAsync();
        var grant = Guid.NewGuid();
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(grant, ReturnState.Open, quarter: 3)));
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(grant, ReturnState.InProgress, quarter: 2)));
        await service.DeliverAsync(Submitted(Guid.NewGuid(), Return(grant, ReturnState.Submitted, quarter: 1)));
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(grant, ReturnState.Open, code: "RUT")));

        var page = await service.Partner().GetPageAsync("/");
        Assert.Equal("Overdue", page.Text(".govuk-notification-banner__title"));
        Assert.StartsWith(
            "Your quarter 2 2024/25 return was due on Thursday 31 October 2024.",
            page.Text(".govuk-notification-banner__heading")
        );
        Assert.Equal("/returns/SS5-MEL-01/2024-25-q2", page.QuerySelector(".govuk-notification-banner__link")!.GetAttribute("href"));
        Assert.Equal(["Q2 2024/25: Jul 2024 - Sep 2024Safer homes", "Q3 2024/25: Oct 2024 - Dec 2024Safer homes"], page.Texts("tbody th"));
        // 31 January was a Friday; 12 February is the eighth working day after it.
        Assert.EndsWith("8 working days overdue", page.Texts("tbody td")[2]);
        Assert.Equal(["In progress", "Overdue", "Not started", "Overdue"], page.Texts("tbody .govuk-tag"));
        Assert.DoesNotContain("RUT", page.Text("main"));
    }

    [Fact]
    public async Task Partner_HandedOver_TheLeadIsAskedToCertify_TheEditorIsAskedNothing()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(Guid.NewGuid(), ReturnState.ReadyToCertify)));
        Assert.Null((await service.Partner().GetPageAsync("/")).QuerySelector(".govuk-notification-banner"));
        var lead = service.As(Ann, Partnership.Get("MEL"), Roles.PartnerLead);
        Assert.Equal("Certify the return", (await lead.GetPageAsync("/")).Text(".govuk-notification-banner__link"));
    }

    [Fact]
    public async Task Officer_BidsOfAClosedRound_WaitForADecision()
    {
        await service.NothingAsync();
        var round = Guid.NewGuid();
        var open = Round(round);
        await service.DeliverAsync(open with { Details = open.Details with { ClosesAt = Now.AddDays(-1) } });
        await service.DeliverAsync(new BidSubmitted(Guid.NewGuid(), 3, Now, Ann, Bid(round, BidState.Submitted)));
        Assert.Contains(
            "1 bid waits for a decision",
            string.Join(' ', (await service.Officer().GetPageAsync("/")).Texts(".govuk-inset-text"))
        );
    }

    [Fact]
    public async Task SentBack_HasItsPlaceOnBothHomesAndInTheOverdueReport()
    {
        await service.NothingAsync();
        service.Clock.Now = London.At(new(2024, 11, 29), new(12, 0));
        var submitted = Return(Guid.NewGuid(), ReturnState.Submitted, quarter: 2, achieved: 30);
        var (id, back) = (
            Guid.NewGuid(),
            submitted with
            {
                State = ReturnState.SentBack,
                SentBack = [new("rating", "Why green?")],
                // 12 working days ago.
                BackBy = new(2024, 11, 13),
                SentBackAt = Now,
            }
        );
        await service.DeliverAsync(Submitted(id, submitted));
        await service.DeliverAsync(new ReturnSentBack(id, 6, Now, Ann, back));

        Assert.Contains("sent back, 12 working days late", (await service.Officer().GetPageAsync("/")).Text("main"));
        var partner = await service.Partner().GetPageAsync("/");
        Assert.Contains("sent back, 12 working days late", partner.Text("main"));
        Assert.Contains(
            "Your quarter 2 2024/25 return was sent back. It was to be back on Wednesday 13 November 2024.",
            partner.Text(".govuk-notification-banner__heading")
        );
        var row = Assert.Single((await service.Officer().GetPageAsync("/reports/overdue")).Texts("tbody tr"));
        Assert.Contains("Sent back, 12 working days late", row);
        Assert.Contains("13 November 2024 12", row);
        Assert.Empty((await service.Officer().GetPageAsync("/reports/overdue?came=not-in")).Texts("tbody tr"));

        await service.DeliverAsync(
            new ReturnAccepted(id, 7, Now, Ann, submitted with { State = ReturnState.Accepted }) { AfterAll = true }
        );
        Assert.Empty((await service.Officer().GetPageAsync("/reports/overdue")).Texts("tbody tr"));
    }

    [Theory]
    [InlineData("2025-01-31", "Due today", "Important")]
    [InlineData("2025-01-30", "Due in 1 working day", "Important")]
    [InlineData("2025-01-24", "Due in 5 working days", "Important")]
    [InlineData("2025-02-01", "Overdue", "Overdue")]
    [InlineData("2025-02-03", "1 working day overdue", "Overdue")]
    [InlineData("2025-02-28", "20 working days overdue", "Overdue")]
    public async Task Partner_DueOnAFriday_SaysWhen(string today, string when, string banner)
    {
        await service.NothingAsync();
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(Guid.NewGuid(), ReturnState.Open)));
        service.Clock.Now = DateTimeOffset.Parse(today + "T23:59:00Z", null);
        var page = await service.Partner().GetPageAsync("/");
        Assert.Equal("Friday 31 January 2025" + when, page.Texts("tbody td")[0]);
        Assert.Equal(banner, page.Text(".govuk-notification-banner__title"));
    }

    [Fact]
    public async Task Partner_DueOnASaturday_SaysSoTheDayBefore()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(Guid.NewGuid(), ReturnState.Open) with { DueOn = new(2025, 2, 15) }));
        service.Clock.Now = new(2025, 2, 14, 9, 0, 0, TimeSpan.Zero);
        Assert.EndsWith("Due before the next working day", (await service.Partner().GetPageAsync("/")).Texts("tbody td")[0]);
    }

    [Fact]
    public async Task Partner_NothingToDo_SaysSo()
    {
        await service.NothingAsync();
        await service.DeliverAsync(
            new ReturnScheduled(Guid.NewGuid(), 1, Now, Ann, Return(Guid.NewGuid(), ReturnState.Scheduled, quarter: 4))
        );
        var page = await service.Partner().GetPageAsync("/");
        Assert.Contains("There is nothing to do now. We will write to you when a return opens or a round begins.", page.Texts("p"));
        Assert.Null(page.QuerySelector(".govuk-notification-banner"));
    }

    [Fact]
    public async Task Partner_OpenRound_ListsItsOwnBids()
    {
        await service.NothingAsync();
        var round = Guid.NewGuid();
        await service.DeliverAsync(Round(round));
        Assert.Contains("You have not started a bid.", (await service.Partner().GetPageAsync("/")).Texts("li"));
        await service.DeliverAsync(new BidStarted(Guid.NewGuid(), 1, Now, Ann, Bid(round, BidState.Draft)));
        await service.DeliverAsync(new BidStarted(Guid.NewGuid(), 1, Now, Ann, Bid(round, BidState.Draft, "")));
        await service.DeliverAsync(new BidStarted(Guid.NewGuid(), 1, Now, Ann, Bid(round, BidState.Draft, "Rutland’s", "RUT")));
        var main = (await service.Partner().GetPageAsync("/")).Text("main");
        Assert.Contains("CSP2025-MEL-01 Night safe: draft, not submitted yet", main);
        Assert.Contains("CSP2025-MEL-01: draft, not submitted yet", main);
        Assert.DoesNotContain("Rutland", main);
    }

    [Fact]
    public async Task Officer_SeesOverdueByPartnershipAlertsAndTheLatest()
    {
        await service.NothingAsync();
        var grant = Guid.NewGuid();
        foreach (var (code, quarter) in new[] { ("RUT", 3), ("MEL", 3), ("MEL", 2) })
            await service.DeliverAsync(Opened(Guid.NewGuid(), Return(grant, ReturnState.Open, quarter, code: code)));
        foreach (var (subject, at) in new[] { ("Overdue: quarter 3", Now), ("Overdue: quarter 2", Now.AddDays(-1)) })
            await service.DeliverAsync(
                new RecipientMissing(Guid.NewGuid(), 1, at, Person.Platform, Partnership.Get("RUT"), [Roles.PartnerLead], subject)
            );
        await service.DeliverAsync(Round(Guid.NewGuid()));

        var page = await service.Officer().GetPageAsync("/");
        Assert.Equal(["Melton", "Rutland"], page.Texts("tbody th"));
        Assert.Equal(
            ["2", "Thursday 31 October 2024 (71 working days overdue)", "1", "Friday 31 January 2025 (8 working days overdue)"],
            page.Texts("tbody td")
        );
        Assert.Contains(
            "Nobody at Rutland could be written to (lead): Overdue: quarter 3",
            Assert.Single(page.Texts(".govuk-warning-text"))
        );
        Assert.Contains("Community safety fund 2025/26 opened", page.Text(".govuk-list--spaced"));

        var board = await service.Board().GetPageAsync("/");
        Assert.Equal(["Melton", "Rutland"], board.Texts("tbody th"));
        Assert.Null(board.QuerySelector(".govuk-list--spaced"));
        Assert.Null(board.QuerySelector(".govuk-warning-text"));
    }

    // In whichever order they become known.
    [Theory]
    [InlineData("12")]
    [InlineData("21")]
    public async Task Officer_LetterFailed_IsAnAlertUntilItIsDealtWith(string order)
    {
        await service.NothingAsync();
        var (open, done) = (Guid.NewGuid(), Guid.NewGuid());
        var details = new LetterDetails(Guid.NewGuid(), Partnership.Get("RUT"), "Al Rutland", "Overdue: quarter 3");
        IEvent[] events = [new LetterFailed(done, 2, Now, Person.Platform, details, "no such user"), new AlertClosed(done, 3, Now, Ann)];
        foreach (var number in order)
            await service.DeliverAsync(events[number - '1']);
        Assert.Empty((await service.Officer().GetPageAsync("/")).Texts(".govuk-warning-text"));

        await service.DeliverAsync(new LetterFailed(open, 2, Now, Person.Platform, details, "no such user"));
        var page = await service.Officer().GetPageAsync("/");
        Assert.Contains(
            "Letter to Al Rutland at Rutland did not arrive: Overdue: quarter 3",
            Assert.Single(page.Texts(".govuk-warning-text"))
        );
        Assert.Equal("/notifications/alerts", page.QuerySelector(".govuk-warning-text a")!.GetAttribute("href"));
        await service.DeliverAsync(new LetterDelivered(open, 3, Now, Person.Platform, details));
        Assert.Empty((await service.Officer().GetPageAsync("/")).Texts(".govuk-warning-text"));
    }

    [Fact]
    public async Task Officer_MessageFailed_IsAnAlertUntilItIsSettled_AndAgainWhenItFailsAgain()
    {
        await service.NothingAsync();
        var (retried, discarded) = (Guid.NewGuid(), Guid.NewGuid());
        var details = new FailedMessageDetails(
            "returns",
            "returns-grant",
            Guid.NewGuid(),
            nameof(GrantMade),
            Guid.NewGuid(),
            "out of order",
            1,
            FailedMessageState.Waiting
        );
        await service.DeliverAsync(new MessageFailed(retried, 1, Now, Person.Platform, details));
        await service.DeliverAsync(new MessageFailed(discarded, 1, Now, Person.Platform, details));
        Assert.Contains(
            "A message failed: GrantMade to returns-grant",
            Assert.Single((await service.Officer().GetPageAsync("/")).Texts(".govuk-warning-text"))
        );
        await service.DeliverAsync(new MessageRetried(retried, 2, Now, Ann, details));
        Assert.Single((await service.Officer().GetPageAsync("/")).Texts(".govuk-warning-text"));
        await service.DeliverAsync(new MessageDiscarded(discarded, 2, Now, Ann, details));
        Assert.Empty((await service.Officer().GetPageAsync("/")).Texts(".govuk-warning-text"));
        await service.DeliverAsync(new MessageFailed(retried, 3, Now, Person.Platform, details with { Failures = 2 }));
        Assert.Single((await service.Officer().GetPageAsync("/")).Texts(".govuk-warning-text"));
    }

    [Fact]
    public async Task Officer_Tampering_IsOneAlertForAService()
    {
        await service.NothingAsync();
        foreach (var words in new[] { "Event 3 of CSP2025-MEL-03 was changed.", "Event 4 of CSP2025-MEL-03 was changed." })
            await service.DeliverAsync(new AuditFailed(Guid.NewGuid(), 1, Now, Person.Platform, new("bids", words)));
        Assert.StartsWith(
            "Signs of tampering in bids: Event ",
            Assert.Single((await service.Officer().GetPageAsync("/")).Texts(".govuk-warning-text a")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Officer_Nothing_SaysSo()
    {
        await service.NothingAsync();
        var page = await service.Officer().GetPageAsync("/");
        Assert.Contains("No return is overdue.", page.Texts("p"));
        Assert.Contains("Nothing has happened yet. Open a round to begin.", page.Texts("p"));
    }

    [Fact]
    public async Task Anonymous_SeesOpenRoundsAndNothingOfAnybody()
    {
        await service.NothingAsync();
        var (round, grant) = (Guid.NewGuid(), Guid.NewGuid());
        await service.DeliverAsync(Round(round));
        await service.DeliverAsync(new BidStarted(Guid.NewGuid(), 1, Now, Ann, Bid(round, BidState.Draft)));
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(grant, ReturnState.Open)));
        var page = await service.AsNobody().GetPageAsync("/");
        Assert.Equal("Community safety fund 2025/26 is open until 11:59:59pm on Friday 28 February 2025.", page.Text(".govuk-inset-text"));
        Assert.DoesNotContain("Melton", page.Text("main"));
        Assert.DoesNotContain("MEL", page.Text("main"));
    }
}
