using System.Globalization;
using System.IO.Compression;

namespace Platform.ServiceDefaults.Files;

/// <summary>
/// Finds in a PDF what runs, or brings other files, when it is opened: in the file itself and in what its streams unpack to, where newer
/// PDFs keep most of their objects.
/// </summary>
internal static class ActivePdf
{
    private const int MostUnpacked = 100_000_000;

    // Long names: a short one such as /JS would be found by chance in pictures, and no script is without /JavaScript.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["JavaScript"] = "a script",
        ["Launch"] = "something that starts a program",
        ["EmbeddedFile"] = "another file in it",
        ["EmbeddedFiles"] = "another file in it",
        ["GoToE"] = "another file in it",
        ["RichMedia"] = "a film or another program in it",
        ["XFA"] = "a form that runs scripts",
        ["ImportData"] = "something that is loaded from elsewhere",
        ["SubmitForm"] = "something that sends what is typed elsewhere",
    };

    /// <summary>What it has, to follow "has"; null for nothing.</summary>
    /// <exception cref="InvalidDataException">A stream of objects cannot be unpacked, or unpacks to more than any real one.</exception>
    public static string? In(ReadOnlySpan<byte> pdf)
    {
        if (NameIn(pdf) is { } found)
            return found;
        var left = MostUnpacked;
        for (var at = 0; ; )
        {
            var next = pdf[at..].IndexOf("stream"u8);
            if (next < 0)
                return null;
            var (word, start) = (at + next, at + next + 6);
            at = start;
            if (word >= 3 && pdf[(word - 3)..word].SequenceEqual("end"u8))
                continue;
            var from = pdf[..word].LastIndexOf(" obj"u8);
            var about = NamesIn(pdf[Math.Max(from, Math.Max(0, word - 4096))..word]);
            var isObjects = about.Contains("ObjStm") || about.Contains("First");
            if (about.Contains("Image") && !isObjects)
                continue;
            while (start < pdf.Length && pdf[start] is (byte)'\r' or (byte)'\n' or (byte)' ')
                start++;
            if (Unpacked(pdf[start..], about, isObjects, ref left) is { } inside && NameIn(inside) is { } hidden)
                return hidden;
        }
    }

    private static byte[]? Unpacked(ReadOnlySpan<byte> from, HashSet<string> about, bool isObjects, ref int left)
    {
        var isFlate = about.Contains("FlateDecode") || about.Contains("Fl");
        if (
            isObjects
            && (
                !isFlate
                || about.Any(n => n is "ASCIIHexDecode" or "AHx" or "ASCII85Decode" or "A85" or "LZWDecode" or "LZW" or "Predictor")
            )
        )
            throw new InvalidDataException("A stream of objects is packed in an unusual way.");
        if (!isFlate)
            return null;
        var end = from.IndexOf("endstream"u8);
        using var packed = new MemoryStream((end < 0 ? from : from[..end]).ToArray());
        using var bytes = new MemoryStream();
        try
        {
            using var unpack = new ZLibStream(packed, CompressionMode.Decompress);
            var some = new byte[64 * 1024];
            for (int read; (read = unpack.Read(some)) > 0; left -= read)
                if (left <= 0)
                    throw new NotSupportedException();
                else
                    bytes.Write(some, 0, read);
        }
        catch (NotSupportedException)
        {
            throw new InvalidDataException("It unpacks to more than any real one.");
        }
        // What could be unpacked is looked at all the same: readers do so too.
        catch (InvalidDataException) { }
        return bytes.ToArray();
    }

    private static string? NameIn(ReadOnlySpan<byte> text)
    {
        for (var at = 0; ; )
        {
            var next = text[at..].IndexOf((byte)'/');
            if (next < 0)
                return null;
            at += next + 1;
            if (Names.TryGetValue(Name(text[at..]), out var found))
                return found;
        }
    }

    private static HashSet<string> NamesIn(ReadOnlySpan<byte> text)
    {
        var names = new HashSet<string>();
        for (var at = 0; ; )
        {
            var next = text[at..].IndexOf((byte)'/');
            if (next < 0)
                return names;
            at += next + 1;
            names.Add(Name(text[at..]));
        }
    }

    // "/J#61vaScript" is "/JavaScript".
    private static string Name(ReadOnlySpan<byte> text)
    {
        Span<char> name = stackalloc char[24];
        var length = 0;
        for (var at = 0; at < text.Length && length < name.Length; at++)
        {
            var read = (char)text[at];
            if (read <= ' ' || "()<>[]{}/%".Contains(read))
                break;
            if (
                read == '#'
                && at + 2 < text.Length
                && byte.TryParse(text.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            )
                (read, at) = ((char)code, at + 2);
            name[length++] = read;
        }
        return new(name[..length]);
    }
}
