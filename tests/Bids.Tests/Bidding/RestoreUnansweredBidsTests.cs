using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Tests.Bidding;

public sealed class RestoreUnansweredBidsTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Run_NotResubmitted_StandsAsItWasSubmitted()
    {
        var round = await service.RoundAsync();
        var (bid, answered) = (await service.SubmittedAsync(round), await service.SubmittedAsync(round, "RUT"));
        await SendBackAsync(bid);
        await SendBackAsync(answered);
        await ChangeAsync(bid, "MEL");
        await ChangeAsync(answered, "RUT");
        await service.AnswerAsync(answered, "RUT");
        await service.Lead("RUT").MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{answered}/submission", null);
        service.Clock.Now = London.EndOf(new(2025, 2, 10)).AddMinutes(1);
        await service.SweepAsync<RestoreUnansweredBids>();
        Assert.Equal(BidState.SentBack, (await service.BidAsync(bid)).State);
        service.Clock.Now = London.EndOf(new(2025, 2, 10)).AddMinutes(2);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => service.SweepAsync<RestoreUnansweredBids>()));
        var restored = await service.BidAsync(bid);
        Assert.Equal(
            (BidState.Submitted, "Safer streets", "Safer streets"),
            (restored.State, restored.Content.Title, restored.SubmittedTitle)
        );
        Assert.EndsWith("BidSubmitted BidSentBack BidSaved BidRestored", await service.EventsAsync(bid));
        Assert.Equal("Changed", (await service.BidAsync(answered)).Content.Title);
    }

    [Fact]
    public async Task Run_FilesReplacedAndNotResubmitted_EverybodySeesWhatWasHandedIn()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var original = (await service.Editor().AttachAsync(bid, Samples.Pdf("original"), "original.pdf")).Id();
        await SubmitAsync(bid);
        service.Clock.Now = Given.InTime.AddMinutes(1);
        await service.SendBackAsync(bid, BidSections.Attachments);
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/attachments/{original}/remove");
        var other = (await service.Editor().AttachAsync(bid, Samples.Pdf("other"), "other.pdf")).Id();

        service.Clock.Now = London.EndOf(new(2025, 2, 20)).AddMinutes(3);
        await service.SweepAsync<RestoreUnansweredBids>();
        await ExpectOriginalAsync();

        await service.SendBackAsync(bid, new DateOnly(2025, 2, 27), BidSections.Project);
        await ChangeAsync(bid, "MEL");
        await service.AnswerAsync(bid);
        await SubmitAsync(bid);
        await ExpectOriginalAsync();
        var id = (await service.BidAsync(bid)).Id;
        var submissions = await service.ReadAsync(
            (BidsContext db) => db.Submissions.AsNoTracking().Where(s => s.FormId == id).OrderBy(s => s.At).ToListAsync()
        );
        Assert.Equal(
            [
                [original],
                [original],
            ],
            submissions.Select(s => s.Read().Files.Select(f => f.Id).ToArray())
        );

        // What was given up is deleted; what was handed in can be read for ever.
        service.Clock.Now = service.Clock.Now.AddDays(2);
        await service.SweepAsync<DeleteUnusedFiles>();
        Assert.False(await service.ReadAsync((BidsContext db) => db.Set<FileContents>().AnyAsync(f => f.Id == other)));
        await ExpectOriginalAsync();

        async Task ExpectOriginalAsync()
        {
            foreach (var reader in (Visitor[])[service.Editor(), service.Officer()])
            {
                var page = await reader.GetPageAsync($"/bids/{bid}/attachments");
                Assert.Equal("original.pdf (PDF, 1KB)", Assert.Single(page.Texts("td a[download]")));
                var listed = await reader.MustAsync(HttpStatusCode.OK, HttpMethod.Get, $"/api/bids/{bid}/attachments", null);
                Assert.Equal("original.pdf", Assert.Single(listed.EnumerateArray()).GetProperty("name").GetString());
                var file = await reader.GetAsync($"/api/bids/{bid}/attachments/{original}");
                Assert.Equal(Samples.Pdf("original"), await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
                Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/bids/{bid}/attachments/{other}")).StatusCode);
            }
        }
    }

    private async Task SubmitAsync(string bid) =>
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);

    private Task<int> SendBackAsync(string reference) =>
        service.ReadAsync(
            async (BidsContext db) =>
            {
                var bid = await db.Bids.SingleAsync(b => b.Reference == reference);
                Assert.True(
                    bid.SendBack([new(BidSections.Project, "Say more")], new(2025, 2, 10), Given.Named("Olu Bello"), Given.InTime).IsDone
                );
                return await db.SaveChangesAsync();
            }
        );

    private async Task ChangeAsync(string bid, string partnership) =>
        await service
            .Editor(partnership)
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Put,
                $"/api/bids/{bid}/project",
                new
                {
                    Title = "Changed",
                    Theme = Given.Themes[0],
                    Summary = "Lighting",
                },
                (await service.BidAsync(bid)).Version
            );
}
