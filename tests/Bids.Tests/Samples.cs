using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Platform.Bids.Tests;

/// <summary>The smallest files of each kind, and their uploads.</summary>
internal static class Samples
{
    // In two parts, so that no scanner takes this file for the test virus.
    public static readonly string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    public static byte[] Pdf(string inside = "") =>
        Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n{inside}\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");

    public static byte[] Docx(params (string Name, string Text)[] more) =>
        Zip([
            (
                "[Content_Types].xml",
                "<Types><Override ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"
            ),
            ("word/document.xml", "<w/>"),
            .. more,
        ]);

    public static byte[] Xlsx() => Zip([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<w/>")]);

    public static byte[] Png() =>
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static byte[] Heic(string main = "heic", string others = "mif1heic") =>
        [0, 0, 0, (byte)(16 + others.Length), .. Encoding.ASCII.GetBytes($"ftyp{main}\0\0\0\0{others}"), .. new byte[100]];

    public static byte[] Jpeg() =>
        [
            0xFF,
            0xD8,
            0xFF,
            0xE0,
            0,
            16,
            .. "JFIF\0"u8,
            1,
            1,
            0,
            0,
            1,
            0,
            1,
            0,
            0,
            0xFF,
            0xC0,
            0,
            11,
            8,
            0,
            1,
            0,
            1,
            1,
            1,
            0x11,
            0,
            0xFF,
            0xDA,
            0,
            8,
            1,
            1,
            0,
            0,
            0x3F,
            0,
            0x7F,
            0xFF,
            0xD9,
        ];

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
            foreach (var (name, text) in parts)
                using (var writer = new StreamWriter(zip.CreateEntry(name).Open()))
                    writer.Write(text);
        return file.ToArray();
    }

    /// <summary>A PDF of exactly so many bytes.</summary>
    public static byte[] PdfOf(int bytes) => Pdf(new string(' ', bytes - Pdf().Length));

    public static Task<HttpResponseMessage> UploadAsync(
        this Visitor visitor,
        string address,
        byte[] content,
        string name = "Letter of support.pdf",
        params (string Name, string Value)[] fields
    )
    {
        var file = new ByteArrayContent(content);
        // As a browser would say, which goes by the name.
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var form = new MultipartFormDataContent { { file, "File", name } };
        foreach (var (field, value) in fields)
            form.Add(new StringContent(value), field);
        return visitor.SendAsync(HttpMethod.Post, address, form, null);
    }

    /// <summary>Adds a file through the API.</summary>
    /// <returns>What the API says of it.</returns>
    public static async Task<JsonElement> AttachAsync(
        this Visitor visitor,
        string bid,
        byte[]? content = null,
        string name = "Letter of support.pdf"
    )
    {
        var answer = await visitor.UploadAsync($"/api/bids/{bid}/attachments", content ?? Pdf(), name);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static Guid Id(this JsonElement attachment) => attachment.GetProperty("id").GetGuid();
}
