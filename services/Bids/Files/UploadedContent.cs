using Platform.Bids.Model;

namespace Platform.Bids.Files;

internal static class UploadedContent
{
    /// <summary>What was sent, to one byte more than may be; the rest is read and dropped, so that whoever is still sending hears the answer.</summary>
    public static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int length; (length = await content.ReadAsync(buffer, cancellation)) > 0;)
            kept.Write(buffer, 0, (int)Math.Min(length, Attachment.Largest + 1 - kept.Length));
        return kept.ToArray();
    }
}
