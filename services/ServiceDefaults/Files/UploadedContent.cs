namespace Platform.ServiceDefaults.Files;

/// <summary>What a request brings.</summary>
public static class UploadedContent
{
    /// <summary>
    /// What was sent, to one byte more than <paramref name="largest"/> bytes; the rest is read and dropped, so that whoever is still
    /// sending hears the answer.
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
