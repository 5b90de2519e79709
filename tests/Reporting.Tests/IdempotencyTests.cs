using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Tests;

public sealed class IdempotencyTests(RunningService<ReportingService> service)
{
    private readonly string key = $"{Guid.NewGuid()}";

    [Fact]
    public async Task SameKey_AllAtOnceAndLater_OneRequestAndOneNumber()
    {
        await service.NoRequestsAsync();
        var officer = service.Officer().With(IdempotencyKeys.Header, key);
        var typed = GivenFoi.Seed000;
        object body = new
        {
            typed.Subject,
            typed.Questions,
            RequesterName = typed.Name,
            RequesterContact = typed.Contact,
            typed.ReceivedOn,
        };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => officer.SendJsonAsync(HttpMethod.Post, "/api/foi", body)));
        answers = [.. answers, await officer.SendJsonAsync(HttpMethod.Post, "/api/foi", body)];

        Assert.All(
            answers,
            a => Assert.Equal((HttpStatusCode.Created, "/api/foi/FOI-2021-001"), (a.StatusCode, a.Headers.Location?.OriginalString))
        );
        Assert.Equal(1, await service.ReadAsync((ReportingContext db) => db.FoiRequests.CountAsync()));
        Assert.Equal("FOI-2021-002", await service.LogAsync(GivenFoi.Seed000));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await officer.SendJsonAsync(HttpMethod.Post, "/api/foi", new { typed.Subject })).StatusCode
        );
    }

    [Fact]
    public async Task SameKey_OfAnAct_DoesItOnce_ThoughTheVersionHasMovedOn()
    {
        await service.NoRequestsAsync();
        var address = "/api/foi/" + await service.LogAsync(GivenFoi.Seed000);
        var officer = service.Officer().With(IdempotencyKeys.Header, key);
        object draft = new { Answers = new[] { new { Text = "a" }, new { Text = "b" } } };

        for (var time = 0; time < 2; time++)
            Assert.Equal(HttpStatusCode.NoContent, (await officer.SendJsonAsync(HttpMethod.Put, address + "/draft", draft, 1)).StatusCode);

        Assert.Equal(2, await service.ReadAsync((ReportingContext db) => db.FoiRequests.Select(r => r.Version).SingleAsync()));
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await service.Officer().SendJsonAsync(HttpMethod.Put, address + "/draft", draft, 1)).StatusCode
        );
    }

    [Fact]
    public async Task SameKey_OfAPaper_OnePaper_AndItsFiguresAreRefreshedOnce()
    {
        await service.NothingAsync();
        var officer = service.Officer().With(IdempotencyKeys.Header, key);
        object about = new
        {
            Title = "Community Safety Funding",
            Meeting = "Strategic Assurance Board",
            MeetingOn = "2025-03-12",
        };

        var first = await officer.SendJsonAsync(HttpMethod.Post, "/api/papers", about);
        var again = await officer.SendJsonAsync(HttpMethod.Post, "/api/papers", about);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        var paper = first.Headers.Location!.OriginalString;
        var refreshing = service.Officer().With(IdempotencyKeys.Header, $"{key} refresh");
        for (var time = 0; time < 2; time++)
            Assert.Equal(
                HttpStatusCode.NoContent,
                (await refreshing.SendJsonAsync(HttpMethod.Post, paper + "/refresh", null, 1)).StatusCode
            );
        Assert.Equal("\"2\"", (await service.Officer().GetAsync(paper)).Headers.ETag?.Tag);
    }
}
