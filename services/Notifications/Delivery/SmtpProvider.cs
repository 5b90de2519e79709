using System.Collections.Concurrent;
using System.Net.Sockets;

namespace Platform.Notifications.Delivery;

/// <summary>Hands letters to a mail server, over connections that are kept while there is something to send.</summary>
internal sealed class SmtpProvider(SmtpServer server) : MailProvider
{
    // Mail servers end long conversations: many after 100 letters.
    private const int MostLetters = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Authentication wanted, or refused: the configuration's fault, not the letter's.
    private static readonly int[] OurFault = [0, 530, 534, 535, 538];

    private readonly ConcurrentBag<SmtpConnection> idle = [];

    public override async Task<MailAnswer> SendAsync(Mail mail, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            // A server may have ended an idle conversation: that says nothing about the letter, unless it had the letter by then.
            if (idle.TryTake(out var kept))
                try
                {
                    return await SendAsync(kept, mail, patience.Token);
                }
                catch (Exception e) when (e is IOException or SmtpRefusal { Code: 421 } && !kept.WasHandedOver) { }
            return await SendAsync(await SmtpConnection.OpenAsync(server, patience.Token), mail, patience.Token);
        }
        catch (SmtpRefusal e)
        {
            var isTheLetters = e.Step is "RCPT" or "DATA" or "the letter" && e.Code is >= 500 and < 600 && !OurFault.Contains(e.Code);
            return isTheLetters ? MailAnswer.Never(e.Message) : MailAnswer.Later(e.Message);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return MailAnswer.Later(e.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return MailAnswer.Later($"The mail server {server.Host} did not answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    public override async Task RestAsync()
    {
        while (idle.TryTake(out var connection))
            await connection.QuitAsync();
    }

    private async Task<MailAnswer> SendAsync(SmtpConnection connection, Mail mail, CancellationToken cancellation)
    {
        var isOpen = false;
        try
        {
            await connection.SendAsync(mail, cancellation);
            isOpen = true;
            return MailAnswer.Taken;
        }
        catch (SmtpRefusal e) when (e.Code is not (0 or 421))
        {
            await connection.ResetAsync(cancellation);
            isOpen = true;
            throw;
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
}
