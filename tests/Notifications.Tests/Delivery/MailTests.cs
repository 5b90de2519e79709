using System.Net.Mail;
using System.Text;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Delivery;

[Rule]
public sealed class MailTests
{
    private static readonly Guid Id = Guid.Parse("0198a000-0000-8000-8000-000000000007");

    private static Mail Letter(
        string subject = "Granted: £16,875 for the Commissioner’s locks",
        string text = "Hello",
        string to = "Zoë “Z” Carter"
    ) =>
        new(
            Id,
            $"<{Id}@csp.office.example>",
            NotificationsHost.Start,
            new MailAddress("fund@office.example", "Community Safety Fund"),
            new MailAddress("officer@office.example", "O'Neil, \"Alex\""),
            new MailAddress("zoe@melton.example", to),
            subject,
            text,
            "<p>£</p>"
        );

    private static ParsedMail Parsed(Mail mail) => ParsedMail.Read(Encoding.ASCII.GetString(mail.File()));

    [Fact]
    public void File_Letter_HasTheHeadersOfAnAutomaticLetter()
    {
        var mail = Parsed(Letter());

        Assert.Equal("<0198a000-0000-8000-8000-000000000007@csp.office.example>", mail["Message-ID"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        Assert.Equal("Mon, 03 Feb 2025 09:00:00 +0000", mail["Date"]);
        Assert.Equal("\"O'Neil, \\\"Alex\\\"\" <officer@office.example>", mail["Reply-To"]);
        Assert.Equal("Community Safety Fund <fund@office.example>", mail["From"]);
        Assert.Equal("Zoë “Z” Carter <zoe@melton.example>", mail["To"]);
        Assert.Equal("Granted: £16,875 for the Commissioner’s locks", mail["Subject"]);
        Assert.Equal("1.0", mail["MIME-Version"]);
    }

    [Theory]
    [InlineData("Plain, with trailing space \nand = and\ttab and . alone:\n.\nFrom here")]
    [InlineData("£££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££££")]
    [InlineData(
        "A long line of many words that goes on and on, longer than the seventy-six characters that quoted-printable allows to a line of "
            + "it."
    )]
    public void File_Body_ComesBackAsItWas(string text)
    {
        var mail = Parsed(Letter(text: text));

        Assert.Equal(text.Trim(), mail.Text);
        Assert.Equal("<p>£</p>", mail.Html);
    }

    [Fact]
    public void File_LongSubject_ComesBackAsItWas()
    {
        var subject = string.Concat(Enumerable.Repeat("The Commissioner’s £ and 🔒 ", 12)).Trim();

        Assert.Equal(subject, Parsed(Letter(subject)).Headers["Subject"]);
    }

    [Fact]
    public void File_SubjectWithLineBreak_AddsNoHeader()
    {
        Assert.DoesNotContain("Bcc", Parsed(Letter("Hello\r\nBcc: everybody@melton.example")).Headers.Keys);
    }
}
