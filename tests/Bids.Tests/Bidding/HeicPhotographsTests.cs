using System.Net;
using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Tests.Bidding;

public sealed class BidsWithConverter : RunningService<BidsService>
{
    // Stands in for heif-convert: numbers the pictures of a file that has several, and fails on the word "broken".
    protected override Dictionary<string, string?> Settings(string folder)
    {
        var (picture, program) = (Path.Combine(folder, "picture"), Path.Combine(folder, "convert"));
        File.WriteAllBytes(picture, Samples.Jpeg());
        File.WriteAllText(
            program,
            $$"""
            #!/bin/sh
            if grep -q broken "$1"; then echo "cannot read" >&2; exit 1; fi
            if grep -q several "$1"; then cp {{picture}} "${2%.jpg}-1.jpg"; exec cp {{picture}} "${2%.jpg}-2.jpg"; fi
            exec cp {{picture}} "$2"

            """
        );
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return new() { ["Files:Heic"] = program };
    }
}

public sealed class HeicPhotographsTests(BidsWithConverter service) : IClassFixture<BidsWithConverter>
{
    [Theory]
    [InlineData("IMG_1234.HEIC", "", "IMG_1234.jpg")]
    [InlineData("Live photo.heif", "several", "Live photo.jpg")]
    [InlineData("photo", "", "photo.jpg")]
    public async Task Upload_Heic_IsTakenAndShownAsJpeg(string name, string inside, string shown)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var address = $"/bids/{bid}/attachments";
        var page = await service.Editor().GetPageAsync(address);
        Assert.Contains(".heic", page.QuerySelector("#File")!.GetAttribute("accept")!);
        Assert.StartsWith("PDF, DOCX, XLSX, PNG, JPEG or HEIC, smaller than 10MB.", page.Text(".govuk-hint"));
        await service.Editor().UploadAsync(address, [.. Samples.Heic(), .. System.Text.Encoding.ASCII.GetBytes(inside)], name);
        var link = (await service.Editor().GetPageAsync(address)).QuerySelector("td a[download]")!;
        Assert.Equal(
            $"{shown} (JPEG, 1KB)",
            string.Join(' ', link.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        );
        var file = await service.Editor().GetAsync(link.GetAttribute("href")!);
        Assert.Equal("image/jpeg", file.Content.Headers.ContentType!.ToString());
        Assert.Equal(Samples.Jpeg(), await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Upload_HeicThatCannotBeConverted_SaysHowToSendJpeg()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var answer = await service.Editor().UploadAsync($"/bids/{bid}/attachments", [.. Samples.Heic(), .. "broken"u8], "a.heic");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([FileContent.Heic], (await Visitor.PageOfAsync(answer)).Errors());
    }
}
