using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Platform.ServiceDefaults.Files;

/// <summary>
/// Tells what a file is from its content, never from its name. A file that runs something when it
/// is opened, or loads it from elsewhere, is refused.
/// </summary>
public static partial class FileContent
{
    /// <summary>The message about a file of another kind.</summary>
    public const string WrongKind = "The selected file must be a PDF, DOCX, XLSX, PNG or JPEG";

    /// <summary>The message about a file that needs a password.</summary>
    public const string Protected = "The selected file is password protected";

    /// <summary>The message about a photograph of a telephone that cannot be converted here.</summary>
    public const string Heic =
        "This is a HEIC photograph. Send it as JPEG: on an iPhone, choose Settings, Camera, Formats, Most Compatible";

    /// <summary>The message about a file of which a part cannot be read.</summary>
    public const string Unreadable =
        "Part of the selected file cannot be read. Open it, save it again, or save it as a PDF without passwords";

    private static readonly byte[] EncryptedOffice = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>The kind, or what is wrong with the file, in the Design System's words.</summary>
    public static (FileKind? Kind, string? Problem) Read(byte[] content)
    {
        ReadOnlySpan<byte> bytes = content;
        if (bytes.StartsWith("%PDF-"u8))
            return Pdf(content);
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return Office(content);
        // An Office file with a password is an OLE compound file around the encrypted package.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return (null, bytes.IndexOf(EncryptedOffice) > 0 ? Protected : WrongKind);
        if (IsPng(bytes))
            return (FileKind.Png, null);
        if (IsHeic(bytes))
            return (null, Heic);
        return IsJpeg(bytes) ? (FileKind.Jpeg, null) : (null, WrongKind);
    }

    /// <summary>Whether it is a photograph in the format of the newer telephones.</summary>
    public static bool IsHeic(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 16 || !bytes[4..].StartsWith("ftyp"u8))
            return false;
        // The main brand, then a version, then the others: "mif1" alone may also be AVIF.
        var brands = bytes[8..(int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(bytes), 16, Math.Min(bytes.Length, 256))];
        for (var at = 0; at + 4 <= brands.Length; at += 4)
            if (at != 4 && (brands[at..].StartsWith("hei"u8) || brands[at..].StartsWith("hev"u8)))
                return true;
        return false;
    }

    /// <summary>The message about a file that does something when it is opened.</summary>
    /// <param name="has">What it has: "macros".</param>
    public static string Active(string has) => $"The selected file has {has}. Save a copy without it: printing to PDF leaves it out";

    private static (FileKind?, string?) Pdf(byte[] content)
    {
        if (content.AsSpan(Math.Max(0, content.Length - 2048)).IndexOf("%%EOF"u8) < 0)
            return (null, WrongKind);
        if (EncryptedPdf().IsMatch(Encoding.Latin1.GetString(content)))
            return (null, Protected);
        try
        {
            return ActivePdf.In(content) is { } has ? (null, Active(has)) : (FileKind.Pdf, null);
        }
        catch (InvalidDataException)
        {
            return (null, Unreadable);
        }
    }

    private static (FileKind?, string?) Office(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content, writable: false));
            if (zip.Entries.Any(e => e.IsEncrypted))
                return (null, Protected);
            FileKind? kind =
                zip.GetEntry("[Content_Types].xml") is null ? null
                : zip.Entries.Any(e => DocumentPart().IsMatch(e.FullName)) ? FileKind.Docx
                : zip.Entries.Any(e => WorkbookPart().IsMatch(e.FullName)) ? FileKind.Xlsx
                : null;
            if (kind is null || zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                return (null, WrongKind);
            return ActiveOffice.In(zip) is { } has ? (null, Active(has)) : (kind, null);
        }
        catch (XmlException)
        {
            return (null, Unreadable);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return (null, WrongKind);
        }
    }

    // Signature, then chunks from the header, with a size, to the end.
    private static bool IsPng(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return false;
        var at = 8;
        var header = false;
        var data = false;
        while (at + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
                return false;
            var type = bytes.Slice(at + 4, 4);
            var body = bytes.Slice(at + 8, (int)length);
            if (!header)
            {
                if (
                    !type.SequenceEqual("IHDR"u8)
                    || length != 13
                    || body[..4].IndexOfAnyExcept((byte)0) < 0
                    || body[4..8].IndexOfAnyExcept((byte)0) < 0
                )
                    return false;
                header = true;
            }
            data |= type.SequenceEqual("IDAT"u8);
            if (type.SequenceEqual("IEND"u8))
                return data;
            at += 12 + (int)length;
        }
        return false;
    }

    // Segments, among them a frame with a size, to the scan, and an end of the image after it.
    private static bool IsJpeg(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return false;
        var (at, frame) = (2, false);
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || at + 2 + length > bytes.Length)
                return false;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                frame = length >= 8 && bytes.Slice(at + 7, 2).IndexOfAnyExcept((byte)0) >= 0;
            at += 2 + length;
            if (marker == 0xDA)
                return frame && bytes[at..].IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0;
        }
        return false;
    }

    [GeneratedRegex(@"/Encrypt\s*(\d+\s+\d+\s+R|<<)", RegexOptions.NonBacktracking)]
    private static partial Regex EncryptedPdf();

    [GeneratedRegex(@"^word/document\d*\.xml$")]
    private static partial Regex DocumentPart();

    [GeneratedRegex(@"^xl/workbook\d*\.xml$")]
    private static partial Regex WorkbookPart();
}
