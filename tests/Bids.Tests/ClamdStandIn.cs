using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Bids.Tests;

/// <summary>Speaks clamd's INSTREAM protocol on a port of its own, and knows one virus.</summary>
public sealed class ClamdStandIn : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();

    public ClamdStandIn()
    {
        listener.Start();
        Address = $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = ListenAsync();
    }

    public string Address { get; }

    /// <summary>Takes connections and hangs up on them.</summary>
    public bool IsAway { get; set; }

    /// <summary>Takes files and says nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>How many files it has read.</summary>
    public int Read { get; private set; }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!stop.IsCancellationRequested)
            _ = AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token));
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            if (IsAway)
                return;
            var stream = client.GetStream();
            var command = new byte[10];
            await stream.ReadExactlyAsync(command, stop.Token);
            if (!command.AsSpan().SequenceEqual("zINSTREAM\0"u8))
            {
                await stream.WriteAsync("UNKNOWN COMMAND\0"u8.ToArray(), stop.Token);
                return;
            }
            using var file = new MemoryStream();
            for (var length = new byte[4]; ; )
            {
                await stream.ReadExactlyAsync(length, stop.Token);
                if (BinaryPrimitives.ReadInt32BigEndian(length) is var bytes && bytes == 0)
                    break;
                var chunk = new byte[bytes];
                await stream.ReadExactlyAsync(chunk, stop.Token);
                file.Write(chunk);
            }
            Read++;
            if (IsSilent)
                await Task.Delay(Timeout.Infinite, stop.Token);
            var infected = Encoding.Latin1.GetString(file.ToArray()).Contains(Samples.Eicar, StringComparison.Ordinal);
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(infected ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0"),
                stop.Token
            );
        }
    }
}
