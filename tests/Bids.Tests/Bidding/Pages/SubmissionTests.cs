using System.Net;
using System.Security.Cryptography;
using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class SubmissionTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Get_TheFirstAfterASecond_IsExactlyWhatWasSubmitted()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        await service.SendBackAsync(bid, BidSections.Project);
        await service
            .Editor()
            .PostAndFollowAsync(
                $"/bids/{bid}/project",
                ("Version", "9"),
                ("Title", "Safer still"),
                ("Theme", Given.Themes[0]),
                ("Summary", "Lighting")
            );
        service.Clock.Now = Given.InTime.AddHours(1);
        await service.AnswerAsync(bid);
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);

        foreach (var reader in new[] { service.Editor(), service.Officer() })
        {
            var first = await reader.GetPageAsync($"/bids/{bid}/submissions/1");
            Assert.Equal("Safer streets", first.Text("h1"));
            Assert.Equal(
                ["1 of 2", "10:00:00am on Monday 3 February 2025, by Lee of MEL"],
                first.Texts(".govuk-summary-list__value").Take(2)
            );
            Assert.Contains("ann@melton.example", first.Texts(".govuk-summary-list__value"));
            Assert.Equal("Safer still", (await reader.GetPageAsync($"/bids/{bid}/submissions/2")).Text("h1"));
            Assert.Equal(
                [$"/bids/{bid}/submissions/1", $"/bids/{bid}/submissions/2"],
                (await reader.GetPageAsync($"/bids/{bid}")).QuerySelectorAll("main ol a").Select(a => a.GetAttribute("href"))
            );
        }
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer().GetAsync($"/bids/{bid}/submissions/3")).StatusCode);
    }

    [Fact]
    public async Task Changes_ShowsAnswersAndFilesBeforeAndAfter()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var old = await service.Editor().AttachAsync(bid, name: "old.pdf");
        await service.AnswerAsync(bid);
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);
        await service.SendBackAsync(bid, BidSections.Project, BidSections.Attachments);
        var read = (await service.Editor().GetPageAsync($"/bids/{bid}/project")).Typed("Version")!;
        await service
            .Editor()
            .PostAndFollowAsync(
                $"/bids/{bid}/project",
                ("Version", read),
                ("Title", "Safer still"),
                ("Theme", Given.Themes[0]),
                ("Summary", "Lighting")
            );
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/attachments/{old.Id()}/remove");
        var added = await service.Editor().AttachAsync(bid, name: "new.pdf");
        service.Clock.Now = Given.InTime.AddHours(1);
        await service.AnswerAsync(bid);
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);

        foreach (var reader in new[] { service.Editor(), service.Officer() })
        {
            var page = await reader.GetPageAsync($"/bids/{bid}/submissions/2/changes");
            Assert.Equal("What changed between submissions 1 and 2", page.Text("h1"));
            Assert.Equal(
                [
                    ["Title", "Safer streets", "Safer still"],
                    ["Attachments: new.pdf", "Nothing", "Added"],
                    ["Attachments: old.pdf", "old.pdf", "Removed"],
                ],
                page.QuerySelectorAll("tbody tr").Select(r => r.Texts("*").ToArray())
            );
            var second = await reader.GetPageAsync($"/bids/{bid}/submissions/2");
            Assert.NotNull(second.QuerySelector("a[href$='submissions/2/changes']"));
            Assert.NotNull(second.QuerySelector($"a[href='/bids/{bid}/attachments/{added.Id()}']"));
            // What was handed in stays, even if it was removed afterwards.
            var first = await reader.GetPageAsync($"/bids/{bid}/submissions/1");
            Assert.Null(first.QuerySelector("a[href$='/changes']"));
            var file = first.QuerySelector($"a[href='/bids/{bid}/attachments/{old.Id()}']")!;
            Assert.Equal("Download old.pdf", first.Text($"a[href='/bids/{bid}/attachments/{old.Id()}']"));
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(file.GetAttribute("href")!)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/bids/{bid}/submissions/1/changes")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead("RUT").GetAsync($"/bids/{bid}/submissions/2/changes")).StatusCode);
    }

    [Fact]
    public async Task Json_HasTheHashThatThePageShows()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var bytes = await (await service.Officer().GetAsync($"/bids/{bid}/submissions/1.json")).Content.ReadAsByteArrayAsync(
            TestContext.Current.CancellationToken
        );
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Assert.Equal(hash, (await service.Editor().GetPageAsync($"/bids/{bid}/submissions/1")).Text(".platform-hash"));
        Assert.Equal(hash, (await service.BidAsync(bid)).Hash);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor("RUT").GetAsync($"/bids/{bid}/submissions/1.json")).StatusCode);
    }
}
