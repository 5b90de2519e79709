using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class PdfTests(RunningService<BidsService> without, ServiceWithChromium<BidsService> service)
    : IClassFixture<ServiceWithChromium<BidsService>>
{
    [Fact]
    public async Task Get_ASubmittedBid_IsATaggedPdf()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        await service.Editor().AttachAsync(bid);
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);
        Assert.Single((await service.Officer().GetPageAsync($"/bids/{bid}")).QuerySelectorAll($"a[href='/bids/{bid}/pdf']"));
        var answer = await service.Officer().GetAsync($"/bids/{bid}/pdf");
        Assert.Equal(
            (HttpStatusCode.OK, "application/pdf", $"bid-{bid.ToLowerInvariant()}.pdf"),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName)
        );
        var pdf = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("%PDF-", pdf);
        Assert.Contains("/StructTreeRoot", pdf);
        Assert.Contains("/Lang (en-GB)", pdf);
        Assert.Contains($"/Title (Bid {bid} - Community safety funding)", pdf);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead("RUT").GetAsync($"/bids/{bid}/pdf")).StatusCode);
        var submitted = await service.Lead().GetAsync($"/bids/{bid}/submissions/1/pdf");
        Assert.Equal($"bid-{bid.ToLowerInvariant()}-submission-1.pdf", submitted.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains(
            $"/Title (Bid {bid} as submitted - Community safety funding)",
            Encoding.Latin1.GetString(await submitted.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
        );
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead("RUT").GetAsync($"/bids/{bid}/submissions/1/pdf")).StatusCode);
    }

    [Fact]
    public async Task Get_Again_IsTheOneThatWasPrinted()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        async Task<byte[]> PdfAsync(Visitor reader) =>
            await (await reader.GetAsync($"/bids/{bid}/submissions/1/pdf")).Content.ReadAsByteArrayAsync(
                TestContext.Current.CancellationToken
            );
        var first = await PdfAsync(service.Officer());
        // Another print has another date in it.
        service.Clock.Now = service.Clock.Now.AddDays(1);
        Assert.Equal(first, await PdfAsync(service.Lead()));
        service.Clock.Now = service.Clock.Now.AddDays(31);
        await service.SweepAsync<DeleteUnusedFiles>();
        Assert.NotEqual(first, await PdfAsync(service.Officer()));
    }

    [Fact]
    public async Task Get_WithoutChromium_IsNotThereAndNotOffered()
    {
        var bid = await without.SubmittedAsync(await without.RoundAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await without.Lead().GetAsync($"/bids/{bid}/pdf")).StatusCode);
        Assert.Empty((await without.Lead().GetPageAsync($"/bids/{bid}")).QuerySelectorAll("a[href$='/pdf']"));
    }

    [Fact]
    public async Task ToPdf_ReachesNoNetwork_AndLeavesNothingBehind()
    {
        using var asked = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        asked.Start();
        var before = Directory.GetDirectories(Path.GetTempPath(), "to-pdf-*");
        var pdf = await service
            .Services.GetRequiredService<ToPdf>()
            .RunAsync(
                $"<!doctype html><title>T</title><p>Hello<img src='http://{asked.LocalEndpoint}/x.png'>",
                TestContext.Current.CancellationToken
            );
        Assert.NotNull(pdf);
        Assert.False(asked.Pending());
        Assert.Equal(before, Directory.GetDirectories(Path.GetTempPath(), "to-pdf-*"));
    }

    [Fact]
    public async Task ToPdf_FourAtOnce_AllCome()
    {
        var toPdf = service.Services.GetRequiredService<ToPdf>();
        Assert.All(
            await Task.WhenAll(
                Enumerable.Range(0, 4).Select(_ => toPdf.RunAsync("<!doctype html><title>T</title>", TestContext.Current.CancellationToken))
            ),
            Assert.NotNull
        );
    }
}
