using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Notifications.Delivery;

/// <summary>The mail server of <c>Mail:Smtp</c>.</summary>
internal sealed record SmtpServer(string Host, int Port, string? User, string? Password, bool StartTls)
{
    public static SmtpServer Read(IConfiguration configuration)
    {
        var smtp = configuration.GetSection("Mail:Smtp");
        var user = smtp["User"];
        return new(configuration.Required("Mail:Smtp:Host"), smtp.GetValue("Port", 587), user,
            user is { Length: > 0 } ? configuration.Required("Mail:Smtp:Password") : null, smtp.GetValue("StartTls", true));
    }
}

/// <summary>Hands each letter to a mail server.</summary>
internal sealed class SmtpProvider(SmtpServer server) : MailProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Authentication wanted, or refused: the configuration's fault, not the letter's.
    private static readonly int[] OurFault = [530, 534, 535, 538];

    public override async Task<MailAnswer> SendAsync(Mail mail, CancellationToken cancellation)
    {
        using var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.StartTls };
        if (server.User is { Length: > 0 } user) client.Credentials = new NetworkCredential(user, server.Password);
        using var message = MessageOf(mail);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            return MailAnswer.Taken;
        }
        catch (SmtpException e)
        {
            var why = e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message;
            return (int)e.StatusCode is >= 500 and < 600 && !OurFault.Contains((int)e.StatusCode) ? MailAnswer.Never(why) : MailAnswer.Later(why);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return MailAnswer.Later($"The mail server {server.Host} did not answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    // The same message as MimeText writes, but for the date: SmtpClient always writes that itself, by the system's clock.
    private static MailMessage MessageOf(Mail mail)
    {
        var message = new MailMessage(mail.From, mail.To) { Subject = mail.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        message.ReplyToList.Add(mail.ReplyTo);
        foreach (var (name, value) in mail.Headers) message.Headers[name] = value;
        message.AlternateViews.Add(Part(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(Part(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView Part(string body, string type)
    {
        var part = AlternateView.CreateAlternateViewFromString(body.ReplaceLineEndings("\r\n"), Encoding.UTF8, type);
        part.TransferEncoding = TransferEncoding.QuotedPrintable;
        return part;
    }
}
