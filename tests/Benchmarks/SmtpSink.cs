using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Benchmarks;

/// <summary>A mail server that takes everything, and notes when each letter came.</summary>
internal sealed class SmtpSink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public SmtpSink()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Message-ID, subject, and the instant by <see cref="Stopwatch"/>.</summary>
    public ConcurrentQueue<(string Id, string Subject, long At)> Taken { get; } = new();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        client.NoDelay = true;
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("QUIT", StringComparison.Ordinal))
                return;
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var (id, subject) = ("", "");
                while (await reader.ReadLineAsync() is { } text && text != ".")
                    if (id.Length == 0 && text.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))
                        id = text[12..];
                    else if (subject.Length == 0 && text.StartsWith("Subject:", StringComparison.Ordinal))
                        subject = text[9..];
                Taken.Enqueue((id, subject, Stopwatch.GetTimestamp()));
            }
            await writer.WriteLineAsync("250 ok");
        }
    }

    public void Dispose() => listener.Dispose();
}
