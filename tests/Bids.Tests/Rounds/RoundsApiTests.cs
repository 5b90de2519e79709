using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Bids.Tests.Rounds;

public sealed class RoundsApiTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_WrongAnswers_AreSaidByField()
    {
        var nothing = await service.Officer().SendJsonAsync(HttpMethod.Post, "/api/rounds", new { });
        Assert.Equal("reference programme name opensOn closesOn deliveryFrom deliveryTo themes", await nothing.FieldsAsync());
        await (await service.Editor().SendJsonAsync(HttpMethod.Post, "/api/rounds", new { })).ProblemAsync(HttpStatusCode.Forbidden);
        await (await service.AsNobody().SendJsonAsync(HttpMethod.Post, "/api/rounds", new { })).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_SeveralAtOnceOfOneReference_OneIsOpened()
    {
        service.Clock.Now = Given.InTime;
        var round = GivenModel.NewRound() with { Reference = "TWICE" };
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => service.Officer().SendJsonAsync(HttpMethod.Post, "/api/rounds", round))
        );
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
            Assert.Equal("reference", await refused.FieldsAsync());
    }

    [Fact]
    public async Task Post_WithoutSayingSo_IsADraft()
    {
        service.Clock.Now = Given.InTime;
        var body = JsonSerializer.SerializeToNode(GivenModel.NewRound() with { Reference = "QUIET" }, Doors.Json)!.AsObject();
        Assert.True(body.Remove("published"));
        await service.Officer().MustAsync(HttpStatusCode.Created, HttpMethod.Post, "/api/rounds", body);
        Assert.Equal(HttpStatusCode.NotFound, (await service.AsNobody().GetAsync("/api/rounds/QUIET")).StatusCode);
        Assert.Equal("RoundDrafted", await service.RoundEventsAsync("QUIET"));
    }

    [Fact]
    public async Task Post_WhatCannotBeSeen_AnswersWithWhatIsKept()
    {
        service.Clock.Now = Given.InTime;
        var body = GivenModel.NewRound() with { Reference = "UNSEEN", Name = "\u202eSafer\u0007\nstreets" };
        var made = await service.Officer().SendJsonAsync(HttpMethod.Post, "/api/rounds", body);
        var answered = await made.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("Safer streets", answered.GetProperty("name").GetString());
    }

    [Fact]
    public async Task Get_AfterARoundThatThereIsNot_IsNothingAndNotTheFirstPageAgain()
    {
        var rounds = await service.Officer().GetAsync("/api/rounds?after=NOWHERE");
        Assert.Equal("[]", await rounds.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_Nobody_SeesRoundsWithTheirExclusiveDeadline()
    {
        var reference = await service.RoundAsync(new(2025, 6, 30), Money.FromPounds(10_000));
        var rounds = new List<JsonElement>();
        for (string? next = "/api/rounds"; next is not null; )
        {
            var page = await service.AsNobody().GetAsync(next);
            rounds.AddRange((await page.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).EnumerateArray());
            next = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }
        var round = rounds.Single(r => r.GetProperty("reference").GetString() == reference);
        Assert.Equal(new DateTimeOffset(2025, 6, 30, 23, 0, 0, TimeSpan.Zero), round.GetProperty("closesAt").GetDateTimeOffset());
        Assert.Equal("10000.00", round.GetProperty("capPerBid").GetString());
    }

    [Fact]
    public async Task Draft_IsReadChangedAndPublishedByItsETag()
    {
        var (reference, officer) = (await service.RoundDraftAsync("API1"), service.Officer());
        var address = $"/api/rounds/{reference}";
        Assert.Equal("\"1\"", (await officer.GetAsync(address)).Headers.ETag!.Tag);
        var typed = GivenModel.NewRound() with { Reference = reference, About = "Changed" };
        Assert.Equal((HttpStatusCode)428, (await officer.SendJsonAsync(HttpMethod.Put, address, typed)).StatusCode);
        await officer.MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, address, typed, 1);
        await officer.MustAsync(HttpStatusCode.PreconditionFailed, HttpMethod.Put, address, typed with { About = "Again" }, 1);
        await officer.MustAsync(HttpStatusCode.PreconditionFailed, HttpMethod.Post, address + "/publication", null, 1);
        await officer.MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, address + "/publication", null, 2);
        var round = await service.AsNobody().MustAsync(HttpStatusCode.OK, HttpMethod.Get, address, null);
        Assert.Equal((true, "Changed"), (round.GetProperty("published").GetBoolean(), round.GetProperty("about").GetString()));
        Assert.Equal(
            "/problems/round-published",
            (
                await (await officer.SendJsonAsync(HttpMethod.Put, address, typed with { CapPerBid = null }, 3)).ProblemAsync(
                    HttpStatusCode.Conflict
                )
            ).Type()
        );
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/api/rounds/NONE")).StatusCode);
    }

    [Fact]
    public async Task List_ByPages_HasEveryRoundOnce()
    {
        await service.ReadAsync(
            async (BidsContext db) =>
            {
                for (var n = 0; n < 120; n++)
                    db.Add(
                        Bids.Rounds.Round.Open(
                            GivenModel.NewRound() with
                            {
                                Reference = $"PAGE{n:000}",
                                ClosesOn = new(2025, 12, 1 + n % 3),
                            },
                            GivenModel.Olu,
                            Given.InTime
                        ).Value
                    );
                return await db.SaveChangesAsync();
            }
        );
        var (address, seen) = ("/api/rounds", new List<string>());
        for (var pages = 0; address is not null; pages++)
        {
            Assert.InRange(pages, 0, 50);
            var answer = await service.AsNobody().GetAsync(address);
            using var json = System.Text.Json.JsonDocument.Parse(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
            Assert.InRange(json.RootElement.GetArrayLength(), 1, 100);
            seen.AddRange(json.RootElement.EnumerateArray().Select(r => r.GetProperty("reference").GetString()!));
            address = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(await service.ReadAsync((BidsContext db) => db.Rounds.CountAsync(r => r.PublishedAt != null)), seen.Count);
    }

    [Fact]
    public async Task Post_NullsInLists_AreAnsweredWithoutAnError()
    {
        var round = new
        {
            Reference = "NULLS",
            Programme = "Fund",
            Name = "Fund",
            OpensOn = "2025-01-01",
            ClosesOn = "2025-02-28",
            DeliveryFrom = "2025-04-01",
            DeliveryTo = "2026-03-31",
            Themes = new[] { "Any" },
            Invited = new string?[] { null },
            Questions = new object?[] { null, new { } },
            Criteria = new object?[] { null, new { } },
            ReminderDays = (int[]?)null,
        };
        service.Clock.Now = Given.InTime;
        Assert.Equal(
            "questions criteria",
            await (await service.Officer().SendJsonAsync(HttpMethod.Post, "/api/rounds", round)).FieldsAsync()
        );
    }
}
