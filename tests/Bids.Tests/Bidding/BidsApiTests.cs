using System.Net;
using System.Text;
using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding;

public sealed class BidsApiTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task ABid_FromStartToSubmission()
    {
        var reference = await service.CompleteAsync(await service.RoundAsync());
        var address = $"/api/bids/{reference}";
        var read = await service.Editor().GetAsync(address);
        Assert.Equal("\"7\"", read.Headers.ETag!.Tag);
        var stored = await service.Editor().MustAsync(HttpStatusCode.OK, HttpMethod.Get, address, null);
        var intervention = stored.GetProperty("bid").GetProperty("content").GetProperty("interventions")[0];
        Assert.Equal("9000.00", intervention.GetProperty("budget")[0].GetProperty("amount").GetString());
        Assert.Equal("MEL", stored.GetProperty("bid").GetProperty("partnership").GetString());

        var second = $"{address}/interventions/{Guid.NewGuid()}";
        await service.Editor().MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, second, Given.Answers("CCTV"), 7);
        await service.Editor().MustAsync(HttpStatusCode.NoContent, HttpMethod.Delete, second, null, 8);
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"{address}/submission", null);
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"{address}/submission", null);
        Assert.Equal($"BidStarted {string.Join(' ', Enumerable.Repeat("BidSaved", 8))} BidSubmitted", await service.EventsAsync(reference));
        Assert.Equal(
            "/problems/already-submitted",
            (
                await (await service.Editor().SendJsonAsync(HttpMethod.Put, $"{address}/project", new { Title = "Late" }, 10)).ProblemAsync(
                    HttpStatusCode.Conflict
                )
            ).Type()
        );
    }

    [Fact]
    public async Task Anybody_WhoMayNot_IsToldSo()
    {
        var reference = await service.CompleteAsync(await service.RoundAsync());
        var address = $"/api/bids/{reference}";
        await (await service.AsNobody().GetAsync(address)).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await service.Editor("RUT").GetAsync(address)).ProblemAsync(HttpStatusCode.NotFound);
        await (await service.Editor().SendJsonAsync(HttpMethod.Post, $"{address}/submission", null)).ProblemAsync(HttpStatusCode.Forbidden);
        await (await service.Lead("RUT").SendJsonAsync(HttpMethod.Post, $"{address}/submission", null)).ProblemAsync(
            HttpStatusCode.NotFound
        );
        await (await service.Officer().SendJsonAsync(HttpMethod.Put, $"{address}/project", new { Title = "T" }, 3)).ProblemAsync(
            HttpStatusCode.Forbidden
        );
        await (await service.Editor("RUT").SendJsonAsync(HttpMethod.Put, $"{address}/project", new { Title = "T" }, 3)).ProblemAsync(
            HttpStatusCode.NotFound
        );
        await (await service.Editor().GetAsync("/api/bids/nothing")).ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(7, (await service.BidAsync(reference)).Version);
    }

    [Fact]
    public async Task Put_WithoutOrWithAnOldVersion_IsRefused()
    {
        var address = $"/api/bids/{await service.CompleteAsync(await service.RoundAsync())}";
        await (await service.Editor().SendJsonAsync(HttpMethod.Put, $"{address}/project", new { Title = "T" })).ProblemAsync(
            HttpStatusCode.PreconditionRequired
        );
        await (await service.Editor().SendJsonAsync(HttpMethod.Delete, $"{address}/interventions/{Guid.NewGuid()}", null)).ProblemAsync(
            HttpStatusCode.PreconditionRequired
        );
        var stale = await service.Editor().SendJsonAsync(HttpMethod.Put, $"{address}/project", new { Title = "T" }, 2);
        Assert.Equal("/problems/stale", (await stale.ProblemAsync(HttpStatusCode.PreconditionFailed)).Type());
    }

    [Fact]
    public async Task Post_AfterTheDeadline_IsAConflict()
    {
        var round = await service.RoundAsync();
        var bid = await service.CompleteAsync(round);
        service.Clock.Now = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var late = await (await service.Lead().SendJsonAsync(HttpMethod.Post, $"/api/bids/{bid}/submission", null)).ProblemAsync(
            HttpStatusCode.Conflict
        );
        Assert.Equal(
            ("/problems/round-closed", $"Round {round} closed at 11:59:59pm on Friday 28 February 2025"),
            (late.Type(), late.GetProperty("title").GetString())
        );
        Assert.Equal(
            "/problems/round-closed",
            (
                await (await service.Editor().SendJsonAsync(HttpMethod.Post, "/api/bids", new { Round = round })).ProblemAsync(
                    HttpStatusCode.Conflict
                )
            ).Type()
        );
        service.Clock.Now = service.Clock.Now.AddMilliseconds(-1);
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);
    }

    [Fact]
    public async Task Put_WrongAnswers_AreSaidByField()
    {
        var draft = $"/api/bids/{await service.DraftAsync(await service.RoundAsync())}";
        var intervention = $"{draft}/interventions/{Guid.NewGuid()}";
        Assert.Equal(
            "title theme",
            await (
                await service
                    .Editor()
                    .SendJsonAsync(HttpMethod.Put, $"{draft}/project", new { Title = new string('t', 101), Theme = "Knitting" }, 1)
            ).FieldsAsync()
        );
        Assert.Equal("name", await (await service.Editor().SendJsonAsync(HttpMethod.Put, intervention, new { }, 1)).FieldsAsync());
        Assert.Equal(
            "outputs",
            await (
                await service
                    .Editor()
                    .SendJsonAsync(
                        HttpMethod.Put,
                        intervention,
                        new
                        {
                            Name = "N",
                            Budget = new object?[] { null },
                            Outputs = new object?[] { null, new { Target = 3, Kind = 9 } },
                            Areas = new string?[] { null },
                        },
                        1
                    )
            ).FieldsAsync()
        );
        Assert.Equal(
            "contacts project where interventions risks",
            await (await service.Lead().SendJsonAsync(HttpMethod.Post, $"{draft}/submission", null)).FieldsAsync()
        );
        await (await service.Editor().SendJsonAsync(HttpMethod.Post, "/api/bids", new { })).ProblemAsync(HttpStatusCode.NotFound);
        await service.Editor().MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"{draft}/project", new { Title = "A\u0007B" }, 1);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"name":"N","budget":[{"year":"2025","kind":"Revenue","amount":"1.00"}]}""")]
    [InlineData("""{"name":"N","budget":[{"year":"2025/26","kind":"Revenue","amount":1.5}]}""")]
    [InlineData("""{"name":"N","budget":[{"year":"2025/26","kind":"Revenue","amount":"1.005"}]}""")]
    public async Task Put_MalformedJson_IsABadRequest(string body)
    {
        var address = $"/api/bids/{await service.DraftAsync(await service.RoundAsync())}/interventions/{Guid.NewGuid()}";
        using var json = new StringContent(body, Encoding.UTF8, "application/json");
        await (await service.Editor().SendAsync(HttpMethod.Put, address, json, 1)).ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task List_HasOnlyOnesOwn()
    {
        var round = await service.RoundAsync();
        var (melton, rutland) = (await service.DraftAsync(round), await service.DraftAsync(round, "RUT"));
        Assert.Contains(rutland, (await ListAsync(service.Officer())));
        Assert.DoesNotContain(rutland, await ListAsync(service.Editor()));
        Assert.Contains(melton, await ListAsync(service.Editor()));
    }

    [Fact]
    public async Task ADraft_IsItsPartnershipsOwn_UntilItIsSubmitted()
    {
        var round = await service.RoundAsync();
        var bid = await service.CompleteAsync(round);
        Assert.Equal(("Draft", ""), await TitleAsync(service.Officer(), bid));
        Assert.Equal("", await ListedTitleAsync(service.Officer(), bid));
        Assert.Equal(("Draft", "Safer streets"), await TitleAsync(service.Editor(), bid));
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);
        Assert.Equal(("Submitted", "Safer streets"), await TitleAsync(service.Officer(), bid));

        await service.SendBackAsync(bid, BidSections.Project);
        await service
            .Editor()
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Put,
                $"/api/bids/{bid}/project",
                new
                {
                    Title = "Not said yet",
                    Theme = Given.Themes[0],
                    Summary = "S",
                },
                9
            );
        Assert.Equal(("SentBack", "Safer streets"), await TitleAsync(service.Officer(), bid));
        Assert.Equal(("SentBack", "Not said yet"), await TitleAsync(service.Editor(), bid));
        await service
            .Lead()
            .MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/withdrawal", new { Reason = "No longer needed" });
        Assert.Equal(("Withdrawn", "Safer streets"), await TitleAsync(service.Officer(), bid));
    }

    [Fact]
    public async Task Completed_SomethingMissing_IsSaid()
    {
        var address = $"/api/bids/{await service.DraftAsync(await service.RoundAsync())}/completed";
        Assert.Equal(
            "contacts",
            await (await service.Editor().SendJsonAsync(HttpMethod.Put, $"{address}/contacts", new { Complete = true }, 1)).FieldsAsync()
        );
        await service.Editor().MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"{address}/attachments", new { Complete = true }, 1);
        await (await service.Editor().SendJsonAsync(HttpMethod.Put, $"{address}/knitting", new { Complete = true }, 1)).ProblemAsync(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Copy_MakesADraftInTheOtherRound()
    {
        var (old, other) = (await service.SubmittedAsync(await service.RoundAsync()), await service.RoundAsync());
        var made = await service
            .Editor()
            .MustAsync(HttpStatusCode.Created, HttpMethod.Post, $"/api/bids/{old}/copy", new { Round = other });
        Assert.Equal(("Draft", "Safer streets"), await TitleAsync(service.Editor(), made.GetProperty("reference").GetString()!));
        await (await service.Editor("RUT").SendJsonAsync(HttpMethod.Post, $"/api/bids/{old}/copy", new { Round = other })).ProblemAsync(
            HttpStatusCode.NotFound
        );
    }

    private static async Task<string?> ListedTitleAsync(Visitor visitor, string bid)
    {
        for (var next = "/api/bids"; next is not null; )
        {
            var page = await visitor.MustAsync(HttpStatusCode.OK, HttpMethod.Get, next, null);
            foreach (var stored in page.GetProperty("bids").EnumerateArray().Where(b => b.GetProperty("reference").GetString() == bid))
                return stored.GetProperty("bid").GetProperty("content").GetProperty("title").GetString();
            next = page.GetProperty("next").GetString();
        }
        return null;
    }

    private static async Task<(string?, string?)> TitleAsync(Visitor visitor, string bid)
    {
        var stored = (await visitor.MustAsync(HttpStatusCode.OK, HttpMethod.Get, $"/api/bids/{bid}", null)).GetProperty("bid");
        return (stored.GetProperty("state").GetString(), stored.GetProperty("content").GetProperty("title").GetString());
    }

    private static async Task<List<string>> ListAsync(Visitor visitor)
    {
        var (all, next) = (new List<string>(), "/api/bids");
        while (next is not null)
        {
            var page = await visitor.MustAsync(HttpStatusCode.OK, HttpMethod.Get, next, null);
            var references = page.GetProperty("bids").EnumerateArray().Select(b => b.GetProperty("reference").GetString()!).ToList();
            Assert.InRange(references.Count, 0, 100);
            all.AddRange(references);
            next = page.GetProperty("next").GetString();
        }
        Assert.Equal(all.Count, all.Distinct().Count());
        return all;
    }
}
