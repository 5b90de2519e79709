using System.Net.Mail;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Delivery;

/// <summary>Encryption, authentication, and connections that are kept.</summary>
[Rule]
public sealed class SmtpConversationTests : IDisposable
{
    private readonly SmtpSink sink = new();
    private readonly string authority = Path.GetTempFileName();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SmtpServer Server => new("127.0.0.1", sink.Port, null, null, StartTls: false);

    public void Dispose()
    {
        sink.Dispose();
        File.Delete(authority);
    }

    private static Mail Letter(string text = "Text")
    {
        var (from, id) = (new MailAddress("a@b.example"), Guid.NewGuid());
        return new(id, $"<{id}@b.example>", NotificationsHost.Start, from, from, from, "Subject", text, "Html");
    }

    private static Task<MailAnswer> SendAsync(SmtpServer server) => new SmtpProvider(server).SendAsync(Letter(), Cancellation);

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task Send_TlsFromAnAuthorityThatIsTrusted_PasswordAndLetterGoEncrypted(string way)
    {
        (sink.OffersTls, sink.Auth) = (true, way);
        await File.WriteAllTextAsync(authority, sink.Pem, Cancellation);

        var answer = await SendAsync(Server with { StartTls = true, User = "me", Password = "secret", Authority = authority });

        Assert.Equal(MailAnswer.Taken, answer);
        Assert.Equal("Text", ParsedMail.Read(Assert.Single(sink.Taken)).Text);
        Assert.Equal(["EHLO", "STARTTLS", "TLS EHLO", $"TLS AUTH {way}", "TLS MAIL", "TLS RCPT", "TLS DATA"], sink.Heard.Take(7));
    }

    [Fact]
    public async Task Send_UnknownCertificate_NothingIsSentToIt()
    {
        (sink.OffersTls, sink.Auth) = (true, "PLAIN");

        var answer = await SendAsync(Server with { StartTls = true, User = "me", Password = "secret" });

        Assert.Equal(MailAnswerKind.Later, answer.Kind);
        Assert.StartsWith("The certificate of the mail server 127.0.0.1 is not trusted", answer.Why);
        Assert.Equal(["EHLO", "STARTTLS"], sink.Heard);
    }

    [Fact]
    public async Task Send_ServerWithoutTls_NothingIsSentToIt()
    {
        var answer = await SendAsync(Server with { StartTls = true });

        Assert.Equal(MailAnswer.Later("The mail server 127.0.0.1 does not offer STARTTLS."), answer);
        Assert.Equal(["EHLO"], sink.Heard);
    }

    [Theory]
    [InlineData("PLAIN", "535 5.7.8 wrong user or password")]
    [InlineData("CRAM-MD5", "The mail server offers no way to authenticate that is taken here.")]
    public async Task Send_SignInRefused_IsTriedLaterBecauseItIsNotTheLettersFault(string way, string why)
    {
        sink.Auth = way;

        Assert.Equal(MailAnswer.Later(why), await SendAsync(Server with { User = "me", Password = "wrong" }));
    }

    [Fact]
    public async Task Send_OneAfterTheOther_OverOneConnectionUntilThereIsNothingMore()
    {
        var provider = new SmtpProvider(Server);
        for (var letter = 0; letter < 3; letter++)
            await provider.SendAsync(Letter(), Cancellation);
        Assert.Equal((1, 3), (sink.Connections, sink.Taken.Count));

        await provider.RestAsync();
        await provider.SendAsync(Letter(), Cancellation);

        Assert.Equal((2, 4), (sink.Connections, sink.Taken.Count));
        Assert.Contains("QUIT", sink.Heard);
    }

    [Fact]
    public async Task Send_ServerEndedTheConnectionMeanwhile_AnotherOneAndTheLetterOnce()
    {
        sink.PerConnection = 1;
        var provider = new SmtpProvider(Server);
        foreach (var letter in new[] { Letter("one"), Letter("two") })
            Assert.Equal(MailAnswer.Taken, await provider.SendAsync(letter, Cancellation));

        Assert.Equal(["one", "two"], sink.Taken.Select(m => ParsedMail.Read(m).Text));
        Assert.Equal(2, sink.Connections);
    }

    // Nobody knows whether it will arrive: it is not sent again in the same breath, but later, under the same Message-ID.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_ServerDiesWithTheLetter_IsTriedLaterAndNotAtOnce(bool overAKeptConnection)
    {
        var provider = new SmtpProvider(Server);
        if (overAKeptConnection)
            await provider.SendAsync(Letter(), Cancellation);
        sink.Taken.Clear();
        sink.DiesAfterTaking = true;
        var letter = Letter();

        Assert.Equal(MailAnswerKind.Later, (await provider.SendAsync(letter, Cancellation)).Kind);
        Assert.Single(sink.Taken);

        sink.DiesAfterTaking = false;
        Assert.Equal(MailAnswer.Taken, await provider.SendAsync(letter, Cancellation));
        Assert.Equal([letter.MessageId, letter.MessageId], sink.Taken.Select(m => ParsedMail.Read(m)["Message-ID"]));
    }

    [Fact]
    public async Task Send_SenderRefused_IsTriedLaterBecauseItIsNotTheLettersFault()
    {
        sink.Auth = "PLAIN";
        Assert.Equal(MailAnswer.Later("530 5.7.0 authentication required"), await SendAsync(Server));
    }

    [Fact]
    public async Task Send_RecipientRefused_TheNextLetterGoesOverTheSameConnection()
    {
        var provider = new SmtpProvider(Server);
        sink.ToRecipient = "550 5.1.1 no such user";
        Assert.Equal(MailAnswer.Never("550 5.1.1 no such user"), await provider.SendAsync(Letter(), Cancellation));
        sink.ToRecipient = "250 ok";
        Assert.Equal(MailAnswer.Taken, await provider.SendAsync(Letter(), Cancellation));
        Assert.Equal((1, 1), (sink.Connections, sink.Taken.Count));
    }

    [Fact]
    public async Task Send_LinesThatBeginWithADot_ComeBackAsTheyWere()
    {
        await new SmtpProvider(Server).SendAsync(Letter("One\n.\n..two"), Cancellation);
        Assert.Equal("One\n.\n..two", ParsedMail.Read(Assert.Single(sink.Taken)).Text);
    }
}
