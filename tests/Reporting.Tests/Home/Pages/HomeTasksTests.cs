using AngleSharp.Dom;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Home.Pages;

/// <summary>What the home page says there is to do with bids, grants, assessments and decision records.</summary>
public sealed class HomeTasksTests(RunningService<ReportingService> service)
{
    private readonly Guid round = Guid.NewGuid();

    private static string Banner(IDocument page) => page.Text(".govuk-notification-banner__heading");

    [Fact]
    public async Task Partner_DraftSentBackAndReturn_TheBannerIsTheEarliestOfThem()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Round(round));
        await service.DeliverAsync(new BidStarted(Guid.NewGuid(), 1, Now, Ann, Bid(round, BidState.Draft)));
        var page = await service.Partner().GetPageAsync("/");
        Assert.Equal("Your bid CSP2025-MEL-01 must be submitted by 11:59:59pm on Friday 28 February 2025. Go to the bid", Banner(page));
        Assert.Equal("Important", page.Text(".govuk-notification-banner__title"));
        Assert.Contains("Closes at 11:59:59pm on Friday 28 February 2025. 16 days left.", page.Texts("p"));

        // Of another round, which has closed.
        await service.DeliverAsync(
            new BidSentBack(
                Guid.NewGuid(),
                5,
                Now,
                Ann,
                Bid(Guid.NewGuid(), BidState.SentBack, "Bright lanes") with
                {
                    Reference = "CSP2024-MEL-07",
                    AnswerBy = new(2025, 2, 15, 0, 0, 0, TimeSpan.Zero),
                }
            )
        );
        page = await service.Partner().GetPageAsync("/");
        Assert.Equal(
            "Your bid CSP2024-MEL-07 was sent back. Change it by 11:59:59pm on Friday 14 February 2025. Change the bid",
            Banner(page)
        );
        Assert.Equal(
            ["CSP2024-MEL-07 Bright lanesSent back Change it by 11:59:59pm on Friday 14 February 2025."],
            page.Texts(".govuk-list--spaced li")
        );
        Assert.Equal("What you need to do", page.Text("h1"));

        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(Guid.NewGuid(), ReturnState.Open)));
        page = await service.Partner().GetPageAsync("/");
        Assert.Equal("Overdue", Assert.Single(page.Texts(".govuk-notification-banner__title")));
        Assert.Empty((await service.Partner("RUT").GetPageAsync("/")).Texts(".govuk-list--spaced li"));
    }

    [Fact]
    public async Task Partner_BidIsHandedOver_TheLeadIsAskedAndTheEditorIsNot()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Round(round));
        var bid = Bid(round, BidState.Draft) with { ReadyAt = Now };
        await service.DeliverAsync(new BidReady(Guid.NewGuid(), 9, Now, Ann, bid));
        var lead = service.As(Ann, Partnership.Get("MEL"), Roles.PartnerLead);
        Assert.Equal(
            "Bid CSP2025-MEL-01 was handed over to you. Submit it by 11:59:59pm on Friday 28 February 2025. Check and submit it",
            Banner(await lead.GetPageAsync("/"))
        );
        var editor = await service.Partner().GetPageAsync("/");
        Assert.Null(editor.QuerySelector(".govuk-notification-banner"));
        Assert.Contains("handed over to the lead, ready to submit", editor.Text("main"));
    }

    [Fact]
    public async Task Partnership_ATitleThatIsBeingChanged_IsShownToItAlone()
    {
        await service.NothingAsync();
        var bid = Bid(round, BidState.SentBack, "Not submitted yet") with { AnswerBy = Now.AddDays(3) };
        await service.DeliverAsync(new BidSaved(Guid.NewGuid(), 6, Now, Ann, bid, "project"));
        Assert.Contains("CSP2025-MEL-01 Not submitted yet", await LinksAsync(service.Partner()));
        foreach (var reader in new[] { service.Officer(), service.Board() })
            Assert.Contains("CSP2025-MEL-01", await LinksAsync(reader));

        static async Task<IReadOnlyList<string>> LinksAsync(Visitor reader) =>
            (await reader.GetPageAsync("/partnerships/MEL")).Texts("main li a");
    }

    [Fact]
    public async Task Partner_SentBackAndNotChangedInTime_IsNotAskedAnyMore()
    {
        await service.NothingAsync();
        await service.DeliverAsync(new BidSentBack(Guid.NewGuid(), 5, Now, Ann, Bid(round, BidState.SentBack) with { AnswerBy = Now }));
        var page = await service.Partner().GetPageAsync("/");
        Assert.Null(page.QuerySelector(".govuk-notification-banner"));
        Assert.StartsWith("There is nothing to do now.", page.Text("main h1 + p"));
    }

    [Fact]
    public async Task Finance_AVariationWaits_IsListedUntilItIsApprovedAndNeverForWhoeverAsked()
    {
        await service.NothingAsync();
        var varied = Varied(Guid.NewGuid());
        var waits = varied.Details with { Waiting = varied.Variation with { Number = 2 } };
        await service.DeliverAsync(new GrantVariationAsked(varied.Id, 4, Now, Ann, waits, waits.Waiting!));
        var finance = service.As(new(Guid.NewGuid(), "Kira Hughes"), null, Roles.Finance);
        Assert.Contains("Variation 2 of SS5-MEL-01, Melton", (await finance.GetPageAsync("/")).Texts("main li a"));
        var asker = service.As(Ann, null, Roles.Finance);
        Assert.DoesNotContain("Variation 2 of SS5-MEL-01, Melton", (await asker.GetPageAsync("/")).Texts("main li a"));
        await service.DeliverAsync(varied with { Version = 5 });
        Assert.DoesNotContain("Variation 2 of SS5-MEL-01, Melton", (await finance.GetPageAsync("/")).Texts("main li a"));
    }

    [Fact]
    public async Task Partner_GrantNotAccepted_LeadIsAskedTo_UntilItIs()
    {
        await service.NothingAsync();
        var id = Guid.NewGuid();
        await service.DeliverAsync(Grant(id));
        var lead = service.As(Ann, Partnership.Get("MEL"), Roles.PartnerLead);
        var page = await lead.GetPageAsync("/");
        Assert.Contains("Read each agreement, and accept it.", page.Texts("p"));
        Assert.NotNull(page.QuerySelector("a[href='/grants/SS5-MEL-01/agreement']"));
        Assert.Contains("Your lead reads each agreement, and accepts it.", (await service.Partner().GetPageAsync("/")).Texts("p"));

        await service.DeliverAsync(new GrantAccepted(id, 2, Now, Ann, Grant(id).Details with { AcceptedAt = Now }));
        Assert.Null((await lead.GetPageAsync("/")).QuerySelector("a[href$='/agreement']"));
    }

    [Theory]
    [InlineData(
        ExtensionState.Requested,
        "You asked for more time. We write to you when the office has answered.",
        "11:59:59pm on Friday 28 February 2025. 16 days left."
    )]
    [InlineData(
        ExtensionState.Refused,
        "The office has not agreed to more time: It is too late.",
        "11:59:59pm on Friday 28 February 2025. 16 days left."
    )]
    [InlineData(ExtensionState.Granted, "You were given more time: closes for you at", "11:59:59pm on Friday 7 March 2025. 23 days left.")]
    public async Task Partner_AskedForMoreTime_SeesTheAnswer(ExtensionState state, string says, string deadline)
    {
        await service.NothingAsync();
        await service.DeliverAsync(Round(round));
        await service.DeliverAsync(new ExtensionGranted(Guid.NewGuid(), 2, Now, Ann, Extension(round, state)));
        var main = (await service.Partner().GetPageAsync("/")).Text("main");
        Assert.Contains(says, main);
        Assert.Contains(deadline, main);
        Assert.DoesNotContain(says, (await service.Partner("RUT").GetPageAsync("/")).Text("main"));
    }

    [Fact]
    public async Task Partner_ClosedForOthersOpenForThem_IsStillListed()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Round(round));
        await service.DeliverAsync(new ExtensionGranted(Guid.NewGuid(), 2, Now, Ann, Extension(round, ExtensionState.Granted)));
        service.Clock.Now = new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero);
        Assert.Contains("Community safety fund 2025/26", (await service.Partner().GetPageAsync("/")).Texts("h3"));
        Assert.Empty((await service.Partner("RUT").GetPageAsync("/")).Texts("h3"));
    }

    [Fact]
    public async Task Round_UnpublishedOrForOthers_IsNotListed()
    {
        await service.NothingAsync();
        var open = Round(round);
        await service.DeliverAsync(new RoundDrafted(round, 1, Now, Ann, open.Details with { Published = false }));
        foreach (var visitor in new[] { service.Partner(), service.AsNobody(), service.Officer() })
            Assert.DoesNotContain("Community safety fund 2025/26", (await visitor.GetPageAsync("/")).Text("main"));
        await service.DeliverAsync(open with { Version = 2, Details = open.Details with { Invited = [Partnership.Get("RUT")] } });
        Assert.DoesNotContain("Community safety fund 2025/26", (await service.Partner().GetPageAsync("/")).Text("main"));
        Assert.Contains("Community safety fund 2025/26", (await service.Partner("RUT").GetPageAsync("/")).Text("main"));
    }

    [Fact]
    public async Task Officer_SeesCountsRequestsAndWhomRecordsWaitFor()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Round(round));
        await service.DeliverAsync(new BidStarted(Guid.NewGuid(), 1, Now, Ann, Bid(round, BidState.Draft, "A secret")));
        await service.DeliverAsync(new BidSubmitted(Guid.NewGuid(), 3, Now, Ann, Bid(round, BidState.Submitted)));
        await service.DeliverAsync(new BidAssigned(Guid.NewGuid(), 4, Now, Ann, Bid(round, BidState.UnderAssessment)));
        await service.DeliverAsync(new ExtensionRequested(Guid.NewGuid(), 1, Now, Ann, Extension(round, ExtensionState.Requested)));
        await service.DeliverAsync(new DecisionDrafted(Guid.NewGuid(), 2, Now, Ann, Record(DecisionStep.AwaitingApproval)));

        var page = await service.Officer().GetPageAsync("/");
        Assert.EndsWith("16 days left. 2 bids submitted, 1 draft.", page.Text(".govuk-inset-text"));
        Assert.Contains("1 partnership asks for more time:", page.Texts("p"));
        Assert.Equal("/rounds/CSP2025", page.QuerySelector(".govuk-list--bullet a")!.GetAttribute("href"));
        Assert.Contains("EXE005-25 Safer Streets 5Waits for the chief executive or chief finance officer.", page.Texts("li"));
        Assert.DoesNotContain("A secret", page.Text("main"));

        service.Clock.Now = new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero);
        Assert.EndsWith(
            "2 bids wait for a decision: 1 not yet given to assessors, 1 under assessment.",
            (await service.Officer().GetPageAsync("/")).Text(".govuk-inset-text")
        );
        Assert.Null((await service.Board().GetPageAsync("/")).QuerySelector(".govuk-inset-text"));
    }

    [Theory]
    [InlineData(Roles.Finance, DecisionStep.AwaitingApproval)]
    [InlineData(Roles.MonitoringOfficer, DecisionStep.AwaitingDetermination)]
    [InlineData(Roles.Commissioner, DecisionStep.AwaitingDecision)]
    public async Task Signatory_SeesWhatWaitsForThemAndNothingElse(string role, DecisionStep step)
    {
        await service.NothingAsync();
        var steps = Enum.GetValues<DecisionStep>();
        foreach (var each in steps)
            await service.DeliverAsync(new DecisionDrafted(Guid.NewGuid(), 2, Now, Ann, Record(each, $"EXE{(int)each:000}-25")));

        var page = await service.Office(role).GetPageAsync("/");
        Assert.Contains("1 decision record waits for you:", page.Texts("p"));
        Assert.Equal(
            $"/decisions/EXE{(int)step:000}-25",
            Assert.Single(page.QuerySelectorAll(".govuk-list--bullet a")).GetAttribute("href")
        );
    }

    [Fact]
    public async Task Signatory_SeesNoRecordThatTheyWroteSignedOrAssessed()
    {
        await service.NothingAsync();
        var (wrote, all) = (Record(DecisionStep.AwaitingApproval, "EXE091-25"), Enum.GetValues<DecisionStep>()[1..4]);
        var signed = new SignOff(Ann, Roles.Finance, "Chief Executive", Now);
        await service.DeliverAsync(new DecisionDrafted(Guid.NewGuid(), 2, Now, Ann, wrote with { Writers = [Ann.UserId] }));
        foreach (var step in all[1..])
            await service.DeliverAsync(
                new DecisionDrafted(Guid.NewGuid(), 2, Now, Ann, Record(step, $"EXE{(int)step:000}-25") with { Approval = signed })
            );
        var assessed = Record(DecisionStep.AwaitingDecision, "EXE092-25") with { Bids = ["CSP2025-HAR-01"] };
        await service.DeliverAsync(new PublicationDetermined(Guid.NewGuid(), 4, Now, Ann, assessed));
        await service.DeliverAsync(new AssessmentScored(Guid.NewGuid(), 3, Now, Ann, Assessment(AssessmentState.Complete, code: "HAR")));

        string[] signatories = [Roles.Finance, Roles.MonitoringOfficer, Roles.Commissioner];
        Assert.Empty((await service.As(Ann, null, signatories).GetPageAsync("/")).QuerySelectorAll(".govuk-list--bullet a"));
        var others = await service.As(new(Guid.NewGuid(), "Bo"), null, signatories).GetPageAsync("/");
        Assert.Contains("4 decision records wait for you:", others.Texts("p"));
    }

    [Fact]
    public async Task Assessor_SeesTheirAssessments_AndNothingOfABidWithAnInterest()
    {
        await service.NothingAsync();
        var other = new Person(Guid.NewGuid(), "Bo");
        await service.DeliverAsync(new AssessmentAssigned(Guid.NewGuid(), 1, Now, Ann, Assessment(AssessmentState.Assigned)));
        await service.DeliverAsync(new AssessmentScored(Guid.NewGuid(), 3, Now, Ann, Assessment(AssessmentState.Complete, code: "HAR")));
        await service.DeliverAsync(new AssessmentAssigned(Guid.NewGuid(), 1, Now, Ann, Assessment(AssessmentState.Assigned, other, "BLA")));
        await service.DeliverAsync(new InterestDeclared(Guid.NewGuid(), 2, Now, Ann, Assessment(AssessmentState.Conflicted, code: "RUT")));
        await service.DeliverAsync(new BidSubmitted(Guid.NewGuid(), 3, Now, Ann, Bid(round, BidState.Submitted, code: "RUT")));

        var page = await service.Office(Roles.Assessor).GetPageAsync("/");
        Assert.Contains("You have 1 assessment: CSP2025-MEL-01.", page.Texts("p"));
        Assert.DoesNotContain("RUT", page.Text("main"));
        Assert.Contains("RUT", (await service.As(other, null, Roles.Assessor).GetPageAsync("/")).Text("main"));
    }
}
