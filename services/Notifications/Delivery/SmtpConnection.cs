using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Platform.Notifications.Delivery;

/// <summary>
/// A conversation with a mail server, one letter after another. Not System.Net.Mail's: that cannot tell whether a letter was handed over
/// when a connection breaks, knows no AUTH PLAIN, trusts no authority of one's own, and dates letters by the system's clock.
/// </summary>
internal sealed class SmtpConnection : IDisposable
{
    private readonly TcpClient tcp = new() { NoDelay = true };
    private SmtpWire wire = new(Stream.Null);
    private IReadOnlyList<string> offers = [];

    private SmtpConnection() { }

    /// <summary>How many letters it has taken.</summary>
    public int Letters { get; private set; }

    /// <summary>Whether the last letter was handed over whole: without an answer to it, nobody knows whether it will arrive.</summary>
    public bool WasHandedOver { get; private set; }

    public static async Task<SmtpConnection> OpenAsync(SmtpServer server, CancellationToken cancellation)
    {
        var connection = new SmtpConnection();
        try
        {
            await connection.BeginAsync(server, cancellation);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Sends one letter.</summary>
    /// <exception cref="SmtpRefusal">The server does not take it; the conversation can go on.</exception>
    /// <exception cref="IOException">The conversation is over.</exception>
    public async Task SendAsync(Mail mail, CancellationToken cancellation)
    {
        WasHandedOver = false;
        await wire.AskAsync("MAIL", $"MAIL FROM:<{mail.From.Address}>", cancellation);
        await wire.AskAsync("RCPT", $"RCPT TO:<{mail.To.Address}>", cancellation);
        await wire.AskAsync("DATA", "DATA", cancellation);
        await wire.WriteAsync(Stuffed(MimeText.Of(mail)), cancellation);
        WasHandedOver = true;
        await wire.AnswerAsync("the letter", cancellation);
        Letters++;
    }

    /// <summary>Takes back what a refused letter began.</summary>
    public Task ResetAsync(CancellationToken cancellation) => wire.AskAsync("RSET", "RSET", cancellation);

    /// <summary>Says goodbye, and waits for no answer.</summary>
    public async Task QuitAsync()
    {
        try
        {
            await wire.WriteAsync("QUIT", CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Gone already.
        }
        Dispose();
    }

    public void Dispose()
    {
        wire.Dispose();
        tcp.Dispose();
    }

    private async Task BeginAsync(SmtpServer server, CancellationToken cancellation)
    {
        await tcp.ConnectAsync(server.Host, server.Port, cancellation);
        wire = new(tcp.GetStream());
        await wire.AnswerAsync("the connection", cancellation);
        await GreetAsync(server, cancellation);
        if (server.StartTls)
            await EncryptAsync(server, cancellation);
        if (server.User is { Length: > 0 } user)
            await AuthenticateAsync(user, server.Password ?? "", cancellation);
    }

    private async Task GreetAsync(SmtpServer server, CancellationToken cancellation) =>
        offers = await wire.AskAsync("EHLO", $"EHLO {server.Greeting}", cancellation);

    private async Task EncryptAsync(SmtpServer server, CancellationToken cancellation)
    {
        if (!offers.Any(o => o.Equals("STARTTLS", StringComparison.OrdinalIgnoreCase)))
            throw new SmtpRefusal(0, "STARTTLS", $"The mail server {server.Host} does not offer STARTTLS.");
        await wire.AskAsync("STARTTLS", "STARTTLS", cancellation);
        // What came before the encryption, an attacker may have put there.
        if (wire.HasMore)
            throw new SmtpRefusal(0, "STARTTLS", $"The mail server {server.Host} spoke before the connection was encrypted.");
        var tls = new SslStream(wire.Stream);
        wire = new(tls);
        try
        {
            await tls.AuthenticateAsClientAsync(server.Tls(), cancellation);
        }
        catch (AuthenticationException e)
        {
            throw new SmtpRefusal(0, "STARTTLS", $"The certificate of the mail server {server.Host} is not trusted: {e.Message}");
        }
        await GreetAsync(server, cancellation);
    }

    private async Task AuthenticateAsync(string user, string password, CancellationToken cancellation)
    {
        var ways =
            offers.FirstOrDefault(o => o.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase))?.ToUpperInvariant().Split(' ') ?? [];
        if (ways.Contains("PLAIN"))
            await wire.AskAsync("AUTH", "AUTH PLAIN " + Base64($"\0{user}\0{password}"), cancellation);
        else if (ways.Contains("LOGIN"))
        {
            await wire.AskAsync("AUTH", "AUTH LOGIN", cancellation);
            await wire.AskAsync("AUTH", Base64(user), cancellation);
            await wire.AskAsync("AUTH", Base64(password), cancellation);
        }
        else
            throw new SmtpRefusal(0, "AUTH", "The mail server offers neither AUTH PLAIN nor AUTH LOGIN.");
    }

    // A line that begins with a dot would end the letter (RFC 5321, 4.5.2).
    private static byte[] Stuffed(byte[] mail)
    {
        var text = Encoding.ASCII.GetString(mail).Replace("\r\n.", "\r\n..");
        return Encoding.ASCII.GetBytes((text.StartsWith('.') ? "." : "") + text + ".\r\n");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
