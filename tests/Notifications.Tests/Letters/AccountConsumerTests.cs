using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

/// <summary>One-time links, which their recipient alone sees, and what people are told of their accounts.</summary>
public sealed class AccountConsumerTests(NotificationsHost host) : NotificationsTest(host)
{
    private const string Code = "k7Wq-secret-code-of-the-link_0123456789abcdef";

    private static readonly Person Jo = Given.Somebody("Jo Lead");
    private static readonly Person Alex = Given.Somebody("Alex Kerr");

    private static Contact Account(bool active = true, string email = "jo@melton.example") =>
        new(Jo.Name, email, Given.Melton, [Roles.PartnerLead], active);

    private static LinkIssued Link(LinkPurpose purpose, int version = 2, DateTimeOffset? until = null) =>
        new(
            Jo.UserId,
            version,
            NotificationsHost.Start,
            Alex,
            new(purpose, Account(), SealedCode.Seal(TestKeys.Links, Code), until ?? NotificationsHost.Start.AddHours(1))
        );

    private static ContactChanged Changed(bool isPrivate = false, string? former = null, bool active = true) =>
        new(Jo.UserId, 3, NotificationsHost.Start, Alex, Account(active))
        {
            Changes = ["May do: Partnership lead, was Partnership editor"],
            IsPrivate = isPrivate,
            Former = former is null ? null : Account(email: former),
        };

    private async Task SendAsync()
    {
        while (await Service.SweepAsync<DeliverLetters>() > 0) { }
    }

    [Theory]
    [InlineData(LinkPurpose.Invitation, "Choose a password by", "/account/accept-invitation?code=")]
    [InlineData(LinkPurpose.PasswordReset, "Choose a new password by", "/account/reset-password?code=")]
    [InlineData(LinkPurpose.NewAddress, "Confirm your new email address by", "/account/confirm-address?code=")]
    [InlineData(LinkPurpose.FormerAddress, "Agree to your new email address by", "/account/confirm-address?code=")]
    public async Task Link_IsInTheLetterAlone(LinkPurpose purpose, string subject, string path)
    {
        // The account itself is not known here yet.
        await Service.DeliverAsync(Link(purpose));
        var queued = Assert.Single(await Service.LettersAsync());
        Assert.StartsWith(subject, queued.Subject);
        Assert.DoesNotContain(Code, queued.Text + queued.Html + queued.Fields);

        await SendAsync();
        var mail = ParsedMail.Read(
            await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Service.Letters)), TestContext.Current.CancellationToken)
        );
        Assert.Contains($"https://csp.office.example{path}{Code}\n", mail.Text);
        Assert.Contains(path + Code, mail.Html);
        var sent = Assert.Single(await Service.LettersAsync());
        Assert.Equal((LetterState.Sent, null), (sent.State, sent.Code));
        var page = await Service.Officer.GetPageAsync($"/notifications/{sent.Id}");
        Assert.DoesNotContain(Code, page.DocumentElement.OuterHtml);
        Assert.DoesNotContain(
            Code,
            await (await Service.Officer.GetAsync($"/notifications/{sent.Id}.eml")).Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task Link_ThatHasRunOutMeanwhile_IsWithdrawn_WithItsCode()
    {
        await Service.DeliverAsync(Link(LinkPurpose.PasswordReset));
        Service.Clock.Now = NotificationsHost.Start.AddHours(1);
        await SendAsync();
        var letter = Assert.Single(await Service.LettersAsync());
        Assert.Equal((LetterState.Withdrawn, null), (letter.State, letter.Code));
        Assert.Empty(Directory.GetFiles(Service.Letters));
    }

    [Fact]
    public async Task Link_SentTwice_OneLetterEach_TheSameMessageTwice_One()
    {
        await Service.DeliverAsync(Link(LinkPurpose.Invitation));
        await Service.DeliverAsync(Link(LinkPurpose.Invitation));
        await Service.DeliverAsync(Link(LinkPurpose.Invitation, 4));
        Assert.Equal(2, (await Service.LettersAsync()).Count);
    }

    [Fact]
    public async Task Change_TheOwnerAndTheAdministratorsAreTold()
    {
        await Service.DeliverAsync(Given.Contact(Alex, null, Roles.Administrator));
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Changed());
        var letters = await Service.LettersAsync();
        Assert.Equal([Alex.Name, Jo.Name], letters.Select(l => l.ToName).Order());
        Assert.All(letters, l => Assert.Contains("- May do: Partnership lead, was Partnership editor\n", l.Text));
        Assert.All(letters, l => Assert.Contains("by Alex Kerr at 9:00:00am on Monday 3 February 2025", l.Text));
    }

    [Fact]
    public async Task Made_TheAdministratorsAreTold_AndTheOwnerGetsTheInvitationAlone()
    {
        await Service.DeliverAsync(Given.Contact(Alex, null, Roles.Administrator));
        await Service.DeliverAsync(Changed() with { Version = 1 });
        Assert.Equal(Alex.Name, Assert.Single(await Service.LettersAsync()).ToName);
    }

    [Fact]
    public async Task Change_OfAPassword_TheOwnerAloneIsTold()
    {
        await Service.DeliverAsync(Given.Contact(Alex, null, Roles.Administrator));
        await Service.DeliverAsync(Changed(isPrivate: true));
        Assert.Equal(Jo.Name, Assert.Single(await Service.LettersAsync()).ToName);
    }

    [Fact]
    public async Task Change_OfTheAddress_BothAreTold()
    {
        await Service.DeliverAsync(Changed(former: "before@melton.example"));
        await SendAsync();
        Assert.Equal(["before@melton.example", "jo@melton.example"], (await Service.LettersAsync()).Select(l => l.ToAddress).Order());
        Assert.All(await Service.LettersAsync(), l => Assert.Equal(LetterState.Sent, l.State));
    }

    [Fact]
    public async Task Disabled_TheOwnerIsToldAllTheSame_AndNobodyOfNoChange()
    {
        await Service.DeliverAsync(Changed(active: false));
        await SendAsync();
        Assert.Equal(LetterState.Sent, Assert.Single(await Service.LettersAsync()).State);
        await Service.DeliverAsync(Changed() with { Version = 4, Changes = [] });
        Assert.Single(await Service.LettersAsync());
        Assert.Empty(await Service.EventsAsync(nameof(RecipientMissing)));
    }
}
