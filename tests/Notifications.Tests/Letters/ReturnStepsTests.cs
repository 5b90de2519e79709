using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

/// <summary>What happens to a return besides its submission: who is told, once each.</summary>
public sealed class ReturnStepsTests(NotificationsHost host) : ContactsTest(host)
{
    private static readonly Guid Id = Guid.NewGuid();
    private static DateTimeOffset Now => NotificationsHost.Start;
    private static ReturnDetails SentBack =>
        Given.Return() with
        {
            SentBack =
            [
                new("rating", "Say why it is red.") { Name = "Overall rating" },
                new($"{Guid.NewGuid()}", "£5 is missing.") { Name = "Target hardening" },
            ],
        };

    [Fact]
    public async Task Ready_TheLeadIsAskedToCertify()
    {
        var letter = await AssertOneEachAsync(
            new ReturnReady(Id, 4, Now, Editor, Given.Return()),
            "To certify: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01 (due 31 January 2025)",
            Lead
        );
        Assert.Contains("Sam Carter has completed the quarter 3 return", letter.Text);
        Assert.Equal("CSP2024-MEL-01/2024-25-q3", letter.AboutReference);
    }

    [Fact]
    public async Task Declined_TheEditorsAreTold_AndNoLetterHasTheReason_WhichTheOfficeDoesNotRead()
    {
        var letter = await AssertOneEachAsync(
            new ReturnDeclined(Id, 5, Now, Lead, Given.Return(), "The spend is wrong."),
            "Not certified: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01 (due 31 January 2025)",
            Editor
        );
        Assert.Contains("\n- read on the return's page what needs to change\n", letter.Text);
        Assert.DoesNotContain("The spend is wrong.", letter.Text + letter.Html);
    }

    [Fact]
    public async Task SentBack_EditorsAndLeadsAreToldWhatToChange()
    {
        var letter = await AssertOneEachAsync(
            new ReturnSentBack(Id, 8, Now, Officer, SentBack with { BackBy = new(2025, 2, 14) }),
            "Sent back: change the quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01, by Friday 14 February 2025",
            Editor,
            Lead
        );
        Assert.Contains("\n- Overall rating: Say why it is red.\n- Target hardening: £5 is missing.\n", letter.Text);
    }

    [Fact]
    public async Task Accepted_TheLeadIsTold() =>
        await AssertOneEachAsync(
            new ReturnAccepted(Id, 9, Now, Officer, Given.Return()),
            "Accepted: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01",
            Lead
        );

    [Fact]
    public async Task Extended_EditorsAndLeadsAreTold_AndLettersThatNameTheOldDayDoNotGo()
    {
        await Service.DeliverAsync(Given.Chased(Id, 1, Roles.PartnerEditor));
        await Service.DeliverAsync(new ReturnExtended(Id, 5, Now, Officer, Given.Return(new(2025, 2, 14)), "Our lead is ill."));

        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal(
            [
                (
                    "More time: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01 is now due on Friday 14 February 2025",
                    LetterState.Sent
                ),
                (
                    "More time: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01 is now due on Friday 14 February 2025",
                    LetterState.Sent
                ),
                (
                    "Overdue: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01 (was due 31 January 2025)",
                    LetterState.Withdrawn
                ),
            ],
            (await Service.LettersAsync()).Select(l => (l.Subject, l.State)).Order()
        );
    }

    [Fact]
    public async Task NotRequired_EditorsAndLeadsAreTold_AndNotReminded()
    {
        await Service.DeliverAsync(new ReturnNotRequired(Id, 5, Now, Officer, Given.Return(), "The project ended."));
        await Service.DeliverAsync(Given.Chased(Id, 1, Roles.PartnerEditor));

        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal(
            ["Not required", "Not required"],
            (await Service.LettersAsync()).Where(l => l.State == LetterState.Sent).Select(l => l.Subject.Split(':')[0])
        );
        Assert.Equal(
            LetterState.Withdrawn,
            (await Service.LettersAsync()).Single(l => l.Subject.StartsWith("Overdue", StringComparison.Ordinal)).State
        );
    }
}
