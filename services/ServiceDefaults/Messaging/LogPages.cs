using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Platform.Contracts;

namespace Platform.ServiceDefaults.Messaging;

/// <summary>The events of a <see cref="LogPage"/>.</summary>
public static class LogPages
{
    /// <summary>A page with these events: each its contract's name and its JSON, on one line.</summary>
    public static byte[] Write(IEnumerable<(string Type, string Json)> events)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(new GZipStream(bytes, CompressionLevel.Fastest), new UTF8Encoding(false)))
            foreach (var (type, json) in events)
                text.Write($"{type} {json}\n");
        return bytes.ToArray();
    }

    /// <summary>The events of a page, in order. An event that cannot be read is left out: it could never be sent either.</summary>
    public static IReadOnlyList<IEvent> Read(LogPage page)
    {
        var events = new List<IEvent>(page.Count);
        using var text = new StreamReader(new GZipStream(new MemoryStream(page.Content), CompressionMode.Decompress));
        while (text.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            try
            {
                events.Add(EventTypes.Read(line[..space], line[(space + 1)..]));
            }
            catch (JsonException)
            {
                // Its log shows it as unsendable.
            }
        }
        return events;
    }
}
