using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Delivery;

public sealed class SmtpHost : NotificationsHost
{
    internal SmtpSink Sink { get; } = new();

    protected override Dictionary<string, string?> Mail(string letters) =>
        new()
        {
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = Sink.Port.ToString(null, null),
            ["Mail:Smtp:StartTls"] = "false",
        };
}

public sealed class SmtpProviderTests(SmtpHost host) : NotificationsTest(host), IClassFixture<SmtpHost>
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        host.Sink.Taken.Clear();
        host.Sink.ToRecipient = "250 2.1.5 ok";
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(
            Given.Chased(1, Roles.PartnerEditor) with
            {
                Details = Given.Return(title: "The Commissioner’s £5 lock"),
            }
        );
    }

    [Fact]
    public async Task Sweep_ServerTakesIt_SameMessageAsTheFile()
    {
        await Service.SweepAsync<DeliverLetters>();

        var letter = await OnlyAsync();
        Assert.Equal(LetterState.Sent, letter.State);
        var sent = ParsedMail.Read(Assert.Single(host.Sink.Taken));
        var file = ParsedMail.Read(
            System.Text.Encoding.ASCII.GetString(
                Mail.Of(letter, Service.Services.GetRequiredService<Office>(), letter.SentAt!.Value)!.File()
            )
        );
        Assert.Equal((file.Text, file.Html), (sent.Text, sent.Html));
        foreach (var header in new[] { "Message-ID", "Auto-Submitted", "Subject" })
            Assert.Equal(file[header], sent[header]);
        Assert.True(DateTimeOffset.TryParse(sent["Date"], out _));
        foreach (var header in new[] { "From", "To", "Reply-To" })
            Assert.Equal(new System.Net.Mail.MailAddress(file[header]), new System.Net.Mail.MailAddress(sent[header]));
        Assert.StartsWith("multipart/alternative", sent["Content-Type"]);
    }

    [Fact]
    public async Task Sweep_ServerSaysNotNow_TriedLaterAndSent()
    {
        host.Sink.ToRecipient = "450 4.2.1 mailbox busy";
        await Service.SweepAsync<DeliverLetters>();

        var waiting = await OnlyAsync();
        Assert.Equal((LetterState.Queued, NotificationsHost.Start.AddMinutes(1), 1), (waiting.State, waiting.NotBefore, waiting.Attempts));
        Assert.Contains("mailbox busy", waiting.LastError);

        host.Sink.ToRecipient = "250 2.1.5 ok";
        Service.Clock.Now = waiting.NotBefore.AddSeconds(-1);
        Assert.Equal(0, await Service.SweepAsync<DeliverLetters>());
        Service.Clock.Now = waiting.NotBefore;
        Assert.Equal(1, await Service.SweepAsync<DeliverLetters>());

        Assert.Equal((LetterState.Sent, 2, null), ((await OnlyAsync()).State, (await OnlyAsync()).Attempts, (await OnlyAsync()).LastError));
        Assert.Single(host.Sink.Taken);
    }

    [Theory]
    [InlineData("550 5.1.1 no such user", "Failed")]
    [InlineData("530 5.7.0 authentication required", "Queued")]
    public async Task Sweep_ServerSaysNever_FailsAtOnceUnlessItIsOurConfiguration(string answer, string state)
    {
        host.Sink.ToRecipient = answer;

        await Service.SweepAsync<DeliverLetters>();

        var letter = await OnlyAsync();
        Assert.Equal((state, 1), (letter.State.ToString(), letter.Attempts));
        Assert.NotNull(letter.LastError);
        Assert.Empty(host.Sink.Taken);
        Assert.Empty(await Service.EventsAsync(nameof(LetterSent)));
    }

    [Fact]
    public async Task Sweep_SeveralRemindersInOneLetter_TriedAsOne_AndWhereItFailsEachTimelineSaysSo()
    {
        await Service.DeliverAsync(Given.Chased(5, Roles.PartnerEditor));
        host.Sink.ToRecipient = "450 4.2.1 mailbox busy";
        await Service.SweepAsync<DeliverLetters>();
        host.Sink.ToRecipient = "550 5.1.1 no such user";
        Service.Clock.Now += TimeSpan.FromMinutes(1);
        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal(
            [(LetterState.Withdrawn, 0), (LetterState.Withdrawn, 0), (LetterState.Failed, 2)],
            (await Service.LettersAsync()).Select(l => (l.State, l.Attempts))
        );
        Assert.Equal(2, (await Service.EventsAsync(nameof(LetterWithdrawn))).Count);
        Assert.Single(await Service.EventsAsync(nameof(LetterFailed)));
        Assert.Empty(host.Sink.Taken);
    }

    [Fact]
    public async Task Send_NobodyListens_IsTriedLater()
    {
        var letter = await OnlyAsync();
        int port;
        using (var closed = new SmtpSink())
            port = closed.Port;

        var send = new SmtpProvider(new("127.0.0.1", port, null, null, false)).SendAsync(
            Mail.Of(letter, Service.Services.GetRequiredService<Office>(), NotificationsHost.Start)!,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(MailAnswerKind.Later, (await send).Kind);
    }

    private async Task<Letter> OnlyAsync() => Assert.Single(await Service.LettersAsync());
}
