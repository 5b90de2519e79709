using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Platform.Local;

internal static class AmqpProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Waits until a broker answers AMQP on the port; false when its process ended or took longer than two minutes.</summary>
    public static async Task<bool> AnswersAsync(int port, Func<bool> hasExited, CancellationToken cancellationToken)
    {
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience && !hasExited(); await Task.Delay(50, cancellationToken))
            if (await GreetsAsync(port, cancellationToken))
                return true;
        return false;
    }

    // A broker answers the protocol's header with Connection.Start: a frame of type 1 (AMQP 0-9-1, 2.2.4 and 4.2.3).
    private static async Task<bool> GreetsAsync(int port, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, patience.Token);
            var stream = client.GetStream();
            await stream.WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), patience.Token);
            var answer = new byte[1];
            return await stream.ReadAsync(answer, patience.Token) == 1 && answer[0] == 1;
        }
        catch (Exception notYet)
            when (notYet is SocketException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
