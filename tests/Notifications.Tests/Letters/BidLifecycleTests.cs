using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

/// <summary>Extensions, and what becomes of a bid after it was submitted.</summary>
public sealed class BidLifecycleTests(NotificationsHost host) : ContactsTest(host)
{
    private static readonly Guid Id = Guid.NewGuid();
    private static DateTimeOffset Now => NotificationsHost.Start;

    [Fact]
    public async Task Extension_RequestGoesToOfficers_AnswersToThePartnership()
    {
        await AssertOneEachAsync(
            new ExtensionRequested(Guid.NewGuid(), 1, Now, Lead, Given.Extension(ExtensionState.Requested)),
            "More time asked for: Melton, Community safety fund 2025/26",
            Officer
        );
        var granted = await AssertOneEachAsync(
            new ExtensionGranted(Guid.NewGuid(), 2, Now, Officer, Given.Extension(ExtensionState.Granted)),
            "More time: Melton can bid for Community safety fund 2025/26 until Friday 7 March 2025",
            Editor,
            Lead
        );
        Assert.Contains("until 11:59:59pm on Friday 7 March 2025", granted.Text);
        await AssertOneEachAsync(
            new ExtensionRefused(Guid.NewGuid(), 2, Now, Officer, Given.Extension(ExtensionState.Refused)),
            "No more time: Melton, Community safety fund 2025/26",
            Editor,
            Lead
        );
    }

    [Fact]
    public async Task ExtensionEnded_NobodyIsTold() =>
        await AssertNobodyAsync(new ExtensionEnded(Id, 3, Now, Person.Platform, Given.Extension(ExtensionState.Ended)));

    [Fact]
    public async Task SentBack_SaysWhichSectionsWhyAndByWhen()
    {
        var letter = await AssertOneEachAsync(
            new BidSentBack(Id, 8, Now, Officer, Given.SentBack()),
            "Sent back: change bid CSP2025-MEL-03 from Melton by Friday 14 February 2025",
            Editor,
            Lead
        );

        Assert.Contains("\n- Risks: Say who watches them.\n", letter.Text);
        Assert.Contains("submit the bid again by 11:59:59pm on Friday 14 February 2025\n", letter.Text);
    }

    // Whichever becomes known first: nobody is asked to change what has come in again.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SentBackAndSubmittedAgain_BeforeTheLetterWent_ItIsNotSent(bool submissionFirst)
    {
        IEvent[] events =
        [
            new BidSentBack(Id, 8, Now, Officer, Given.SentBack()),
            new BidSubmitted(Id, 10, Now, Lead, Given.Bid(BidState.Submitted)),
        ];
        foreach (var happened in submissionFirst ? events.Reverse() : events)
            await Service.DeliverAsync(happened);

        while (await Service.SweepAsync<DeliverLetters>() > 0) { }

        Assert.Equal(
            [("Received", LetterState.Sent), ("Sent back", LetterState.Withdrawn), ("Sent back", LetterState.Withdrawn)],
            (await Service.LettersAsync()).Select(l => (l.Subject.Split(':')[0], l.State)).Order()
        );
    }

    [Fact]
    public async Task SentBack_Twice_TheyAreAskedTwice()
    {
        await Service.DeliverAsync(new BidSentBack(Id, 8, Now, Officer, Given.SentBack()));
        await Service.DeliverAsync(new BidSentBack(Id, 11, Now, Officer, Given.SentBack()));
        Assert.Equal(4, (await Service.LettersAsync()).Count);
    }

    [Fact]
    public async Task Restored_ThePartnershipAndTheOfficersAreTold() =>
        await AssertOneEachAsync(
            new BidRestored(Id, 9, Now, Person.Platform, Given.Bid(BidState.Submitted)),
            "Stands as it was submitted: bid CSP2025-MEL-03 from Melton",
            Editor,
            Lead,
            Officer
        );

    [Fact]
    public async Task Withdrawn_LeadsAndOfficersAreToldWhy_WithoutATitleThatWasNotSubmitted()
    {
        var letter = await AssertOneEachAsync(
            new BidWithdrawn(Id, 9, Now, Lead, Given.Bid(BidState.Withdrawn), "We lost our partner."),
            "Withdrawn: bid CSP2025-MEL-03 from Melton",
            Lead,
            Officer
        );
        Assert.Contains("Jo Lead withdrew the bid CSP2025-MEL-03.", letter.Text);
        Assert.Contains("\n- We lost our partner.\n", letter.Text);
    }

    [Fact]
    public async Task Decided_NotSupportedAndDeferredAreTold_SupportedIsAGrant()
    {
        await AssertNobodyAsync(
            new BidDecided(Guid.NewGuid(), 9, Now, Commissioner, Given.Bid(BidState.Decided), "EXE005-25", Decision.Supported)
        );
        var letter = await AssertOneEachAsync(
            new BidDecided(Guid.NewGuid(), 9, Now, Commissioner, Given.Bid(BidState.Decided), "EXE005-25", Decision.NotSupported),
            "Not supported: bid CSP2025-MEL-03 from Melton",
            Editor,
            Lead
        );
        Assert.Contains("The decision is EXE005-25.", letter.Text);
        await AssertOneEachAsync(
            new BidDecided(Guid.NewGuid(), 9, Now, Commissioner, Given.Bid(BidState.Submitted), "EXE005-25", Decision.Deferred),
            "Decided later: bid CSP2025-MEL-03 from Melton",
            Lead
        );
    }

    [Fact]
    public async Task WithdrawnDecidedOrGranted_EverybodyWhoWorkedOnItIsTold_Once()
    {
        var moved = Given.Somebody("Ola Moved");
        await Service.DeliverAsync(Given.Contact(moved, Given.Rutland, Roles.PartnerEditor));
        Guid[] worked = [Editor.UserId, Lead.UserId, moved.UserId, Guid.NewGuid()];
        var bid = Given.Bid(BidState.Withdrawn) with { WorkedOnBy = worked };

        await AssertOneEachAsync(
            new BidWithdrawn(Guid.NewGuid(), 9, Now, Lead, bid, ""),
            "Withdrawn: bid CSP2025-MEL-03 from Melton",
            Editor,
            Lead,
            Officer
        );
        await AssertOneEachAsync(
            new BidDecided(Guid.NewGuid(), 9, Now, Commissioner, bid, "EXE005-25", Decision.Deferred),
            "Decided later: bid CSP2025-MEL-03 from Melton",
            Editor,
            Lead
        );
        await AssertOneEachAsync(Given.Grant() with { WorkedOnBy = worked }, "Granted: £16,875 to Melton for Safer streets", Editor, Lead);
    }

    [Fact]
    public async Task HandedOver_TheLeadIsAsked_AndTheEditorsAreToldWhyNot()
    {
        var bid = Given.Bid(BidState.Draft) with { WorkedOnBy = [Editor.UserId, Lead.UserId] };
        var letter = await AssertOneEachAsync(
            new BidReady(Guid.NewGuid(), 9, Now, Editor, bid),
            "To submit: bid CSP2025-MEL-03 from Melton",
            Lead
        );
        // The office reads every letter, but no draft.
        Assert.DoesNotContain("Safer streets", letter.Text, StringComparison.Ordinal);
        await AssertOneEachAsync(
            new BidDeclined(Guid.NewGuid(), 9, Now, Lead, bid, "Say more"),
            "Given back: bid CSP2025-MEL-03 from Melton",
            Editor
        );
    }

    [Fact]
    public async Task HandedOver_ThenTakenBack_TheLeadIsNotAsked()
    {
        var id = Guid.NewGuid();
        await Service.DeliverAsync(new BidReady(id, 9, Now, Editor, Given.Bid(BidState.Draft)));
        await Service.DeliverAsync(new BidRecalled(id, 10, Now, Editor, Given.Bid(BidState.Draft)));
        while (await Service.SweepAsync<DeliverLetters>() > 0) { }
        Assert.Equal(LetterState.Withdrawn, Assert.Single(await Service.LettersAsync()).State);
    }

    [Fact]
    public async Task GrantVaried_SaysEachAmountAndTargetBeforeAndAfter()
    {
        var letter = await AssertOneEachAsync(Given.Varied(), "Changed: grant CSP2025-MEL-03 to Melton is now £16,875", Editor, Lead);

        Assert.Contains(
            """
            - Target hardening, 2025/26 revenue: £43,750 (was £93,750)
            - Campaign, 2025/26 capital: £0 (was £11,000)
            - Target hardening, homes: 130 (was 1,300)
            - Campaign, posters: no longer promised (was 40)
            - delivery ends on 30 June 2026

            """.ReplaceLineEndings("\n"),
            letter.Text
        );
    }

    [Fact]
    public async Task Variation_AheadThenCancelled_ThePartnershipIsTold()
    {
        var varied = Given.Varied();
        var ahead = await AssertOneEachAsync(
            new GrantVariationAgreed(Guid.NewGuid(), 3, Now, Officer, varied.Details, varied.Variation),
            "From 1 June 2025: grant CSP2025-MEL-03 to Melton changes",
            Editor,
            Lead
        );
        Assert.Contains("- Target hardening, 2025/26 revenue: £43,750 (was £93,750)\n", ahead.Text);
        var cancelled = await AssertOneEachAsync(
            new GrantVariationCancelled(Guid.NewGuid(), 4, Now, Officer, varied.Details, varied.Variation, "No budget", true),
            "Not going ahead: variation 1 of grant CSP2025-MEL-03 to Melton",
            Editor,
            Lead
        );
        Assert.Contains("The reason: No budget\n", cancelled.Text);
    }

    [Fact]
    public async Task GrantAccepted_OfficersAreTold() =>
        await AssertOneEachAsync(Given.Accepted(), "Accepted: the agreement for grant CSP2025-MEL-03 to Melton", Officer);
}
