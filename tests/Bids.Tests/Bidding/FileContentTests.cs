using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Tests.Bidding;

[Rule]
public sealed class FileContentTests
{
    [Fact]
    public void Read_EachKind_IsKnownByWhatIsInIt()
    {
        Assert.Equal((FileKind.Pdf, null), FileContent.Read(Samples.Pdf()));
        Assert.Equal((FileKind.Docx, null), FileContent.Read(Samples.Docx()));
        Assert.Equal(
            (FileKind.Docx, null),
            FileContent.Read(Samples.Zip(("[Content_Types].xml", "<Types/>"), ("word/document2.xml", "<w/>")))
        );
        Assert.Equal((FileKind.Xlsx, null), FileContent.Read(Samples.Xlsx()));
        Assert.Equal((FileKind.Png, null), FileContent.Read(Samples.Png()));
        Assert.Equal((FileKind.Jpeg, null), FileContent.Read(Samples.Jpeg()));
    }

    public static TheoryData<string, byte[]> Others =>
        new()
        {
            { "text", "Dear officer,"u8.ToArray() },
            { "a program", [0x4D, 0x5A, .. new byte[200]] },
            { "HTML", "<html><script>alert(1)</script>"u8.ToArray() },
            { "SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
            { "GIF", "GIF89a\u0001\0\u0001\0"u8.ToArray() },
            { "HTML with a PDF in it", [.. "<html>"u8, .. Samples.Pdf()] },
            { "half a PDF", Samples.Pdf()[..40] },
            { "a zip", Samples.Zip(("letter.txt", "Dear")) },
            { "a zip with a document", Samples.Zip(("word/document.xml", "<w/>")) },
            { "PowerPoint", Samples.Zip(("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<p/>")) },
            { "a binary workbook", Samples.Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "b")) },
            { "half a zip", Samples.Docx()[..60] },
            { "macros", Samples.Docx(("word/vbaProject.bin", "Sub AutoOpen()")) },
            { "macros in capitals", Samples.Docx(("word/VBAPROJECT.BIN", "Sub AutoOpen()")) },
            {
                "an old Word document",
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes("WordDocument")]
            },
            { "the first bytes of a PNG", Samples.Png()[..8] },
            { "a PNG cut short", Samples.Png()[..^12] },
            { "a PNG without a size", [.. Samples.Png()[..16], 0, 0, 0, 0, .. Samples.Png()[20..]] },
            { "the first bytes of a JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xD9] },
            { "a JPEG cut short", Samples.Jpeg()[..^2] },
        };

    [Theory]
    [MemberData(nameof(Others))]
    public void Read_AnythingElse_IsTheWrongKind(string what, byte[] content) =>
        Assert.True(FileContent.Read(content) == (null, "The selected file must be a PDF, DOCX, XLSX, PNG or JPEG"), what);

    [Theory]
    [InlineData("heic", "mif1heic")]
    [InlineData("mif1", "miafheix")]
    [InlineData("hevc", "hevc")]
    public void Read_Heic_SaysHowToSendJpeg(string main, string others)
    {
        Assert.Equal((null, FileContent.Heic), FileContent.Read(Samples.Heic(main, others)));
        Assert.StartsWith("This is a HEIC photograph. Send it as JPEG", FileContent.Heic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("avif", "mif1avif")]
    [InlineData("isom", "isomiso2avc1mp41")]
    [InlineData("qt  ", "")]
    public void Read_ItsRelatives_AreTheWrongKind(string main, string others) =>
        Assert.Equal((null, FileContent.WrongKind), FileContent.Read(Samples.Heic(main, others)));

    [Theory]
    [InlineData("trailer<</Root 1 0 R/Encrypt 5 0 R>>")]
    [InlineData("trailer<</Root 1 0 R/Encrypt<</Filter/Standard>> >>")]
    public void Read_PdfWithAPassword_SaysSo(string inside) =>
        Assert.Equal((null, "The selected file is password protected"), FileContent.Read(Samples.Pdf(inside)));

    [Fact]
    public void Read_PdfAboutPasswords_IsAPdf() =>
        Assert.Equal((FileKind.Pdf, null), FileContent.Read(Samples.Pdf("/EncryptMetadata true (how to /Encrypt a file)")));

    [Fact]
    public void Read_OfficeFileWithAPassword_SaysSo() =>
        Assert.Equal(
            (null, "The selected file is password protected"),
            FileContent.Read([
                0xD0,
                0xCF,
                0x11,
                0xE0,
                0xA1,
                0xB1,
                0x1A,
                0xE1,
                .. new byte[1024],
                .. Encoding.Unicode.GetBytes("EncryptedPackage"),
                .. new byte[64],
            ])
        );

    [Fact]
    public void Read_ZipBomb_IsNotUnpacked()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in (string[])["[Content_Types].xml", "word/document.xml"])
            {
                using var part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                var zeros = new byte[1 << 20];
                for (var megabyte = 0; megabyte < 512; megabyte++)
                    part.Write(zeros);
            }
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal((null, FileContent.Unreadable), FileContent.Read(file.ToArray()));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void Read_AnyBytesAtAll_GivesAnAnswer() =>
        Prop.ForAll<int, byte[]>(
                (start, rest) =>
                {
                    byte[][] starts = [Samples.Pdf(), Samples.Docx(), Samples.Png(), Samples.Jpeg(), [0xFF, 0xD8, 0xFF], []];
                    var first = starts[(int)((uint)start % starts.Length)];
                    var content = first[..(int)((uint)start % (uint)(first.Length + 1))].Concat(rest).ToArray();
                    var (kind, problem) = FileContent.Read(content);
                    return kind is null != problem is null;
                }
            )
            .QuickCheckThrowOnFailure();
}
