using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Tests.Bidding;

public sealed class DeleteUnusedFilesTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Run_ADayAfterItWasRemoved_TheContentIsGone()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var removed = (await service.Editor().AttachAsync(bid, name: "removed.pdf")).Id();
        var kept = (await service.Editor().AttachAsync(bid, name: "kept.pdf")).Id();
        await service
            .Editor()
            .MustAsync(System.Net.HttpStatusCode.NoContent, HttpMethod.Delete, $"/api/bids/{bid}/attachments/{removed}", null);
        service.Clock.Now = Given.InTime.AddDays(1).AddMilliseconds(-1);
        await service.SweepAsync<DeleteUnusedFiles>();
        Assert.True(await IsKeptAsync(removed));
        service.Clock.Now = Given.InTime.AddDays(400);
        await service.SweepAsync<DeleteUnusedFiles>();
        Assert.Equal((false, true), (await IsKeptAsync(removed), await IsKeptAsync(kept)));
        Assert.False(await service.ReadAsync((BidsContext db) => db.StoredFiles.AnyAsync(f => f.Id == removed)));
    }

    [Fact]
    public async Task Run_AnUploadThatEndedHalfWay_LeavesNothing()
    {
        service.Clock.Now = Given.InTime;
        var id = Guid.NewGuid();
        await service.ReadAsync(
            async (BidsContext db) =>
            {
                db.Add(new StoredFile { Id = id, DeleteAt = Given.InTime + StoredFile.KeptUnused });
                return await db.SaveChangesAsync();
            }
        );
        await service.Services.GetRequiredService<IFileStore>().WriteAsync(id, Samples.Pdf(), TestContext.Current.CancellationToken);
        await service.SweepAsync<DeleteUnusedFiles>();
        Assert.True(await IsKeptAsync(id));
        service.Clock.Now = Given.InTime.AddDays(1);
        await service.SweepAsync<DeleteUnusedFiles>();
        Assert.False(await IsKeptAsync(id));
    }

    private Task<bool> IsKeptAsync(Guid id) => service.ReadAsync((BidsContext db) => db.Set<FileContents>().AnyAsync(f => f.Id == id));
}
