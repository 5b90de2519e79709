using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Tests.Bidding;

public sealed class BidsWithScanner : RunningService<BidsService>
{
    public ClamdStandIn Scanner { get; } = new();

    protected override Dictionary<string, string?> Settings(string folder) => new() { ["Files:Clamd"] = Scanner.Address };
}

public sealed class ScanAttachmentsTests : IClassFixture<BidsWithScanner>
{
    private readonly BidsWithScanner service;

    public ScanAttachmentsTests(BidsWithScanner service) => (this.service, service.Scanner.IsAway) = (service, false);

    [Fact]
    public async Task Upload_Clean_CanBeReadAtOnce()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var file = await service.Editor().AttachAsync(bid);
        Assert.Equal("Clean", file.GetProperty("scan").GetString());
        Assert.DoesNotContain("not checked", (await service.Editor().GetPageAsync($"/bids/{bid}/attachments")).Body!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await service.Editor().GetAsync($"/bids/{bid}/attachments/{file.Id()}")).StatusCode);
        Assert.Equal(0, await service.SweepAsync<ScanAttachments>());
    }

    [Fact]
    public async Task Upload_Infected_SaysSoAndTheContentIsDeleted()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await Visitor.PageOfAsync(await service.Editor().UploadAsync($"/bids/{bid}/attachments", Samples.Pdf(Samples.Eicar)));
        Assert.Equal(["The selected file contains a virus"], page.Errors());
        Assert.Equal("Contains a virus", page.Text(".govuk-tag"));
        Assert.Empty(page.QuerySelectorAll("a[download]"));
        Assert.Contains("You can upload 20 more", page.Text("#File-hint"));
        var row = await RowAsync(bid);
        Assert.Equal((ScanState.Infected, "Win.Test.EICAR_HDB-1"), (row.Scan, row.VirusFound));
        var refused = await (await service.Editor().GetAsync($"/api/bids/{bid}/attachments/{row.Id}")).ProblemAsync(
            HttpStatusCode.Conflict
        );
        Assert.Equal("/problems/contains-virus", refused.Type());
        Assert.Equal(1, await service.SweepAsync<DeleteUnusedFiles>());
        Assert.False(await service.ReadAsync((BidsContext db) => db.Set<FileContents>().AnyAsync(f => f.Id == row.Id)));
    }

    [Fact]
    public async Task ScannerAway_TheFileWaits_AndIsScannedWhenItIsBack()
    {
        service.Scanner.IsAway = true;
        var bid = await service.DraftAsync(await service.RoundAsync());
        var file = await service.Editor().AttachAsync(bid);
        var address = $"/bids/{bid}/attachments";
        Assert.Equal("Waiting", file.GetProperty("scan").GetString());
        Assert.Equal("Being checked for viruses", (await service.Editor().GetPageAsync(address)).Text(".govuk-tag"));
        Assert.Equal(address, (await service.Editor().GetAsync($"{address}/{file.Id()}")).Headers.Location!.OriginalString);
        var refused = await (await service.Editor().GetAsync($"/api{address}/{file.Id()}")).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal(
            ("/problems/being-checked", "This file is being checked for viruses"),
            (refused.Type(), refused.GetProperty("title").GetString())
        );

        // Its next turn is in a minute: a job that finds nothing due does not ask again and again.
        Assert.Equal(0, await service.SweepAsync<ScanAttachments>());
        service.Clock.Now = service.Clock.Now.AddMinutes(1);
        Assert.Equal(1, await service.SweepAsync<ScanAttachments>());
        Assert.Equal(ScanState.Waiting, (await RowAsync(bid)).Scan);
        service.Scanner.IsAway = false;
        service.Clock.Now = service.Clock.Now.AddDays(9);
        Assert.Equal(1, await service.SweepAsync<ScanAttachments>());
        Assert.Equal(ScanState.Clean, (await RowAsync(bid)).Scan);
        Assert.Equal(HttpStatusCode.OK, (await service.Editor().GetAsync($"{address}/{file.Id()}")).StatusCode);
    }

    [Fact]
    public async Task Run_OneContentCannotBeRead_TheOthersAreScanned()
    {
        service.Scanner.IsAway = true;
        var round = await service.RoundAsync();
        var (broken, whole) = (await service.DraftAsync(round), await service.DraftAsync(round));
        var id = (await service.Editor().AttachAsync(broken)).Id();
        await service.Editor().AttachAsync(whole);
        await service.ReadAsync((BidsContext db) => db.Set<FileContents>().Where(f => f.Id == id).ExecuteDeleteAsync());
        service.Scanner.IsAway = false;
        service.Clock.Now = service.Clock.Now.AddMinutes(1);
        await service.SweepAsync<ScanAttachments>();
        Assert.Equal((ScanState.Waiting, ScanState.Clean), ((await RowAsync(broken)).Scan, (await RowAsync(whole)).Scan));
        await service.Editor().MustAsync(HttpStatusCode.NoContent, HttpMethod.Delete, $"/api/bids/{broken}/attachments/{id}", null);
    }

    [Fact]
    public async Task Run_TwoReplicasAtOnce_EachFileIsReadOnce()
    {
        service.Scanner.IsAway = true;
        var bid = await service.DraftAsync(await service.RoundAsync());
        for (var file = 0; file < 6; file++)
            await service.Editor().AttachAsync(bid, name: $"{file}.pdf");
        service.Scanner.IsAway = false;
        service.Clock.Now = service.Clock.Now.AddMinutes(1);
        var (before, other) = (service.Scanner.Read, await service.StartReplicaAsync());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => service.SweepAsync<ScanAttachments>(n % 2 == 0 ? other.Services : null)));
        Assert.Equal(6, service.Scanner.Read - before);
    }

    private async Task<Attachment> RowAsync(string bid)
    {
        var id = (await service.BidAsync(bid)).Id;
        return await service.ReadAsync((BidsContext db) => db.Attachments.AsNoTracking().SingleAsync(a => a.FormId == id));
    }
}
