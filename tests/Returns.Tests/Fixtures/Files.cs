using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Platform.Returns.Tests.Fixtures;

/// <summary>Files of returns.</summary>
internal static class Files
{
    public static byte[] Pdf(int bytes = 100) => Encoding.Latin1.GetBytes("%PDF-1.7\n" + new string(' ', bytes - 15) + "%%EOF\n");

    /// <summary>Sends a file as a browser does.</summary>
    public static Task<HttpResponseMessage> UploadAsync(this Visitor visitor, string address, byte[] content, string name)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return visitor.SendAsync(HttpMethod.Post, address, new MultipartFormDataContent { { file, "File", name } }, null);
    }

    /// <summary>Adds a PDF to a return through the API.</summary>
    public static async Task<Guid> AttachAsync(this Visitor visitor, Return owed, string name = "Invoice.pdf")
    {
        var answer = await visitor.UploadAsync($"/api{owed.Address}/attachments", Pdf(), name);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement.GetProperty("id").GetGuid();
    }
}
