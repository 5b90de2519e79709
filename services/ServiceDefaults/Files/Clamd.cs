using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Platform.ServiceDefaults.Files;

/// <summary>What the scanner found in a file.</summary>
/// <param name="Virus">What it found; null for nothing.</param>
public sealed record ScanAnswer(string? Virus);

/// <summary>The virus scanner at <c>Files:Clamd</c> (host:port), by clamd's INSTREAM protocol.</summary>
public sealed class Clamd(IConfiguration configuration, ILogger<Clamd> log)
{
    private readonly string? address = configuration["Files:Clamd"];

    /// <summary>Whether there is a scanner.</summary>
    public bool IsConfigured => !string.IsNullOrEmpty(address);

    /// <summary>Null where the scanner is away, too slow or busy: ask again later.</summary>
    public async Task<ScanAnswer?> ScanAsync(Stream content, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!IsConfigured)
            return null;
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patient.CancelAfter(patience);
        try
        {
            var reply = await AskAsync(content, patient.Token);
            if (reply == "stream: OK")
                return new(null);
            if (reply.StartsWith("stream: ", StringComparison.Ordinal) && reply.EndsWith(" FOUND", StringComparison.Ordinal))
                return new(reply[8..^6]);
            log.LogWarning("The virus scanner said {Reply}", reply);
        }
        catch (Exception e)
            when (e is SocketException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            log.LogWarning("The virus scanner did not answer: {Why}", e.Message);
        }
        return null;
    }

    private async Task<string> AskAsync(Stream content, CancellationToken cancellationToken)
    {
        var colon = address!.LastIndexOf(':');
        using var client = new TcpClient();
        await client.ConnectAsync(address[..colon], int.Parse(address.AsSpan(colon + 1)), cancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancellationToken);
        var chunk = new byte[4 + 64 * 1024];
        for (int length; (length = await content.ReadAsync(chunk.AsMemory(4), cancellationToken)) > 0; )
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, length);
            await stream.WriteAsync(chunk.AsMemory(0, 4 + length), cancellationToken);
        }
        await stream.WriteAsync(new byte[4], cancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return (await reader.ReadToEndAsync(cancellationToken)).TrimEnd('\0', '\n');
    }
}
