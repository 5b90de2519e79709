using System.Collections.Concurrent;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Platform.Notifications.Delivery;

/// <summary>Hands letters to a mail server, over connections that are kept while there is something to send.</summary>
internal sealed class SmtpProvider(SmtpServer server) : MailProvider
{
    // Mail servers end long conversations, many of them after 100 letters.
    private const int MostLetters = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Authentication is required or was refused: the configuration is at fault, not the letter.
    private static readonly int[] OurFault = [530, 534, 535, 538];

    private readonly ConcurrentBag<SmtpConnection> idle = [];

    public override async Task<MailAnswer> SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            // The server may have ended an idle conversation. That says nothing about the letter, unless the server had it by then.
            if (idle.TryTake(out var kept))
                try
                {
                    return await SendAsync(kept, mail, patience.Token);
                }
                catch (Exception e) when (IsEnd(e) && !kept.WasHandedOver) { }
            return await SendAsync(await SmtpConnection.OpenAsync(server, patience.Token), mail, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return MailAnswer.Later($"The mail server {server.Host} did not answer within {Patience.TotalSeconds:0} seconds.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return MailAnswer.Later(Said(e));
        }
    }

    public override async Task RestAsync()
    {
        while (idle.TryTake(out var connection))
            await connection.QuitAsync();
    }

    private async Task<MailAnswer> SendAsync(SmtpConnection connection, Mail mail, CancellationToken cancellationToken)
    {
        var isOpen = false;
        try
        {
            await connection.SendAsync(mail, cancellationToken);
            isOpen = true;
            return MailAnswer.Taken;
        }
        catch (SmtpCommandException e) when (!IsEnd(e))
        {
            isOpen = connection.IsOpen;
            return IsTheLetters(e) ? MailAnswer.Never(Said(e)) : MailAnswer.Later(Said(e));
        }
        finally
        {
            if (!isOpen)
                connection.Dispose();
            else if (connection.Letters >= MostLetters)
                await connection.QuitAsync();
            else
                idle.Add(connection);
        }
    }

    private static bool IsEnd(Exception e) =>
        e
            is IOException
                or ProtocolException
                or ServiceNotConnectedException
                or SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable };

    private static bool IsTheLetters(SmtpCommandException e) =>
        e.ErrorCode != SmtpErrorCode.SenderNotAccepted && (int)e.StatusCode is >= 500 and < 600 && !OurFault.Contains((int)e.StatusCode);

    // A mail server's answer begins with its number (RFC 5321).
    private static string Said(Exception e) =>
        e switch
        {
            SmtpCommandException refusal => $"{(int)refusal.StatusCode} {refusal.Message.ReplaceLineEndings(" ")}",
            ServiceNotAuthenticatedException => $"530 {e.Message}",
            AuthenticationException { InnerException: SmtpCommandException refusal } => Said(refusal),
            _ => e.Message,
        };
}
