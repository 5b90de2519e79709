using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Tests.Decisions;

public sealed class DecisionsApiTests(RunningService<BidsService> service)
{
    private const string All = "/api/decisions";

    [Fact]
    public async Task Supported_MakesAGrantOfWhatWasDecided()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var record = await service.RecordAsync(bid);
        var id = (await service.BidAsync(bid)).Content.Interventions[0].Id;
        var reduced = new
        {
            Title = "T",
            Summary = "S",
            Items = new[]
            {
                new
                {
                    Bid = bid,
                    Conditions = new[] { "Quarterly returns" },
                    Interventions = new[]
                    {
                        new
                        {
                            Id = id,
                            Awards = new[]
                            {
                                new
                                {
                                    Year = "2025/26",
                                    Kind = "Revenue",
                                    Amount = "4000.00",
                                    Before = "9000.00",
                                },
                            },
                        },
                    },
                },
            },
        };
        await service.Officer().MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"{All}/{record}", reduced, 1);
        await service.SignedAsync(record, DecisionStep.Decided);
        var grant = await service.ReadAsync((BidsContext db) => db.Grants.SingleAsync(g => g.Reference == bid));
        Assert.Equal(
            (Money.FromPounds(4_000), "Quarterly returns", record),
            (grant.Details.Total, grant.Details.Conditions.Single(), grant.Details.DecisionReference)
        );
        Assert.Equal(130, grant.Details.Interventions.Single().Outputs.Single().Target);
        Assert.EndsWith("BidSubmitted BidDecided", await service.EventsAsync(bid));
        Assert.Equal(
            ["DecisionDrafted", "DecisionDrafted", "DecisionDrafted", "DecisionApproved", "PublicationDetermined", "DecisionRecorded"],
            (await service.LogAsync((await service.DecisionAsync(record)).Id)).Select(r => r.Type)
        );
    }

    [Theory]
    [InlineData(Decision.NotSupported, BidState.Decided)]
    [InlineData(Decision.Deferred, BidState.Submitted)]
    public async Task NotSupportedOrDeferred_MakesNoGrant(Decision decision, BidState state)
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        await service.DecidedAsync(decision, bid);
        Assert.Equal(
            (state, false),
            ((await service.BidAsync(bid)).State, await service.ReadAsync((BidsContext db) => db.Grants.AnyAsync(g => g.Reference == bid)))
        );
    }

    [Fact]
    public async Task WithoutOrWithAnOldVersion_NothingIsDone()
    {
        var record = await service.RecordAsync(await service.SubmittedAsync(await service.RoundAsync()));
        var officer = service.Officer();
        Assert.Equal("\"1\"", (await officer.GetAsync($"{All}/{record}")).Headers.ETag?.Tag);
        await (await officer.SendJsonAsync(HttpMethod.Post, $"{All}/{record}/submission", new { })).ProblemAsync((HttpStatusCode)428);
        await (await officer.SendJsonAsync(HttpMethod.Put, $"{All}/{record}", new { })).ProblemAsync((HttpStatusCode)428);
        await (await officer.SendJsonAsync(HttpMethod.Post, $"{All}/{record}/correction", new { })).ProblemAsync((HttpStatusCode)428);
        await officer.MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"{All}/{record}/submission", new { }, 1);
        await (await officer.SendJsonAsync(HttpMethod.Post, $"{All}/{record}/submission", new { }, 1)).ProblemAsync(
            HttpStatusCode.PreconditionFailed
        );
        Assert.Equal(
            "/problems/not-at-this-step",
            (
                await (await officer.SendJsonAsync(HttpMethod.Post, $"{All}/{record}/submission", new { }, 2)).ProblemAsync(
                    HttpStatusCode.Conflict
                )
            ).Type()
        );
        Assert.Equal(
            "/problems/not-at-this-step",
            (
                await (
                    await service
                        .Commissioner()
                        .SendJsonAsync(HttpMethod.Post, $"{All}/{record}/signature", new { Decision = "Supported" }, 2)
                ).ProblemAsync(HttpStatusCode.Conflict)
            ).Type()
        );
        await (await officer.SendJsonAsync(HttpMethod.Post, $"{All}/NONE/drop", new { }, 1)).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Sign_InSomebodyElsesName_IsNotPossible()
    {
        var record = await service.RecordAsync(await service.SubmittedAsync(await service.RoundAsync()));
        await service.SignedAsync(record, DecisionStep.AwaitingApproval);
        (Visitor Who, string Step, string Page, object Typed, (string, string)[] Fields)[] steps =
        [
            (
                service.Finance(),
                "approval",
                "approve",
                new { Name = "Somebody Else", Office = "Chief Executive" },
                [("Office", "Chief Executive"), ("act", "approve")]
            ),
            (
                service.Monitoring(),
                "determination",
                "determine",
                new
                {
                    Name = "Somebody Else",
                    PublishRecord = true,
                    PublishDecision = true,
                },
                [("PublishRecord", "true"), ("PublishDecision", "true")]
            ),
            (
                service.Commissioner(),
                "signature",
                "sign",
                new { Name = "Somebody Else", Decision = "Supported" },
                [("Decision", "Supported")]
            ),
        ];
        var version = 2;
        foreach (var (who, step, page, typed, fields) in steps)
        {
            var answer = await who.SendJsonAsync(HttpMethod.Post, $"{All}/{record}/{step}", typed, version);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Null((await who.GetPageAsync($"/decisions/{record}/{page}")).QuerySelector("[name=Name]"));
            await who.PostAndFollowAsync(
                $"/decisions/{record}/{page}",
                [("Version", $"{version++}"), ("Name", "Somebody Else"), .. fields]
            );
        }
        var read = await service.Officer().GetPageAsync($"/decisions/{record}");
        Assert.DoesNotContain("Somebody Else", read.Text("main"));
        Assert.Equal(
            ["Kira Hughes, finance, at", "Claire Trewartha, monitoring officer, at", "Rupert Matthews, commissioner, at"],
            read.Texts(".govuk-summary-card dd").Select(signed => signed[..(signed.IndexOf(" at ", StringComparison.Ordinal) + 3)])
        );
        await service.Officer().PostAndFollowAsync($"/decisions/{record}/publish", ("Version", $"{version}"));
        Assert.DoesNotContain("Who signed", (await service.AsNobody().GetPageAsync($"/decisions/{record}")).Text("main"));
    }

    [Fact]
    public async Task OnePersonWithTwoRoles_SignsOnce()
    {
        var record = await service.RecordAsync(await service.SubmittedAsync(await service.RoundAsync()));
        await service.SignedAsync(record, DecisionStep.AwaitingApproval);
        var both = service.As(Given.Named("Olu Bello"), null, Roles.Officer, Roles.Finance);
        var problem = await (
            await both.SendJsonAsync(HttpMethod.Post, $"{All}/{record}/approval", new { Office = "Chief Executive" }, 2)
        ).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal("/problems/same-person", problem.Type());
    }

    [Fact]
    public async Task Begin_FiftyAtOnceSomeOfThemWrong_NumbersWithoutGapOrDuplicate()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        service.Clock.Now = new(2041, 6, 1, 9, 0, 0, TimeSpan.Zero);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 65)
                .Select(i =>
                    service
                        .Officer()
                        .SendJsonAsync(
                            HttpMethod.Post,
                            All,
                            new { Title = i % 13 == 0 ? "" : "T", Bids = new[] { i % 13 == 1 ? "NONE" : bid } }
                        )
                )
        );
        var (made, refused) = (
            answers.Where(a => a.StatusCode == HttpStatusCode.Created).ToList(),
            answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity)
        );
        Assert.Equal((55, 10), (made.Count, refused));
        Assert.Equal(
            Enumerable.Range(1, 55).Select(n => $"{All}/EXE{n:000}-41"),
            made.Select(a => a.Headers.Location!.OriginalString).Order(StringComparer.Ordinal)
        );

        var officer = service.Officer();
        await officer.MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"{All}/sequence/2041", new { Last = 60 });
        Assert.Equal("last", await (await officer.SendJsonAsync(HttpMethod.Put, $"{All}/sequence/2041", new { Last = 59 })).FieldsAsync());
        Assert.Equal("EXE061-41", await service.RecordAsync(bid));
    }

    [Fact]
    public async Task SignedTwiceAtOnce_OneGrantIsMade()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var records = new[] { await service.RecordAsync(bid), await service.RecordAsync(bid) };
        foreach (var record in records)
            await service.SignedAsync(record, DecisionStep.AwaitingDecision);
        var signatures = await Task.WhenAll(
            records
                .Concat(records)
                .Select(r =>
                    service.Commissioner().SendJsonAsync(HttpMethod.Post, $"{All}/{r}/signature", new { Decision = "Supported" }, 4)
                )
        );
        Assert.Single(signatures, a => a.StatusCode == HttpStatusCode.NoContent);
        Assert.All(
            signatures,
            a =>
                Assert.Contains(
                    a.StatusCode,
                    (HttpStatusCode[])[HttpStatusCode.NoContent, HttpStatusCode.PreconditionFailed, HttpStatusCode.Conflict]
                )
        );
        Assert.Equal(1, await service.ReadAsync((BidsContext db) => db.Grants.CountAsync(g => g.Reference == bid)));
    }

    [Fact]
    public async Task Correction_SupersedesAndMakesNoSecondGrant()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var wrong = await service.DecidedAsync(Decision.Supported, bid);
        var begun = await service
            .Officer()
            .MustAsync(
                HttpStatusCode.Created,
                HttpMethod.Post,
                $"{All}/{wrong}/correction",
                new { },
                (await service.DecisionAsync(wrong)).Version
            );
        var right = begun.GetProperty("reference").GetString()!;
        var twice = await service
            .Officer()
            .SendJsonAsync(HttpMethod.Post, $"{All}/{wrong}/correction", new { }, (await service.DecisionAsync(wrong)).Version);
        Assert.Equal("/problems/correction-begun", (await twice.ProblemAsync(HttpStatusCode.Conflict)).Type());
        await service.SignedAsync(right, DecisionStep.AwaitingDecision);
        var refused = await (
            await service.Commissioner().SendJsonAsync(HttpMethod.Post, $"{All}/{right}/signature", new { Decision = "NotSupported" }, 4)
        ).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal("/problems/has-grant", refused.Type());
        await service
            .Commissioner()
            .MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"{All}/{right}/signature", new { Decision = "Supported" }, 4);
        Assert.Equal(right, (await service.DecisionAsync(wrong)).Details.SupersededBy);
        Assert.Equal(1, await service.ReadAsync((BidsContext db) => db.Grants.CountAsync(g => g.Reference == bid)));
    }

    [Fact]
    public async Task List_GoesOnWhereThePageEnds()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        for (var i = 0; i < 101; i++)
            await service.RecordAsync(bid);
        var seen = new HashSet<string>();
        for (var next = All; next is not null; )
        {
            var page = await service.Officer().GetAsync(next);
            var records = await service.Officer().MustAsync(HttpStatusCode.OK, HttpMethod.Get, next, null);
            Assert.All(records.EnumerateArray(), r => Assert.True(seen.Add(r.GetProperty("reference").GetString()!)));
            next = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }
        Assert.Equal(await service.ReadAsync((BidsContext db) => db.Decisions.CountAsync()), seen.Count);
    }
}
