using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Assessments;

public sealed class AssessmentsApiTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Assessor_DeclaresScoresAndCompletes_WithTheVersionItRead()
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        var ada = await service.AssessorAsync("Ada");
        await service.AssignAsync(bid, ada);
        var (assessor, address) = (service.AsAssessor(ada), $"/api/assessments/{bid}");
        Assert.Equal(BidState.UnderAssessment, (await service.BidAsync(bid)).State);
        var mine = await assessor.MustAsync(HttpStatusCode.OK, HttpMethod.Get, "/api/assessments", null);
        Assert.Contains(mine.EnumerateArray(), a => a.GetProperty("bid").GetString() == bid);

        await (await assessor.SendJsonAsync(HttpMethod.Put, $"{address}/scores", GivenAssessment.Scores(3, 2))).ProblemAsync(
            HttpStatusCode.PreconditionRequired
        );
        Assert.Equal(
            "/problems/interest-not-declared",
            (
                await (await assessor.SendJsonAsync(HttpMethod.Put, $"{address}/scores", GivenAssessment.Scores(3, 2), 1)).ProblemAsync(
                    HttpStatusCode.Conflict
                )
            ).Type()
        );
        Assert.Equal("hasInterest", await (await assessor.SendJsonAsync(HttpMethod.Put, $"{address}/interest", new { }, 1)).FieldsAsync());
        await assessor.MustAsync(HttpStatusCode.PreconditionFailed, HttpMethod.Put, $"{address}/interest", new { HasInterest = false }, 7);
        await assessor.MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"{address}/interest", new { HasInterest = false }, 1);
        await assessor.MustAsync(
            HttpStatusCode.NoContent,
            HttpMethod.Put,
            $"{address}/scores",
            new[]
            {
                new
                {
                    Criterion = GivenAssessment.Need.Id,
                    Score = 3,
                    Justification = "Figures",
                },
            },
            2
        );
        await assessor.MustAsync(HttpStatusCode.PreconditionFailed, HttpMethod.Put, $"{address}/scores", GivenAssessment.Scores(1, 1), 2);
        await assessor.MustAsync(HttpStatusCode.UnprocessableEntity, HttpMethod.Post, $"{address}/completion", null, 3);
        await assessor.MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"{address}/scores", GivenAssessment.Scores(3, 0), 3);
        await assessor.MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"{address}/completion", null, 4);
        await assessor.MustAsync(HttpStatusCode.Conflict, HttpMethod.Put, $"{address}/scores", GivenAssessment.Scores(4, 4), 5);

        var read = await assessor.GetAsync(address);
        Assert.Equal("\"5\"", read.Headers.ETag!.Tag);
        Assert.Equal(
            "AssessmentAssigned InterestDeclared AssessmentScored AssessmentScored AssessmentScored",
            await service.AssessmentEventsAsync(bid, ada)
        );
        Assert.DoesNotContain(
            "Figures",
            string.Concat((await service.LogAsync((await service.AssessmentAsync(bid, ada)).Id)).Select(r => r.Json))
        );
    }

    [Fact]
    public async Task Scores_UntilAllHaveFinished_AreTheirAssessorsAlone()
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        var (ada, ben) = (await service.AssessorAsync("Ada"), await service.AssessorAsync("Ben"));
        await service.AssignAsync(bid, ada, ben);
        await service.CompleteAssessmentAsync(bid, ada);
        await service.DeclareAsync(bid, ben);
        foreach (
            var (who, address, status) in new[]
            {
                (service.AsAssessor(ben), $"/api/assessments/{bid}", HttpStatusCode.OK),
                (service.AsAssessor(ben), $"/api/assessments/{bid}/moderation", HttpStatusCode.NotFound),
                (service.AsAssessor(ada), $"/api/assessments/{bid}/moderation", HttpStatusCode.NotFound),
                (service.Officer(), $"/api/assessments/{bid}/moderation", HttpStatusCode.OK),
                (service.Officer(), $"/api/rounds/{bid.Split('-')[0]}/assessments", HttpStatusCode.OK),
                (service.Officer(), $"/api/assessments/{bid}", HttpStatusCode.NotFound),
            }
        )
        {
            var response = await who.GetAsync(address);
            Assert.Equal(status, response.StatusCode);
            Assert.DoesNotContain("Said by Ada", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        await service.CompleteAssessmentAsync(bid, ben, 1, 1);
        foreach (var who in new[] { service.AsAssessor(ada), service.AsAssessor(ben), service.Officer() })
            Assert.Contains(
                "Said by Ada",
                (await who.MustAsync(HttpStatusCode.OK, HttpMethod.Get, $"/api/assessments/{bid}/moderation", null)).ToString()
            );
    }

    // "Who declared an interest sees nothing more of that bid."
    [Fact]
    public async Task Bid_AfterDeclaringAnInterest_CannotBeFound()
    {
        var round = await service.ClosedRoundAsync("MEL RUT");
        var (bid, con) = ($"{round}-MEL-01", await service.AssessorAsync("Con"));
        await service.AssignAsync(bid, con);
        await service.AssignAsync($"{round}-RUT-01", con);
        await service.DeclareAsync(bid, con, hasInterest: true);
        await service.DeclareAsync($"{round}-RUT-01", con);
        foreach (
            var who in new[]
            {
                service.AsAssessor(con),
                service.As(con, null, Roles.Officer),
                service.As(con, null, Roles.Assessor, Roles.Officer),
            }
        )
        {
            foreach (
                var address in new[]
                {
                    $"/bids/{bid}",
                    $"/api/bids/{bid}",
                    $"/assessments/{bid}",
                    $"/assessments/{bid}/interest",
                    $"/assessments/{bid}/moderation",
                    $"/api/assessments/{bid}",
                    $"/api/assessments/{bid}/moderation",
                    $"/bids/{bid}/submitted",
                    $"/bids/{bid}/submissions/1",
                    $"/bids/{bid}/pdf",
                    $"/bids/{bid}/attachments",
                    $"/api/bids/{bid}/attachments",
                }
            )
                Assert.Equal(HttpStatusCode.NotFound, (await who.GetAsync(address)).StatusCode);
            foreach (var address in new[] { $"/rounds/{round}", $"/rounds/{round}/ranking", $"/api/rounds/{round}/ranking" })
            {
                var text = await (await who.GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.DoesNotContain(bid, text);
                Assert.Contains($"{round}-RUT-01", text);
            }
            Assert.Equal(HttpStatusCode.OK, (await who.GetAsync($"/bids/{round}-RUT-01")).StatusCode);
            Assert.DoesNotContain(bid, (await who.GetPageAsync("/bids")).Text("main"));
        }
        Assert.Equal(HttpStatusCode.OK, (await service.Officer().GetAsync($"/bids/{bid}")).StatusCode);
        await service
            .AsAssessor(con)
            .MustAsync(HttpStatusCode.NotFound, HttpMethod.Put, $"/api/assessments/{bid}/scores", GivenAssessment.Scores(4, 4), 2);
        await service
            .As(con, null, Roles.Officer)
            .MustAsync(HttpStatusCode.NotFound, HttpMethod.Delete, $"/api/assessments/{bid}/assessors/{con.UserId}", null);
        await service
            .As(con, null, Roles.Officer)
            .MustAsync(HttpStatusCode.NotFound, HttpMethod.Put, $"/api/assessments/{bid}/moderation", GivenAssessment.Agreed(4, 4), 0);
    }

    [Fact]
    public async Task Bid_BeforeTheDeclaration_IsHiddenFromItsAssessor()
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        var ada = await service.AssessorAsync("Ada");
        Assert.Equal(HttpStatusCode.OK, (await service.AsAssessor(ada).GetAsync($"/bids/{bid}")).StatusCode);
        await service.AssignAsync(bid, ada);
        Assert.Equal(HttpStatusCode.NotFound, (await service.AsAssessor(ada).GetAsync($"/bids/{bid}")).StatusCode);
        await service.DeclareAsync(bid, ada);
        Assert.Equal(HttpStatusCode.OK, (await service.AsAssessor(ada).GetAsync($"/bids/{bid}")).StatusCode);
    }

    [Fact]
    public async Task Assign_Wrong_SaysWhatIsWrong()
    {
        var open = await service.RoundAsync();
        var officer = service.Officer();
        Assert.Equal(
            "/problems/round-not-closed",
            (
                await (await officer.SendJsonAsync(HttpMethod.Post, "/api/assessments", new { Round = open })).ProblemAsync(
                    HttpStatusCode.Conflict
                )
            ).Type()
        );
        var round = await service.ClosedRoundAsync("MEL RUT");
        Assert.Equal(
            "bids assessors",
            await (await officer.SendJsonAsync(HttpMethod.Post, "/api/assessments", new { Round = round })).FieldsAsync()
        );
        Assert.Equal(
            "bids assessors",
            await (
                await officer.SendJsonAsync(
                    HttpMethod.Post,
                    "/api/assessments",
                    new
                    {
                        Round = round,
                        Bids = new[] { "NONE" },
                        Assessors = new[] { Guid.NewGuid() },
                    }
                )
            ).FieldsAsync()
        );
        var (ada, ben) = (await service.AssessorAsync("Ada"), await service.AssessorAsync("Ben"));
        await officer.MustAsync(
            HttpStatusCode.NoContent,
            HttpMethod.Post,
            "/api/assessments",
            new
            {
                Round = round,
                Bids = new[] { $"{round}-MEL-01", $"{round}-RUT-01" },
                Assessors = new[] { ada.UserId, ben.UserId },
            }
        );
        await service.AssignAsync($"{round}-MEL-01", ada);
        Assert.Equal("AssessmentAssigned", await service.AssessmentEventsAsync($"{round}-MEL-01", ada));
        Assert.EndsWith("BidSubmitted BidAssigned", await service.EventsAsync($"{round}-RUT-01"));
        Assert.Contains(
            ada.UserId.ToString(),
            (await officer.MustAsync(HttpStatusCode.OK, HttpMethod.Get, "/api/assessors", null)).ToString()
        );
    }

    [Fact]
    public async Task Moderation_CanBeRevisedFromTheVersionThatWasRead_UntilDecided()
    {
        var round = await service.ClosedRoundAsync();
        var bid = $"{round}-MEL-01";
        var ada = await service.AssessorAsync("Ada");
        var ben = await service.AssessorAsync("Ben");
        await service.ModeratedAsync(bid, ada, 4, 4);
        var (officer, address) = (service.Officer(), $"/api/assessments/{bid}/moderation");
        await (await officer.SendJsonAsync(HttpMethod.Put, address, GivenAssessment.Agreed(1, 1))).ProblemAsync(
            HttpStatusCode.PreconditionRequired
        );
        await officer.MustAsync(HttpStatusCode.PreconditionFailed, HttpMethod.Put, address, GivenAssessment.Agreed(1, 1), 0);
        await officer.MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, address, GivenAssessment.Agreed(3, 2), 1);
        Assert.Equal(
            68.75m,
            (await officer.MustAsync(HttpStatusCode.OK, HttpMethod.Get, address, null)).GetProperty("percent").GetDecimal()
        );
        Assert.Equal(
            "/problems/moderated",
            (
                await (
                    await officer.SendJsonAsync(
                        HttpMethod.Post,
                        "/api/assessments",
                        new
                        {
                            Round = round,
                            Bids = new[] { bid },
                            Assessors = new[] { ben.UserId },
                        }
                    )
                ).ProblemAsync(HttpStatusCode.Conflict)
            ).Type()
        );
        await service.As(Given.Named("Pat"), null, Roles.Commissioner).MustAsync(HttpStatusCode.OK, HttpMethod.Get, address, null);
    }

    [Fact]
    public async Task Ranking_IsInOrder_WithWhatIsStillToCome()
    {
        var round = await service.ClosedRoundAsync("MEL RUT BLA CHA", Money.FromPounds(10_000));
        var ada = await service.AssessorAsync("Ada");
        await service.ModeratedAsync($"{round}-MEL-01", ada, 3, 3, 6_000);
        await service.ModeratedAsync($"{round}-RUT-01", ada, 4, 4, 5_000);
        await service.ModeratedAsync($"{round}-BLA-01", ada, 1, 1);
        var ranking = await service.Officer().MustAsync(HttpStatusCode.OK, HttpMethod.Get, $"/api/rounds/{round}/ranking", null);
        Assert.Equal(
            ["1 RUT 100 5000.00 True", "2 MEL 75 11000.00 False", "3 BLA 25  False"],
            ranking
                .GetProperty("ranked")
                .EnumerateArray()
                .Select(r =>
                    $"{r.GetProperty("place")} {r.GetProperty("partnership").GetString()} {r.GetProperty("percent").GetDecimal():0.##} "
                    + $"{r.GetProperty("running").GetString()} {r.GetProperty("isAffordable")}"
                )
        );
        Assert.Equal([$"{round}-CHA-01"], ranking.GetProperty("unassessed").EnumerateArray().Select(b => b.GetString()));
    }
}
