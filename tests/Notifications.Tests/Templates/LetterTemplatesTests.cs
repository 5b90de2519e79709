using System.Net.Mail;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Templates;

[Rule]
public sealed class LetterTemplatesTests
{
    private const string Frame = "Subject\n\n{{to}} {{link}} {{contactName}} {{contactEmail}}";

    private static readonly Office Office = new(
        new("https://csp.example"),
        new MailAddress("alex@csp.example", "Alex"),
        new MailAddress("fund@csp.example")
    );

    private static readonly LetterTemplates All = new();

    private static ReturnFields Fields(string title) => new(Office, "Sam & Co", Given.Return(title: title));

    private static ReturnStepFields Step() => new(Office, "Sam", Given.Return() with { SentBack = [new("rating", "Say why.")] }, Given.Sam);

    private static ReturnAnswerFields Answer() => new(Office, "Sam", Given.Return(), Given.Sam, "It is late.");

    private static ReworkFields Back() => new(Office, "Sam", Given.Return());

    private static RemindersFields Reminders(string template, params IReadOnlyList<string> quarters)
    {
        var to = KnownContact.From(Given.Contact(Given.Sam, Given.Melton));
        Letter About(string quarter) =>
            Letter.Write(
                new(Guid.NewGuid(), 1, "rung +1", Given.Melton, []) { Reference = $"SS5-MEL-01/{quarter}" },
                to,
                Render("return-overdue"),
                default
            );
        return new(Office, "Sam", new(template, "return", "/"), Given.Melton, [.. quarters.Select(About)]);
    }

    public static TheoryData<string> Names => [.. typeof(LetterTemplates).Assembly.GetManifestResourceNames()];

    private static Draft Render(string name) =>
        name switch
        {
            "return-opened" => All.ReturnOpened.Render(Fields("Locks")),
            "return-due-soon" => All.ReturnDueSoon.Render(Fields("Locks")),
            "return-due-today" => All.ReturnDueToday.Render(Fields("Locks")),
            "return-overdue" => All.ReturnOverdue.Render(Fields("Locks")),
            "return-submitted" => All.ReturnSubmitted.Render(new(Office, "Sam", Given.Return(), Given.Sam, NotificationsHost.Start)),
            "return-to-certify" => All.ReturnToCertify.Render(Step()),
            "return-declined" => All.ReturnDeclined.Render(Step()),
            "return-sent-back" => All.ReturnSentBack.Render(Back()),
            "return-back-soon" => All.ReturnBackSoon.Render(Back()),
            "return-back-today" => All.ReturnBackToday.Render(Back()),
            "return-back-late" => All.ReturnBackLate.Render(Back()),
            "return-back-extended" => All.ReturnBackExtended.Render(new(Office, "Sam", Given.Return(), "It is late.")),
            "return-accepted-after-all" => All.ReturnAcceptedAfterAll.Render(Step()),
            "return-accepted" => All.ReturnAccepted.Render(Step()),
            "return-extended" => All.ReturnExtended.Render(Answer()),
            "return-not-required" => All.ReturnNotRequired.Render(Answer()),
            "bid-ready" => All.BidReady.Render(new(Office, "Sam", Given.Bid(BidState.Draft), Given.Sam)),
            "bid-declined" => All.BidDeclined.Render(new(Office, "Sam", Given.Bid(BidState.Draft), Given.Sam)),
            "bid-submitted" => All.BidSubmitted.Render(
                new(Office, "Sam", Given.Bid(BidState.Submitted), Given.Sam, NotificationsHost.Start)
            ),
            "round-opened" => All.RoundOpened.Render(new(Office, "Sam", Given.Round(), NotificationsHost.Start)),
            "round-reminded" => All.RoundReminded.Render(
                new(Office, "Sam", Given.Round(), Given.Standing(Given.Melton), NotificationsHost.Start)
            ),
            "round-closed" => All.RoundClosed.Render(
                new(Office, "Sam", Given.Round(), [Given.Standing(Given.Melton)], NotificationsHost.Start)
            ),
            "round-deadline-moved" => All.RoundDeadlineMoved.Render(new(Office, "Sam", Given.Round(), NotificationsHost.Start, "Snow.")),
            "extension-requested" => All.ExtensionRequested.Render(
                new(Office, "Sam", Given.Extension(ExtensionState.Requested), "/rounds/CSP2025")
            ),
            "extension-granted" => All.ExtensionGranted.Render(
                new(Office, "Sam", Given.Extension(ExtensionState.Granted), "/rounds/CSP2025")
            ),
            "extension-refused" => All.ExtensionRefused.Render(
                new(Office, "Sam", Given.Extension(ExtensionState.Refused), "/rounds/CSP2025")
            ),
            "bid-sent-back" => All.BidSentBack.Render(new(Office, "Sam", Given.SentBack())),
            "bid-restored" => All.BidRestored.Render(new(Office, "Sam", Given.Bid(BidState.Submitted))),
            "bid-withdrawn" => All.BidWithdrawn.Render(new(Office, "Sam", Given.Bid(BidState.Withdrawn), Given.Sam, "")),
            "bid-not-supported" => All.BidNotSupported.Render(new(Office, "Sam", Given.Bid(BidState.Decided), "EXE005-25")),
            "bid-deferred" => All.BidDeferred.Render(new(Office, "Sam", Given.Bid(BidState.Submitted), "EXE005-25")),
            "assessment-assigned" => All.AssessmentAssigned.Render(new(Office, "Sam", Given.Assessment(Given.Sam), "/assessments")),
            "assessment-cancelled" => All.AssessmentCancelled.Render(new(Office, "Sam", Given.Assessment(Given.Sam), "/assessments")),
            "interest-declared" => All.InterestDeclared.Render(
                new(Office, "Sam", Given.Assessment(Given.Sam, "My sister works there"), "/bids/CSP2025-MEL-03")
            ),
            "decision-waiting" => All.DecisionWaiting.Render(
                new(Office, "Sam", Given.Record(DecisionStep.AwaitingApproval), "To approve", "approve it")
            ),
            "decision-recorded" => All.DecisionRecorded.Render(new(Office, "Sam", Given.Record(DecisionStep.Decided))),
            "grant-varied" => All.GrantVaried.Render(new(Office, "Sam", Given.Varied().Details, Given.Varied().Variation)),
            "variation-waiting" => All.VariationWaiting.Render(
                new(Office, "Sam", Given.Varied().Details, Given.Varied().Variation, "Alex")
            ),
            "variation-ahead" => All.VariationAhead.Render(new(Office, "Sam", Given.Varied().Details, Given.Varied().Variation)),
            "variation-cancelled" => All.VariationCancelled.Render(
                new(Office, "Sam", Given.Varied().Details, Given.Varied().Variation, "Alex", "No budget")
            ),
            "grant-accepted" => All.GrantAccepted.Render(new(Office, "Sam", Given.Accepted().Details)),
            "bid-lapsed" => All.BidLapsed.Render(new(Office, "Sam", Given.Bid(BidState.Lapsed))),
            "grant-made" => All.GrantMade.Render(new(Office, "Sam", Given.Grant().Details)),
            "recipient-missing" => All.RecipientMissing.Render(new(Office, "Sam", Given.Melton, [Roles.PartnerLead], null, "Overdue", [])),
            "letter-failed" => All.LetterFailed.Render(new(Office, "Sam", Given.Melton, Guid.NewGuid(), "Jo", "Overdue", "no such user")),
            "view-reported" => All.ViewReported.Render(new(Office, "Sam", Given.ViewReported(Given.Sam))),
            "return-late-warning" => All.ReturnLateWarning.Render(
                new(Office, "Sam", Given.Return(), new(2025, 2, 14), new(2025, 2, 28), "Mo Chair (chair)", "you chair it")
            ),
            "return-payment-held" => All.ReturnPaymentHeld.Render(
                new(Office, "Sam", Given.Return(), new(2025, 2, 14), new(2025, 2, 28), "Mo Chair (chair)", "you chair it")
            ),
            "return-still-held" => All.ReturnStillHeld.Render(
                new(Office, "Sam", Given.Return(), new(2025, 2, 14), new(2025, 2, 28), "Mo Chair (chair)", "you chair it")
            ),
            "return-chair-told" => All.ReturnChairTold.Render(
                new(Office, "Sam", Given.Return(), new(2025, 2, 14), new(2025, 2, 28), "Mo Chair (chair)", "you chair it")
            ),
            "return-chair-held" => All.ReturnChairHeld.Render(
                new(Office, "Sam", Given.Return(), new(2025, 2, 14), new(2025, 2, 28), "Mo Chair (chair)", "you chair it")
            ),
            "returns-opened" => All.ReturnsOpened.Render(new(Office, "Sam", new("returns-opened", "return", "/"), ["Overdue: x"])),
            "returns-to-certify" => All.ReturnsToCertify.Render(
                new(Office, "Sam", new("returns-to-certify", "return", "/"), ["Overdue: x"])
            ),
            "returns-chased" => All.ReturnsChased.Render(Reminders("returns-chased", "2024-25-q3")),
            "returns-told" => All.ReturnsTold.Render(Reminders("returns-told", "2024-25-q3")),
            "assessments-assigned" => All.AssessmentsAssigned.Render(
                new(Office, "Sam", new("assessments-assigned", "return", "/"), ["Overdue: x"])
            ),
            "assessments-cancelled" => All.AssessmentsCancelled.Render(
                new(Office, "Sam", new("assessments-cancelled", "return", "/"), ["Overdue: x"])
            ),
            "account-invited" => All.AccountInvited.Render(Link),
            "password-reset" => All.PasswordReset.Render(Link),
            "address-new" => All.AddressNew.Render(Link),
            "address-left" => All.AddressLeft.Render(Link),
            "account-changed" => All.AccountChanged.Render(Changed),
            "account-changed-told" => All.AccountChangedTold.Render(Changed),
            "daily-digest" => All.DailyDigest.Render(new(Office, "Sam", new(2025, 2, 3), ["Overdue: x"])),
            _ => throw new ArgumentException($"Add {name} here, and to LetterTemplates."),
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void Render_EveryTemplate_LeavesNoGapAndSaysTheSameTwice(string name)
    {
        var draft = Render(name);

        foreach (var text in new[] { draft.Subject, draft.Text, draft.Html })
            Assert.DoesNotMatch("[{}]|  |null", text);
        Assert.DoesNotContain('\n', draft.Subject);
        Assert.Contains("https://csp.example/", draft.Text);
        Assert.EndsWith("alex@csp.example\n", draft.Text);
        var html = new HtmlParser(new() { IsStrictMode = true }).ParseDocument(draft.Html);
        // In plain text a row of a table is a line that names its columns.
        if (html.QuerySelector("table") is null)
            Assert.Equal(Bare(draft.Text), Bare(html.Text("body")));
        Assert.Empty(html.Body!.QuerySelectorAll(":not(p, ul, li, a, table, table *)"));
        Assert.Equal(draft.Subject, html.Title);
        Assert.Equal("en-GB", html.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("quarter 2 of 2025 to 2026", "2025-26-q2", "2025-26-q2")]
    [InlineData("quarter 2 and quarter 3 of 2025 to 2026", "2025-26-q3", "2025-26-q2")]
    [InlineData("quarter 1, quarter 2 and quarter 3 of 2025 to 2026", "2025-26-q1", "2025-26-q2", "2025-26-q3")]
    [InlineData("quarter 2 of 2024 to 2025, and quarter 2 of 2025 to 2026", "2025-26-q2", "2024-25-q2")]
    public void Render_RemindersOfSeveralQuarters_SubjectNamesEachWithItsYear(string said, params string[] quarters)
    {
        Assert.Equal($"{quarters.Length} returns late: {said}, Melton", All.ReturnsChased.Render(Reminders("", quarters)).Subject);
        Assert.Equal(
            $"For information: {quarters.Length} returns late, {said}, Melton",
            All.ReturnsTold.Render(Reminders("", quarters)).Subject
        );
    }

    [Fact]
    public void Render_WhatPeopleTyped_IsTextAndStaysOnItsLine()
    {
        var draft = All.ReturnOverdue.Render(Fields("<b>Locks</b>\n\n- {{to}} https://evil.example"));

        Assert.Contains("for <b>Locks</b> - {{to}} https://evil.example, grant", draft.Text);
        Assert.Contains("for &lt;b&gt;Locks&lt;/b&gt; - {{to}} https://evil.example, grant", draft.Html);
        Assert.DoesNotContain("href=\"https://evil", draft.Html);
        Assert.Contains("Dear Sam &amp; Co,", draft.Html);
    }

    [Fact]
    public void Read_UnknownField_SaysWhich() =>
        Assert.Equal(
            "The template x has a field colour; ReturnFields has none.",
            Assert.Throws<InvalidOperationException>(() => new LetterTemplate<ReturnFields>("x", Frame + " {{colour}}")).Message
        );

    [Theory]
    [InlineData("{{to}}", "to")]
    [InlineData("{{link}}", "link")]
    [InlineData("{{contactEmail}}", "contactEmail")]
    public void Read_FieldOfEveryLetterMissing_SaysWhich(string gap, string field) =>
        Assert.Equal(
            $"The template x lacks the field {field}, which every letter has.",
            Assert.Throws<InvalidOperationException>(() => new LetterTemplate<ReturnFields>("x", Frame.Replace(gap, ""))).Message
        );

    private static string Bare(string text) => Regex.Replace(text.Replace("\n- ", "\n"), @"\s+", " ").Trim();

    private static Contact Account => new("Sam", "sam@melton.example", Given.Melton, [Roles.PartnerEditor], true);

    private static LinkFields Link =>
        new(
            Office,
            "Sam",
            "/account/accept-invitation?code=" + SealedCode.Place,
            Given.Sam,
            new(LinkPurpose.Invitation, Account, "", NotificationsHost.Start)
        );

    private static AccountChangedFields Changed =>
        new(Office, "Sam", new(Given.Sam.UserId, 2, NotificationsHost.Start, Given.Sam, Account) { Changes = ["The account was made"] });
}
