using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Platform.Notifications.Delivery;

/// <summary>A mail server's answer that ends what was asked (RFC 5321).</summary>
/// <param name="code">Its three digits; 0 where the server cannot do what is needed.</param>
/// <param name="step">What was asked: "RCPT".</param>
/// <param name="text">What it said.</param>
internal sealed class SmtpRefusal(int code, string step, string text) : Exception(text)
{
    public int Code => code;
    public string Step => step;
}

/// <summary>
/// A conversation with a mail server, one letter after another. Not System.Net.Mail's: that cannot tell whether a letter was handed over when a connection
/// breaks, knows no AUTH PLAIN, trusts no authority of one's own, and dates letters by the system's clock.
/// </summary>
internal sealed class SmtpConnection : IDisposable
{
    private readonly TcpClient tcp = new() { NoDelay = true };
    private readonly byte[] buffer = new byte[4096];
    private Stream stream = Stream.Null;
    private int from, until;
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
        await AskAsync("MAIL", $"MAIL FROM:<{mail.From.Address}>", cancellation);
        await AskAsync("RCPT", $"RCPT TO:<{mail.To.Address}>", cancellation);
        await AskAsync("DATA", "DATA", cancellation);
        await stream.WriteAsync(Stuffed(MimeText.Of(mail)), cancellation);
        WasHandedOver = true;
        await AnswerAsync("the letter", cancellation);
        Letters++;
    }

    /// <summary>Takes back what a refused letter began.</summary>
    public Task ResetAsync(CancellationToken cancellation) => AskAsync("RSET", "RSET", cancellation);

    /// <summary>Says goodbye, and waits for no answer.</summary>
    public async Task QuitAsync()
    {
        try
        {
            await WriteAsync("QUIT", CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Gone already.
        }
        Dispose();
    }

    public void Dispose()
    {
        stream.Dispose();
        tcp.Dispose();
    }

    private async Task BeginAsync(SmtpServer server, CancellationToken cancellation)
    {
        await tcp.ConnectAsync(server.Host, server.Port, cancellation);
        stream = tcp.GetStream();
        await AnswerAsync("the connection", cancellation);
        await GreetAsync(cancellation);
        if (server.StartTls) await EncryptAsync(server, cancellation);
        if (server.User is { Length: > 0 } user) await AuthenticateAsync(user, server.Password ?? "", cancellation);
    }

    private async Task GreetAsync(CancellationToken cancellation) => offers = await AskAsync("EHLO", $"EHLO {Environment.MachineName}", cancellation);

    private async Task EncryptAsync(SmtpServer server, CancellationToken cancellation)
    {
        if (!offers.Any(o => o.Equals("STARTTLS", StringComparison.OrdinalIgnoreCase)))
            throw new SmtpRefusal(0, "STARTTLS", $"The mail server {server.Host} does not offer STARTTLS.");
        await AskAsync("STARTTLS", "STARTTLS", cancellation);
        // What came before the encryption, an attacker may have put there.
        if (from != until) throw new SmtpRefusal(0, "STARTTLS", $"The mail server {server.Host} spoke before the connection was encrypted.");
        var tls = new SslStream(stream);
        stream = tls;
        try
        {
            await tls.AuthenticateAsClientAsync(server.Tls(), cancellation);
        }
        catch (AuthenticationException e)
        {
            throw new SmtpRefusal(0, "STARTTLS", $"The certificate of the mail server {server.Host} is not trusted: {e.Message}");
        }
        await GreetAsync(cancellation);
    }

    private async Task AuthenticateAsync(string user, string password, CancellationToken cancellation)
    {
        var ways = offers.FirstOrDefault(o => o.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase))?.ToUpperInvariant().Split(' ') ?? [];
        if (ways.Contains("PLAIN")) await AskAsync("AUTH", "AUTH PLAIN " + Base64($"\0{user}\0{password}"), cancellation);
        else if (ways.Contains("LOGIN"))
        {
            await AskAsync("AUTH", "AUTH LOGIN", cancellation);
            await AskAsync("AUTH", Base64(user), cancellation);
            await AskAsync("AUTH", Base64(password), cancellation);
        }
        else throw new SmtpRefusal(0, "AUTH", "The mail server offers neither AUTH PLAIN nor AUTH LOGIN.");
    }

    private async Task<IReadOnlyList<string>> AskAsync(string step, string line, CancellationToken cancellation)
    {
        await WriteAsync(line, cancellation);
        return await AnswerAsync(step, cancellation);
    }

    private async Task WriteAsync(string line, CancellationToken cancellation) => await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellation);

    private async Task<IReadOnlyList<string>> AnswerAsync(string step, CancellationToken cancellation)
    {
        var texts = new List<string>();
        while (true)
        {
            var line = await ReadLineAsync(cancellation);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), out var code)) throw new IOException($"The mail server answered “{line}”.");
            texts.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length > 3 && line[3] == '-') continue;
            return code < 400 ? texts : throw new SmtpRefusal(code, step, $"{code} {string.Join(' ', texts)}");
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (from == until)
            {
                (from, until) = (0, await stream.ReadAsync(buffer, cancellation));
                if (until == 0) throw new IOException("The mail server closed the connection.");
            }
            var letter = (char)buffer[from++];
            if (letter == '\n') return line.ToString().TrimEnd('\r');
            if (line.Append(letter).Length > 2000) throw new IOException("The mail server does not end its line.");
        }
    }

    // A line that begins with a dot would end the letter (RFC 5321, 4.5.2).
    private static byte[] Stuffed(byte[] mail)
    {
        var text = Encoding.ASCII.GetString(mail).Replace("\r\n.", "\r\n..");
        return Encoding.ASCII.GetBytes((text.StartsWith('.') ? "." : "") + text + ".\r\n");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
