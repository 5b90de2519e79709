using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Platform.Bids.Tests.Bidding;

public sealed class AttachmentsApiTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task AFile_FromUploadToRemoval()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var address = $"/api/bids/{bid}/attachments";
        var made = await service.Editor().UploadAsync(address, Samples.Png(), "Map.png");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var own = made.Headers.Location!.OriginalString;
        var row = Assert.Single((await service.Editor().MustAsync(HttpStatusCode.OK, HttpMethod.Get, address, null)).EnumerateArray());
        Assert.Equal($"{address}/{row.Id()}", own);
        Assert.Equal(
            (
                "Map.png",
                "image/png",
                Samples.Png().Length,
                Convert.ToHexStringLower(SHA256.HashData(Samples.Png())),
                "Ed of MEL",
                "NotScanned"
            ),
            (
                row.GetProperty("name").GetString(),
                row.GetProperty("contentType").GetString(),
                row.GetProperty("size").GetInt32(),
                row.GetProperty("sha256").GetString(),
                row.GetProperty("addedBy").GetString(),
                row.GetProperty("scan").GetString()
            )
        );
        var file = await service.Editor().GetAsync(own);
        Assert.Equal(Samples.Png(), await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            (Samples.Png().Length, "Map.png"),
            (file.Content.Headers.ContentLength, file.Content.Headers.ContentDisposition!.FileNameStar)
        );
        await service.Editor().MustAsync(HttpStatusCode.NoContent, HttpMethod.Delete, own, null);
        await (await service.Editor().SendJsonAsync(HttpMethod.Delete, own, null)).ProblemAsync(HttpStatusCode.NotFound);
        await (await service.Editor().GetAsync(own)).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Empty((await service.Editor().MustAsync(HttpStatusCode.OK, HttpMethod.Get, address, null)).EnumerateArray());
    }

    [Fact]
    public async Task Post_TheFileAlone_WithItsNameInTheAddress()
    {
        var address = $"/api/bids/{await service.DraftAsync(await service.RoundAsync())}/attachments";
        Assert.Equal(HttpStatusCode.Created, (await RawAsync($"{address}?name=Budget%20%26%20more.xlsx", Samples.Xlsx())).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await RawAsync(address, Samples.Jpeg())).StatusCode);
        var names = (await service.Editor().MustAsync(HttpStatusCode.OK, HttpMethod.Get, address, null))
            .EnumerateArray()
            .Select(a => a.GetProperty("name").GetString());
        Assert.Equal(["Budget & more.xlsx", "file.jpg"], names);
        Assert.Equal("file", await (await RawAsync(address, [])).FieldsAsync());
        Assert.Equal("file", await (await RawAsync(address, Samples.PdfOf(12_000_000))).FieldsAsync());
        Assert.Equal(
            "file",
            await (
                await service
                    .Editor()
                    .SendAsync(HttpMethod.Post, address, new MultipartFormDataContent { { new StringContent("x"), "Other" } }, null)
            ).FieldsAsync()
        );
    }

    [Fact]
    public async Task Post_AfterTheDeadline_IsAConflict()
    {
        var address = $"/api/bids/{await service.DraftAsync(await service.RoundAsync())}/attachments";
        var file = (await service.Editor().AttachAsync(address.Split('/')[3])).Id();
        service.Clock.Now = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(
            "/problems/round-closed",
            (await (await service.Editor().UploadAsync(address, Samples.Pdf())).ProblemAsync(HttpStatusCode.Conflict)).Type()
        );
        Assert.Equal(
            "/problems/round-closed",
            (
                await (await service.Editor().SendJsonAsync(HttpMethod.Delete, $"{address}/{file}", null)).ProblemAsync(
                    HttpStatusCode.Conflict
                )
            ).Type()
        );
    }

    private Task<HttpResponseMessage> RawAsync(string address, byte[] content)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return service.Editor().SendAsync(HttpMethod.Post, address, file, null);
    }
}
