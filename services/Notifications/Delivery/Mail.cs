using System.Globalization;
using System.Net.Mail;

namespace Platform.Notifications.Delivery;

/// <summary>A letter as an e-mail: what every provider sends.</summary>
/// <param name="Id">The letter's: names its file and its boundary.</param>
/// <param name="MessageId">The same for every attempt, so that mail programs show a letter once even where it came twice.</param>
/// <param name="Date">When it is sent.</param>
/// <param name="From">The sender.</param>
/// <param name="ReplyTo">The officer.</param>
/// <param name="To">The recipient.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">For programs without HTML.</param>
/// <param name="Html">The same words.</param>
internal sealed record Mail(
    Guid Id,
    string MessageId,
    DateTimeOffset Date,
    MailAddress From,
    MailAddress ReplyTo,
    MailAddress To,
    string Subject,
    string Text,
    string Html
)
{
    /// <summary>The e-mail that a letter is.</summary>
    /// <returns>Null when the recipient's address is none.</returns>
    public static Mail? Of(Letter letter, Office office, DateTimeOffset date) =>
        Recipient(letter) is { } to
            ? new(
                letter.Id,
                $"<{letter.Id}@{office.PublicAddress.IdnHost}>",
                date,
                office.From,
                office.Contact,
                to,
                letter.Subject,
                letter.Text,
                letter.Html
            )
            : null;

    // Domains in any alphabet have a name in ASCII; what stands before the @ has none that every mail server takes.
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

    /// <summary>What every letter says of itself beside sender, recipient, subject and date.</summary>
    public IEnumerable<(string Name, string Value)> Headers =>
        [
            ("Message-ID", MessageId),
            // RFC 3834: out-of-office replies do not answer it.
            ("Auto-Submitted", "auto-generated"),
        ];
}
