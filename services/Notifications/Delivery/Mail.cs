using System.Globalization;
using System.Net.Mail;
using System.Text;
using MimeKit;
using Platform.Contracts;

namespace Platform.Notifications.Delivery;

/// <summary>A letter as an e-mail: what every provider sends.</summary>
/// <param name="Id">The letter's id, which names its file and its MIME boundary.</param>
/// <param name="MessageId">The same for every attempt, so that mail programs show a letter once even if it arrives twice.</param>
/// <param name="Date">When it is sent.</param>
/// <param name="From">The sender.</param>
/// <param name="ReplyTo">The officer.</param>
/// <param name="To">The recipient.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Its words as plain text.</param>
/// <param name="Html">The same words as HTML.</param>
/// <param name="Enclosed">The file that goes with it; null for none.</param>
internal sealed record Mail(
    Guid Id,
    string MessageId,
    DateTimeOffset Date,
    MailAddress From,
    MailAddress ReplyTo,
    MailAddress To,
    string Subject,
    string Text,
    string Html,
    Enclosure? Enclosed = null
)
{
    private static readonly FormatOptions Lines = AsSent();

    /// <summary>The e-mail that a letter is.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="office">Who writes.</param>
    /// <param name="date">When it is sent.</param>
    /// <param name="code">The code of its link, in the letter that goes out alone.</param>
    /// <returns>Null where the recipient has no usable address.</returns>
    public static Mail? Of(Letter letter, Office office, DateTimeOffset date, string code = SealedCode.Place) =>
        Recipient(letter) is { } to
            ? new(
                letter.Id,
                $"<{letter.Id}@{office.PublicAddress.IdnHost}>",
                date,
                office.From,
                office.Contact,
                to,
                letter.Subject,
                letter.Text.Replace(SealedCode.Place, code, StringComparison.Ordinal),
                letter.Html.Replace(SealedCode.Place, code, StringComparison.Ordinal),
                letter.EnclosedName is { } name ? new(name, letter.EnclosedText!) : null
            )
            : null;

    // A domain in any script has an ASCII form; the part before the @ has none that every mail server accepts.
    private static MailAddress? Recipient(Letter letter)
    {
        if (!MailAddress.TryCreate(letter.ToAddress, letter.ToName, out var to) || !to.User.All(c => c is > ' ' and < (char)127))
            return null;
        try
        {
            return to.Host.All(char.IsAscii) ? to : new(to.User + "@" + new IdnMapping().GetAscii(to.Host), to.DisplayName);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The e-mail as a file: the same bytes for the same letter.</summary>
    public byte[] File()
    {
        using var message = Message();
        using var file = new MemoryStream();
        message.WriteTo(Lines, file);
        return file.ToArray();
    }

    /// <summary>The e-mail as mail programs read it (RFC 5322, MIME): plain text and HTML side by side, in ASCII.</summary>
    public MimeMessage Message()
    {
        var message = new MimeMessage
        {
            Date = Date.ToUniversalTime(),
            MessageId = MessageId,
            Subject = Subject,
            Body = Body(),
        };
        message.From.Add(Mailbox(From));
        message.ReplyTo.Add(Mailbox(ReplyTo));
        message.To.Add(Mailbox(To));
        // RFC 3834: out-of-office replies do not answer it.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private MimeEntity Body()
    {
        var words = new MultipartAlternative(Part("plain", Text), Part("html", Html)) { Boundary = $"letter-{Id:N}" };
        if (Enclosed is null)
            return words;
        // As bytes: no mail program may change its line ends.
        var file = new MimePart("text", "csv")
        {
            Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(Enclosed.Text))),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new(ContentDisposition.Attachment) { FileName = Enclosed.Name },
        };
        file.ContentType.Charset = "utf-8";
        return new Multipart("mixed", words, file) { Boundary = $"all-{Id:N}" };
    }

    private static TextPart Part(string kind, string words) =>
        new(kind) { Text = words, ContentTransferEncoding = ContentEncoding.QuotedPrintable };

    private static MailboxAddress Mailbox(MailAddress address) => new(address.DisplayName, address.Address);

    private static FormatOptions AsSent()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
