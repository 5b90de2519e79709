using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

/// <summary>Assessments and decision records: letters within the commissioner's office.</summary>
public sealed class OfficeLettersTests(NotificationsHost host) : ContactsTest(host)
{
    private static readonly Guid Id = Guid.NewGuid();
    private static DateTimeOffset Now => NotificationsHost.Start;

    [Fact]
    public async Task Assigned_OnlyThatAssessorIsTold()
    {
        var letter = await AssertOneEachAsync(
            new AssessmentAssigned(Id, 1, Now, Officer, Given.Assessment(Assessor)),
            "To assess: bid CSP2025-MEL-03",
            Assessor
        );
        Assert.Null(letter.Partnership);
    }

    [Fact]
    public async Task Assigned_TheirAccountIsNotActive_OfficersAreToldWhose()
    {
        await Service.DeliverAsync(new AssessmentAssigned(Id, 1, Now, Officer, Given.Assessment(Given.Somebody("Al Gone"))));

        Assert.Contains("\"partnership\":null", Assert.Single(await Service.EventsAsync(nameof(RecipientMissing))).Json);
        var letter = Assert.Single(await Service.LettersAsync());
        Assert.Equal(
            (Officer.Name, "Nobody to write to at the commissioner’s office: “To assess: bid CSP2025-MEL-03”"),
            (letter.ToName, letter.Subject)
        );
        Assert.Contains("to the commissioner’s office: Al Gone has no active account.", letter.Text);
        Assert.Contains("Commissioner’s office", (await Service.Officer.GetPageAsync("/notifications/alerts")).Texts("tbody td"));
    }

    [Fact]
    public async Task Cancelled_TheAssessorIsTold_AndNotAskedAnyMore()
    {
        await Service.DeliverAsync(new AssessmentCancelled(Id, 2, Now, Officer, Given.Assessment(Assessor)));
        await Service.DeliverAsync(new AssessmentAssigned(Id, 1, Now, Officer, Given.Assessment(Assessor)));
        Service.Clock.Now += TimeSpan.FromMinutes(1);
        while (await Service.SweepAsync<DeliverLetters>() > 0) { }

        Assert.Equal(
            [("No longer to assess: bid CSP2025-MEL-03", LetterState.Sent), ("To assess: bid CSP2025-MEL-03", LetterState.Withdrawn)],
            (await Service.LettersAsync()).Select(l => (l.Subject, l.State))
        );
    }

    [Fact]
    public async Task Interest_OfficersAreTold_NoInterestIsNoNews()
    {
        await AssertNobodyAsync(
            new InterestDeclared(Guid.NewGuid(), 2, Now, Assessor, Given.Assessment(Assessor) with { State = AssessmentState.Scoring })
        );
        var letter = await AssertOneEachAsync(
            new InterestDeclared(Id, 2, Now, Assessor, Given.Assessment(Assessor, "My sister works there")),
            "Interest declared: Pat Assessor, bid CSP2025-MEL-03",
            Officer
        );
        Assert.Contains("\n- My sister works there\n", letter.Text);
    }

    [Fact]
    public async Task Record_FromStepToStep_WhoeverSignsNextIsWrittenTo()
    {
        await AssertNobodyAsync(new DecisionDrafted(Guid.NewGuid(), 1, Now, Officer, Given.Record(DecisionStep.Draft)));
        await AssertOneEachAsync(
            new DecisionDrafted(Guid.NewGuid(), 2, Now, Officer, Given.Record(DecisionStep.AwaitingApproval)),
            "To approve: decision record EXE005-25, Safer Streets 5 Interventions",
            Finance
        );
        await AssertOneEachAsync(
            new DecisionApproved(Guid.NewGuid(), 3, Now, Finance, Given.Record(DecisionStep.AwaitingDetermination)),
            "To determine: decision record EXE005-25, Safer Streets 5 Interventions",
            Monitoring
        );
        await AssertOneEachAsync(
            new PublicationDetermined(Guid.NewGuid(), 4, Now, Monitoring, Given.Record(DecisionStep.AwaitingDecision)),
            "To decide: decision record EXE005-25, Safer Streets 5 Interventions",
            Commissioner
        );
        await AssertOneEachAsync(
            new DecisionRecorded(Guid.NewGuid(), 5, Now, Commissioner, Given.Record(DecisionStep.Decided)),
            "Supported: decision record EXE005-25, Safer Streets 5 Interventions",
            Officer
        );
    }

    [Fact]
    public async Task Record_WhoeverWroteOrSignedIt_IsNotAskedToSignIt_AndTheOfficersHearWhereNobodyElseCan()
    {
        var other = Given.Somebody("Fay Finance");
        await Service.DeliverAsync(Given.Contact(other, null, Roles.Finance, Roles.MonitoringOfficer));
        var record = Given.Record(DecisionStep.AwaitingApproval) with { Writers = [Finance.UserId] };
        await AssertOneEachAsync(
            new DecisionDrafted(Guid.NewGuid(), 2, Now, Finance, record),
            "To approve: decision record EXE005-25, Safer Streets 5 Interventions",
            other
        );
        record = record with { Step = DecisionStep.AwaitingDetermination, Approval = new(other, Roles.Finance, "", Now) };
        await AssertOneEachAsync(
            new DecisionApproved(Guid.NewGuid(), 3, Now, other, record),
            "To determine: decision record EXE005-25, Safer Streets 5 Interventions",
            Monitoring
        );
        record = record with { Step = DecisionStep.AwaitingDecision, Writers = [Commissioner.UserId] };
        await Service.DeliverAsync(new PublicationDetermined(Guid.NewGuid(), 4, Now, Monitoring, record));
        Assert.Contains(
            await Service.LettersAsync(),
            l =>
                l.ToName == Officer.Name
                && l.Text.Contains(
                    "an active account as commissioner, other than people who wrote it, signed it or assess a bid that it covers",
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public async Task Record_ACommissionerWhoAssessesABidOfIt_IsNotAskedToSign()
    {
        var other = Given.Somebody("Deputy Commissioner");
        await Service.DeliverAsync(Given.Contact(other, null, Roles.Commissioner));
        await AssertOneEachAsync(
            new PublicationDetermined(
                Guid.NewGuid(),
                4,
                Now,
                Monitoring,
                Given.Record(DecisionStep.AwaitingDecision) with
                {
                    Assessors = [Commissioner.UserId],
                }
            ),
            "To decide: decision record EXE005-25, Safer Streets 5 Interventions",
            other
        );
    }

    [Fact]
    public async Task Variation_NobodyIsInFinance_NobodyIsSaidToBeLeftOut()
    {
        await Service.DeliverAsync(Given.Contact(Finance, null, Roles.Board) with { Version = 2 });
        var (details, variation) = (Given.Varied().Details, Given.Varied().Variation with { By = Officer });
        await Service.DeliverAsync(
            new GrantVariationAsked(Guid.NewGuid(), 3, Now, Officer, details with { Waiting = variation }, variation)
        );
        var letter = Assert.Single(await Service.LettersAsync());
        Assert.Equal(Officer.Name, letter.ToName);
        Assert.DoesNotContain("other than", letter.Text);
    }

    [Fact]
    public async Task Variation_MovesMoney_FinanceIsAskedAndWhoeverAskedIsToldWhyNot()
    {
        var (details, variation) = (Given.Varied().Details, Given.Varied().Variation with { By = Officer });
        await AssertOneEachAsync(
            new GrantVariationAsked(Guid.NewGuid(), 3, Now, Officer, details with { Waiting = variation }, variation),
            "To approve: money of grant CSP2025-MEL-03 to Melton moved to another year",
            Finance
        );
        await AssertOneEachAsync(
            new GrantVariationCancelled(Guid.NewGuid(), 4, Now, Finance, details, variation, "No budget", false),
            "Not going ahead: variation 1 of grant CSP2025-MEL-03 to Melton",
            Officer
        );
    }

    [Fact]
    public async Task Variation_ApprovedBeforeTheLetterWent_FinanceIsNotAsked()
    {
        var (details, variation) = (Given.Varied().Details, Given.Varied().Variation);
        await Service.DeliverAsync(new GrantVaried(Id, 4, Now, Finance, details, variation));
        await Service.DeliverAsync(new GrantVariationAsked(Id, 3, Now, Officer, details with { Waiting = variation }, variation));
        while (await Service.SweepAsync<DeliverLetters>() > 0) { }
        Assert.Equal(LetterState.Withdrawn, (await Service.LettersAsync()).Single(l => l.ToName == Finance.Name).State);
    }

    [Fact]
    public async Task Record_ApprovedBeforeTheLetterWent_FinanceIsNotAsked()
    {
        await Service.DeliverAsync(new DecisionApproved(Id, 3, Now, Finance, Given.Record(DecisionStep.AwaitingDetermination)));
        await Service.DeliverAsync(new DecisionDrafted(Id, 2, Now, Officer, Given.Record(DecisionStep.AwaitingApproval)));
        while (await Service.SweepAsync<DeliverLetters>() > 0) { }

        Assert.Equal(
            [(Monitoring.Name, LetterState.Sent), (Finance.Name, LetterState.Withdrawn)],
            (await Service.LettersAsync()).Select(l => (l.ToName, l.State))
        );
    }

    [Fact]
    public async Task Failed_LetterToOneOfTheOffice_OfficersAreTold()
    {
        await Service.DeliverAsync(
            Given.Contact(Finance, null, Roles.Finance) with
            {
                Version = 2,
                Details = new("Val Finance", "nowhere", null, [Roles.Finance], true),
            }
        );
        await Service.DeliverAsync(new DecisionDrafted(Id, 2, Now, Officer, Given.Record(DecisionStep.AwaitingApproval)));
        await Service.SweepAsync<DeliverLetters>();

        Assert.Contains(
            await Service.LettersAsync(),
            l =>
                l.ToName == Officer.Name
                && l.Subject
                    == "Not delivered to Val Finance at the commissioner’s office: “To approve: decision record EXE005-25, Safer Streets "
                        + "5 Interventions”"
        );
    }

    [Fact]
    public async Task View_GoesToWhoeverSavedIt_WithItsFigures_WhileTheyAreAnOfficer()
    {
        var letter = await AssertOneEachAsync(Given.ViewReported(Officer), "Who owes us: 1 return is overdue.", Officer);
        Assert.Contains("\n- Melton; working days overdue: 31\n", letter.Text);
        Assert.Contains("/reports/overdue?partnership=MEL", letter.Text);
        Assert.Contains("/reports/overdue.csv?partnership=MEL\n", letter.Text);
        Assert.Contains("""<th scope="col">Working days overdue</th></tr>""", letter.Html);
        Assert.Contains("<tr><td>Melton</td><td>31</td></tr>", letter.Html);
        await Service.SweepAsync<DeliverLetters>();
        var mail = MimeKit.MimeMessage.Load(
            Directory.GetFiles(Service.Letters, $"{letter.Id}.eml")[0],
            TestContext.Current.CancellationToken
        );
        var file = Assert.Single(mail.Attachments.OfType<MimeKit.MimePart>());
        Assert.Equal(("overdue-returns-2025-02-03.csv", "text/csv"), (file.FileName, file.ContentType.MimeType));
        using var content = new MemoryStream();
        file.Content!.DecodeTo(content, TestContext.Current.CancellationToken);
        Assert.Equal("\uFEFFPartnership,Working days overdue\r\nMelton,31\r\n", System.Text.Encoding.UTF8.GetString(content.ToArray()));
        Assert.Equal(letter.Text.Trim(), mail.TextBody!.ReplaceLineEndings("\n").Trim());
        var other = Given.ViewReported(Finance);
        await Service.DeliverAsync(other);
        Assert.DoesNotContain(await Service.LettersAsync(), l => l.AboutId == other.Id);
    }

    [Fact]
    public async Task View_OfSomebodyWhoIsNoOfficerAnyMore_IsNoMatterForTheOthers()
    {
        await Service.DeliverAsync(Given.ViewReported(Finance));
        Assert.Empty(await Service.LettersAsync());
        Assert.Empty(await Service.EventsAsync(nameof(RecipientMissing)));
    }

    [Fact]
    public async Task View_DeletedBeforeItsLetterGoes_IsNotSent()
    {
        var view = Given.ViewReported(Officer);
        await Service.DeliverAsync(view);
        await Service.DeliverAsync(new ViewDeleted(view.Id, view.Version + 1, view.At, Officer, view.Details));
        await Service.SweepAsync<DeliverLetters>();
        var letter = Assert.Single(await Service.LettersAsync());
        Assert.Equal((LetterState.Withdrawn, "its view was deleted"), (letter.State, letter.LastError));
    }

    [Fact]
    public async Task View_ToSomebodyWithADailyLetter_GoesByItselfWithItsFile()
    {
        await Service.As(Officer, null, Roles.Officer).PostAndFollowAsync("/notifications/preferences", ("Choice", "daily"));
        await Service.DeliverAsync(Given.ViewReported(Officer));
        await Service.SweepAsync<DeliverLetters>();
        Assert.Equal(LetterState.Sent, Assert.Single(await Service.LettersAsync()).State);
    }
}
