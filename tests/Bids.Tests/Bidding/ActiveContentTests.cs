using System.IO.Compression;
using System.Text;
using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Tests.Bidding;

/// <summary>Files that do something when they are opened, each made as an attacker would make it.</summary>
[Rule]
public sealed class ActiveContentTests
{
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Word = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    private static string Related(string type, string target, bool external = true) =>
        $"<Relationships xmlns='{Relations}'><Relationship Id='r1' Type='{Office}/{type}' Target='{target}'"
        + $"{(external ? " TargetMode='External'" : "")}/></Relationships>";

    private static byte[] Document(string body) => Samples.Docx(("word/footnotes.xml", $"<w:d {Word}>{body}</w:d>"));

    private static string Instruction(params string[] parts) =>
        string.Concat(parts.Select(part => $"<w:r><w:instrText>{part}</w:instrText></w:r>"));

    private static byte[] Types(string types) => Samples.Zip(("[Content_Types].xml", types), ("word/document.xml", "<w/>"));

    private static byte[] ZipOf(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
            foreach (var (name, content) in parts)
                using (var entry = zip.CreateEntry(name).Open())
                    entry.Write(content);
        return file.ToArray();
    }

    private const string MacroTypes =
        "<Types><Override PartName='/word/x.bin' ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>";

    public static TheoryData<string, byte[]> OfOffice =>
        new()
        {
            { "macros, hidden by character references", Types(MacroTypes.Replace("macroEnabled", "m&#97;cro&#x45;nabled")) },
            {
                "macros, hidden by an entity",
                Types("<!DOCTYPE Types [<!ENTITY m 'macroEnabled'>]>" + MacroTypes.Replace("macroEnabled", "&m;"))
            },
            {
                "macros, in UTF-16",
                ZipOf(
                    ("[Content_Types].xml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(MacroTypes)]),
                    ("word/document.xml", "<w/>"u8.ToArray())
                )
            },
            {
                "macros, in UTF-16 that only the declaration tells",
                ZipOf(
                    ("[Content_Types].xml", Encoding.BigEndianUnicode.GetBytes("<?xml version='1.0' encoding='utf-16'?>" + MacroTypes)),
                    ("word/document.xml", "<w/>"u8.ToArray())
                )
            },
            { "macros, in the middle of a long list", Types($"<Types>{new string(' ', 400_000)}{MacroTypes[7..]}") },
            { "a template from elsewhere", Samples.Docx(("word/_rels/settings.xml.rels", Related("attachedTemplate", "http://x/t.dotm"))) },
            {
                "a template from elsewhere, by another name",
                Samples.Docx(
                    ("word/_rels/settings.bin", Related("attachedTemplate", @"file:///\\x\t.dotm").Replace("External", "ext&#101;rnal"))
                )
            },
            { "a picture from elsewhere", Samples.Docx(("word/_rels/document.xml.rels", Related("image", "http://x/p.png"))) },
            { "an OLE object", Samples.Docx(("word/_rels/document.xml.rels", Related("oleObject", "embeddings/o.bin", external: false))) },
            { "an OLE object of a workbook", Samples.Docx(("xl/x.xml", "<worksheet><oleObject progId='Package'/></worksheet>")) },
            { "an ActiveX control", Samples.Docx(("word/_rels/document.xml.rels", Related("control", "activeX1.xml", external: false))) },
            { "a page put in as it is", Samples.Docx(("word/_rels/document.xml.rels", Related("aFChunk", "a.html", external: false))) },
            { "DDE", Document($"<w:fldSimple w:instr='DDEAUTO c:\\cmd.exe \"/k calc\"'/>") },
            { "DDE, cut in pieces", Document(Instruction("D", "DE", "AUTO", " c:\\cmd.exe")) },
            { "DDE, in lower case", Document(Instruction("dde c:\\cmd.exe")) },
            { "a field that loads a picture", Document(Instruction("INCLUDEPICTURE \"http://x/p.png\"")) },
            { "DDE in a cell", Samples.Docx(("xl/s.xml", "<s><f>cmd|'/C calc'!A0</f></s>")) },
            { "DDE in a link", Samples.Docx(("xl/externalLinks/e.xml", "<e><ddeLink ddeService='cmd' ddeTopic='/c calc'/></e>")) },
            {
                "data from elsewhere",
                Samples.Docx(("xl/_rels/workbook.xml.rels", Related("connections", "connections.xml", external: false)))
            },
            { "another workbook's cells", Samples.Docx(("xl/_rels/w.xml.rels", Related("externalLink", "e.xml", external: false))) },
            { "two parts of one name", Samples.Docx(("WORD/document.xml", "<w/>")) },
            { "a part that is no XML", Samples.Docx(("word/settings.xml", "<w")) },
        };

    [Theory]
    [MemberData(nameof(OfOffice))]
    public void OfficeFile_ThatDoesSomething_IsRefused_AndSaysWhatToDo(string what, byte[] content)
    {
        var (kind, problem) = FileContent.Read(content);
        Assert.True(kind is null, what);
        Assert.Matches("^(The selected file has .*Save a copy without it|Part of the selected file cannot be read)", problem);
    }

    [Fact]
    public void OfficeFile_OfEverydayWork_IsTaken()
    {
        Assert.Equal((FileKind.Docx, null), FileContent.Read(Document(Instruction(" PAGE ", " HYPERLINK \"https://opcc.example\" "))));
        Assert.Equal(
            (FileKind.Docx, null),
            FileContent.Read(
                Samples.Docx(
                    ("word/_rels/document.xml.rels", Related("hyperlink", "https://opcc.example")),
                    ("word/charts/_rels/chart1.xml.rels", Related("package", "../embeddings/sheet.xlsx", external: false)),
                    ("word/text.xml", $"<w:d {Word}><w:t>DDE and macroEnabled are words</w:t></w:d>"),
                    ("xl/s.xml", "<s><f>IF(A1|B1,\"a|b!\",SUM(Sheet2!A1))</f><f>SUM(A1:A3)</f></s>")
                )
            )
        );
    }

    private static byte[] Pdf(string inside, params byte[][] streams)
    {
        using var file = new MemoryStream();
        file.Write(Samples.Pdf(inside));
        foreach (var stream in streams)
            file.Write(stream);
        file.Write("\n%%EOF\n"u8);
        return file.ToArray();
    }

    private static byte[] Stream(string about, string inside)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Encoding.Latin1.GetBytes(inside));
        return
        [
            .. Encoding.Latin1.GetBytes($"\n5 0 obj<<{about}/Length {packed.Length}>>stream\r\n"),
            .. packed.ToArray(),
            .. "\nendstream endobj"u8,
        ];
    }

    private const string Objects = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode";
    private const string Script = "7 0 <</S/JavaScript/JS(app.alert(1))>>";

    public static TheoryData<string, byte[]> OfPdf =>
        new()
        {
            { "a script", Pdf("2 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj") },
            { "a script, written otherwise", Pdf("2 0 obj<</OpenAction<</S/J#61va#53cript/JS(app.alert(1))>>>>endobj") },
            { "a script, in a packed stream of objects", Pdf("", Stream(Objects, Script)) },
            {
                "a script, written otherwise in a packed stream",
                Pdf("", Stream("/Type/Obj#53tm/N 1/First 4/Filter/Fl", Script.Replace("Java", "J#61va")))
            },
            { "a script, in a stream that calls itself a picture", Pdf("", Stream("/Subtype/Image" + Objects, Script)) },
            { "a stream of objects packed twice", Pdf("", Stream("/Type/ObjStm/First 4/Filter[/ASCIIHexDecode/FlateDecode]", Script)) },
            { "a program", Pdf("2 0 obj<</A<</S/Launch/F(calc.exe)>>>>endobj") },
            { "another file", Pdf("2 0 obj<</Names<</EmbeddedFiles 3 0 R>>>>endobj") },
            { "a form of Adobe's", Pdf("2 0 obj<</AcroForm<</XFA 3 0 R>>>>endobj") },
            { "a form that sends", Pdf("2 0 obj<</A<</S/SubmitForm/F(http://x)>>>>endobj") },
            { "what unpacks for ever", Pdf("", Stream("/Filter/FlateDecode", new string('x', 120_000_000))) },
        };

    [Theory]
    [MemberData(nameof(OfPdf))]
    public void Pdf_ThatDoesSomething_IsRefused_AndSaysWhatToDo(string what, byte[] content)
    {
        var (kind, problem) = FileContent.Read(content);
        Assert.True(kind is null, what);
        Assert.Matches("^(The selected file has .*Save a copy without it|Part of the selected file cannot be read)", problem);
    }

    [Fact]
    public void Pdf_OfEverydayWork_IsTaken() =>
        Assert.Equal(
            (FileKind.Pdf, null),
            FileContent.Read(
                Pdf(
                    "2 0 obj<</OpenAction[3 0 R/FitH]/A<</S/URI/URI(https://opcc.example)>>>>endobj",
                    Stream("/Filter/FlateDecode", "BT (JavaScript and Launch are words) Tj ET"),
                    Stream("/Subtype/Image/Filter/FlateDecode", new string('x', 200_000)),
                    Stream(Objects, "7 0 <</Type/Page>>")
                )
            )
        );
}
