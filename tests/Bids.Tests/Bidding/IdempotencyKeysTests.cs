using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Tests.Bidding;

public sealed class IdempotencyKeysTests(RunningService<BidsService> service)
{
    private readonly string key = $"{Guid.NewGuid()}";

    [Fact]
    public async Task SameKey_AllAtOnceAndLater_OneBidAndOneAnswer()
    {
        var round = await service.RoundAsync();
        var editor = service.Editor().With(IdempotencyKeys.Header, key);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StartAsync(editor, round)));
        answers = [.. answers, await StartAsync(editor, round)];
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.Created, answers[0].Body, answers[0].Location), a));
        Assert.Equal(1, await service.ReadAsync((BidsContext db) => db.Bids.CountAsync(b => b.Reference.StartsWith(round))));
    }

    [Fact]
    public async Task SameKey_ForAnotherRequest_IsRefused_AndAnothersKeyIsAnother()
    {
        var round = await service.RoundAsync();
        await StartAsync(service.Editor().With(IdempotencyKeys.Header, key), round);
        var other = await service
            .Editor()
            .With(IdempotencyKeys.Header, key)
            .SendJsonAsync(HttpMethod.Post, "/api/bids", new BidBodies.NewBid("ELSE"));
        Assert.Equal("/problems/idempotency-key-reused", (await other.ProblemAsync(HttpStatusCode.UnprocessableEntity)).Type());
        Assert.Equal(HttpStatusCode.Created, (await StartAsync(service.Editor("RUT").With(IdempotencyKeys.Header, key), round)).Status);
        Assert.Equal(2, await service.ReadAsync((BidsContext db) => db.Bids.CountAsync(b => b.Reference.StartsWith(round))));
    }

    [Fact]
    public async Task Refused_IsNotKept_AndTheSameKeyCanSubmitLater()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var lead = service.Lead().With(IdempotencyKeys.Header, key);
        await (await lead.SendJsonAsync(HttpMethod.Post, $"/api/bids/{bid}/submission", null, 2)).ProblemAsync(
            HttpStatusCode.PreconditionFailed
        );
        Assert.Equal(0, await service.ReadAsync((BidsContext db) => db.KeptAnswers.CountAsync(k => k.Key == key)));
        for (var time = 0; time < 2; time++)
            await lead.MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);
        Assert.Equal(1, await service.ReadAsync((BidsContext db) => db.KeptAnswers.CountAsync(k => k.Key == key && k.Status == 204)));
        Assert.EndsWith(" BidSaved BidSubmitted", await service.EventsAsync(bid));
    }

    [Fact]
    public async Task Key_TooLong_IsRefused()
    {
        var answer = await service
            .Editor()
            .With(IdempotencyKeys.Header, new string('k', 201))
            .SendJsonAsync(HttpMethod.Post, "/api/bids", new BidBodies.NewBid("R"));
        await answer.ProblemAsync(HttpStatusCode.BadRequest);
    }

    private static async Task<(HttpStatusCode Status, string Body, Uri? Location)> StartAsync(Visitor editor, string round)
    {
        var answer = await editor.SendJsonAsync(HttpMethod.Post, "/api/bids", new BidBodies.NewBid(round));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.Location);
    }
}
