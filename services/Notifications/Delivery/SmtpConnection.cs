using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Platform.Notifications.Delivery;

/// <summary>A conversation with a mail server, one letter after another.</summary>
internal sealed class SmtpConnection : IDisposable
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    // An unreachable revocation list would hold up every letter.
    private readonly SmtpClient client = new() { CheckCertificateRevocation = false };
    private readonly HandingOver progress = new();

    private SmtpConnection() { }

    /// <summary>How many letters it has taken.</summary>
    public int Letters { get; private set; }

    /// <summary>Whether the last letter was handed over completely: without an answer, nobody knows whether it will arrive.</summary>
    public bool WasHandedOver => progress.IsOver;

    /// <summary>Whether another letter can be sent over it.</summary>
    public bool IsOpen => client.IsConnected;

    /// <summary>Connects, encrypts and authenticates, as the server is configured.</summary>
    /// <exception cref="IOException">The server does not offer that, or is not trusted.</exception>
    public static async Task<SmtpConnection> OpenAsync(SmtpServer server, CancellationToken cancellationToken)
    {
        var connection = new SmtpConnection();
        try
        {
            await connection.ConnectAsync(server, cancellationToken);
            if (server.User is { Length: > 0 } user)
                await connection.AuthenticateAsync(user, server.Password ?? "", cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Sends one letter.</summary>
    /// <exception cref="SmtpCommandException">The server does not take it; the conversation may go on.</exception>
    /// <exception cref="ServiceNotAuthenticatedException">It requires authentication.</exception>
    public async Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        progress.IsOver = false;
        using var message = mail.Message();
        await client.SendAsync(message, cancellationToken, progress);
        Letters++;
    }

    /// <summary>Says goodbye.</summary>
    public async Task QuitAsync()
    {
        using var patience = new CancellationTokenSource(Goodbye);
        try
        {
            await client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ProtocolException)
        {
            // Gone already.
        }
        Dispose();
    }

    public void Dispose() => client.Dispose();

    private async Task ConnectAsync(SmtpServer server, CancellationToken cancellationToken)
    {
        client.LocalDomain = server.Greeting;
        if (server.Authority is not null)
            client.ServerCertificateValidationCallback = (_, certificate, sent, errors) => server.Trusts(certificate, sent, errors);
        try
        {
            var encryption = server.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
            await client.ConnectAsync(server.Host, server.Port, encryption, cancellationToken);
        }
        catch (NotSupportedException e)
        {
            throw new IOException($"The mail server {server.Host} does not offer STARTTLS.", e);
        }
        catch (SslHandshakeException e)
        {
            throw new IOException($"The certificate of the mail server {server.Host} is not trusted: {e.InnerException?.Message}", e);
        }
    }

    private async Task AuthenticateAsync(string user, string password, CancellationToken cancellationToken)
    {
        // CRAM-MD5 makes a server store readable passwords, and proves little.
        client.AuthenticationMechanisms.Remove("CRAM-MD5");
        try
        {
            await client.AuthenticateAsync(user, password, cancellationToken);
        }
        catch (NotSupportedException e)
        {
            throw new IOException("The mail server offers no way to authenticate that is taken here.", e);
        }
    }

    private sealed class HandingOver : ITransferProgress
    {
        public bool IsOver { get; set; }

        public void Report(long bytesTransferred, long totalSize) => IsOver = bytesTransferred >= totalSize;

        public void Report(long bytesTransferred) => IsOver = true;
    }
}
