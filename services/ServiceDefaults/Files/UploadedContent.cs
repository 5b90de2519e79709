namespace Platform.ServiceDefaults.Files;

/// <summary>Reading the body of a request.</summary>
public static class UploadedContent
{
    /// <summary>
    /// The body, up to one byte more than <paramref name="largest"/>. The rest is read and dropped, so that a client that is still sending
    /// gets the answer.
    /// </summary>
    public static async Task<byte[]> ReadAsync(Stream content, int largest, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int length; (length = await content.ReadAsync(buffer, cancellationToken)) > 0; )
            kept.Write(buffer, 0, (int)Math.Min(length, largest + 1 - kept.Length));
        return kept.ToArray();
    }
}
