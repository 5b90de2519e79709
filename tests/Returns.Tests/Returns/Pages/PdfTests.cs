using System.Net;
using System.Text;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

public sealed class PdfTests(RunningService<ReturnsService> without, ServiceWithChromium<ReturnsService> service)
    : IClassFixture<ServiceWithChromium<ReturnsService>>
{
    [Fact]
    public async Task Get_ASubmittedReturn_IsATaggedPdf_AndSoIsItsSubmission()
    {
        var owed = await service.OpenReturnAsync();
        await service.SubmitAsync(owed);
        var page = await service.Officer.GetPageAsync(owed.Address);
        Assert.Equal("Download this return (PDF)", page.Text($"a[href='{owed.Address}/pdf']"));
        var name = $"return-{owed.GrantReference.ToLowerInvariant()}-2024-25-q1";
        await IsPdfAsync($"{owed.Address}/pdf", $"{name}.pdf", $"Return for {owed.GrantReference}, {owed.Quarter.Label}");
        await IsPdfAsync(
            $"{owed.Address}/submissions/1/pdf",
            $"{name}-submission-1.pdf",
            $"Return for {owed.GrantReference}, {owed.Quarter.Label} as submitted"
        );
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead.GetAsync($"{owed.Address}/submissions/2/pdf")).StatusCode);
        var rutland = service.As(Given.Lead, Partnership.Get("RUT"), Roles.PartnerLead);
        foreach (var address in new[] { "/pdf", "/submissions/1/pdf" })
            Assert.Equal(HttpStatusCode.NotFound, (await rutland.GetAsync(owed.Address + address)).StatusCode);
    }

    [Fact]
    public async Task Get_WithoutChromiumOrWithoutAnswers_IsNotThereAndNotOffered()
    {
        var owed = await without.OpenReturnAsync();
        await without.SubmitAsync(owed);
        Assert.Equal(HttpStatusCode.NotFound, (await without.Lead.GetAsync($"{owed.Address}/pdf")).StatusCode);
        Assert.Empty((await without.Lead.GetPageAsync(owed.Address)).QuerySelectorAll("a[href$='/pdf']"));
        Assert.Empty((await without.Lead.GetPageAsync($"{owed.Address}/submissions/1")).QuerySelectorAll("a[href$='/pdf']"));

        var empty = await service.OpenReturnAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer.GetAsync($"{empty.Address}/pdf")).StatusCode);
        Assert.Empty((await service.Officer.GetPageAsync(empty.Address)).QuerySelectorAll("a[href$='/pdf']"));
    }

    private async Task IsPdfAsync(string address, string file, string title)
    {
        var answer = await service.Lead.GetAsync(address);
        Assert.Equal(
            (HttpStatusCode.OK, "application/pdf", file),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName)
        );
        var pdf = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("%PDF-", pdf);
        Assert.Contains("/StructTreeRoot", pdf);
        Assert.Contains($"/Title ({title} - Community safety funding)", pdf);
    }
}
