using System.Net;
using Platform.Bids.Tests.Files;
using Platform.Contracts;
using Platform.Testing;

namespace Platform.Bids.Tests;

public sealed class EndpointsTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Everybody_IsLetInWhereTheyMayBe()
    {
        var round = await service.RoundAsync();
        var (granted, bid) = (await service.CompleteAsync(round), await service.CompleteAsync(round));
        var (given, draft) = ((await service.Editor().AttachAsync(granted)).Id(), (await service.Editor().AttachAsync(bid)).Id());
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/bids/{granted}/submission", null);
        await service.Officer().MustAsync(HttpStatusCode.Created, HttpMethod.Post, "/api/bids/decisions",
            new { Reference = "EXE600-25", Title = "T", Decision = Decision.Supported, DecidedOn = new DateOnly(2025, 2, 3), Bids = new[] { granted } });
        var (id, nothing, none) = (Guid.NewGuid(), new { }, Array.Empty<Answer>());
        await service.Editor().MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"/api/bids/bids/{bid}/interventions/{id}", Given.Answers(), 8);
        await service.Editor().MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"/api/bids/bids/{bid}/questions", none, 9);
        await service.MarkAsync(bid, [BidSections.Attachments]);

        // Nobody, another partnership's lead, editor, lead, chair, officer, the rest of the office, board.
        await EndpointTable.AssertAsync(service,
        [
            new("GET /health/live", "/health/live", "200 200 200 200 200 200 200 200"),
            new("GET /health/ready", "/health/ready", "200 200 200 200 200 200 200 200"),
            new("GET /api/{documentName}/openapi.json", "/api/bids/openapi.json", "200 200 200 200 200 200 200 200"),
            new("GET /rounds", "/rounds", "401 200 200 200 200 200 200 200"),
            new("GET /rounds/new", "/rounds/new", "401 403 403 403 403 200 403 403"),
            new("POST /rounds/new", "/rounds/new", "401 403 403 403 403 200 403 403"),
            new("GET /rounds/{reference}", $"/rounds/{round}", "401 200 200 200 200 200 200 200"),
            new("POST /rounds/{reference}", $"/rounds/{round}", "401 302 302 302 403 403 403 403"),
            new("GET /bids", "/bids", "401 200 200 200 200 200 200 200"),
            new("GET /bids/{reference}", $"/bids/{bid}", "401 404 200 200 200 200 200 200"),
            new("GET /bids/{reference}/contacts", $"/bids/{bid}/contacts", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/contacts", $"/bids/{bid}/contacts", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/project", $"/bids/{bid}/project", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/project", $"/bids/{bid}/project", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/project/need", $"/bids/{bid}/project/need", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/project/need", $"/bids/{bid}/project/need", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/project/questions", $"/bids/{bid}/project/questions", "401 404 302 302 403 403 403 403"),
            new("POST /bids/{reference}/project/questions", $"/bids/{bid}/project/questions", "401 404 302 302 403 403 403 403"),
            new("GET /bids/{reference}/where", $"/bids/{bid}/where", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/where", $"/bids/{bid}/where", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/interventions", $"/bids/{bid}/interventions", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/interventions", $"/bids/{bid}/interventions", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/match-funding", $"/bids/{bid}/match-funding", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/match-funding", $"/bids/{bid}/match-funding", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/risks", $"/bids/{bid}/risks", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/risks", $"/bids/{bid}/risks", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/sections/{section}", $"/bids/{bid}/sections/project", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/sections/{section}", $"/bids/{bid}/sections/project", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/interventions/{id:guid}/about", $"/bids/{bid}/interventions/{id}/about", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/interventions/{id:guid}/about", $"/bids/{bid}/interventions/{id}/about", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/interventions/{id:guid}/budget", $"/bids/{bid}/interventions/{id}/budget", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/interventions/{id:guid}/budget", $"/bids/{bid}/interventions/{id}/budget", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/interventions/{id:guid}/outputs", $"/bids/{bid}/interventions/{id}/outputs", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/interventions/{id:guid}/outputs", $"/bids/{bid}/interventions/{id}/outputs", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/interventions/{id:guid}/assets", $"/bids/{bid}/interventions/{id}/assets", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/interventions/{id:guid}/assets", $"/bids/{bid}/interventions/{id}/assets", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/interventions/{id:guid}/areas", $"/bids/{bid}/interventions/{id}/areas", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/interventions/{id:guid}/areas", $"/bids/{bid}/interventions/{id}/areas", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/match-funding/{id:guid}", $"/bids/{bid}/match-funding/{id}", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/match-funding/{id:guid}", $"/bids/{bid}/match-funding/{id}", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/risks/{id:guid}", $"/bids/{bid}/risks/{id}", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/risks/{id:guid}", $"/bids/{bid}/risks/{id}", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/{section:regex(^(interventions|match-funding|risks)$)}/{id:guid}/remove", $"/bids/{bid}/interventions/{id}/remove", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/{section:regex(^(interventions|match-funding|risks)$)}/{id:guid}/remove", $"/bids/{bid}/interventions/{id}/remove", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/copy", $"/bids/{bid}/copy", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/copy", $"/bids/{bid}/copy", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/check-answers", $"/bids/{bid}/check-answers", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/declaration", $"/bids/{bid}/declaration", "401 404 302 302 403 403 403 403"),
            new("POST /bids/{reference}/declaration", $"/bids/{bid}/declaration", "401 404 403 200 403 403 403 403"),
            new("GET /bids/{reference}/withdraw", $"/bids/{bid}/withdraw", "401 404 403 200 403 403 403 403"),
            new("POST /bids/{reference}/withdraw", $"/bids/{granted}/withdraw", "401 404 403 200 403 403 403 403"),
            new("GET /bids/{reference}/send-back", $"/bids/{granted}/send-back", "401 403 403 403 403 302 403 403"),
            new("POST /bids/{reference}/send-back", $"/bids/{granted}/send-back", "401 403 403 403 403 200 403 403"),
            new("GET /bids/{reference}/history", $"/bids/{granted}/history", "401 404 200 200 200 200 200 200"),
            new("GET /bids/{reference}/submissions/{number:int}", $"/bids/{granted}/submissions/1", "401 404 200 200 200 200 200 200"),
            new("GET /bids/{reference}/submissions/{number:int}.json", $"/bids/{granted}/submissions/1.json", "401 404 200 200 200 200 200 200"),
            new("GET /bids/{reference}/submitted", $"/bids/{granted}/submitted", "401 404 200 200 200 200 200 200"),
            new("GET /bids/{reference}/attachments", $"/bids/{bid}/attachments", "401 404 200 200 200 404 404 404"),
            new("POST /bids/{reference}/attachments", $"/bids/{bid}/attachments", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/attachments/{id:guid}", $"/bids/{granted}/attachments/{given}", "401 404 200 200 200 200 200 200"),
            new("GET /bids/{reference}/attachments/{id:guid}/remove", $"/bids/{bid}/attachments/{draft}/remove", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/attachments/{id:guid}/remove", $"/bids/{granted}/attachments/{given}/remove", "401 404 200 200 403 403 403 403"),
            // There is no Chromium here: PdfTests have one.
            new("GET /bids/{reference}/pdf", $"/bids/{bid}/pdf", "401 404 404 404 404 404 404 404"),
            new("GET /decisions/new", $"/decisions/new?round={round}", "401 403 403 403 403 200 403 403"),
            new("POST /decisions/new", $"/decisions/new?round={round}", "401 403 403 403 403 200 403 403"),
            new("GET /decisions/{reference}", "/decisions/EXE600-25", "401 403 403 403 403 200 200 200"),
            new("GET /grants", "/grants", "401 200 200 200 200 200 200 200"),
            new("GET /grants/{reference}", $"/grants/{granted}", "401 404 200 200 200 200 200 200"),
            new("GET /api/bids/rounds", "/api/bids/rounds", "200 200 200 200 200 200 200 200"),
            new("POST /api/bids/rounds", "/api/bids/rounds", "401 403 403 403 403 422 403 403", nothing),
            new("GET /api/bids/bids", "/api/bids/bids", "401 200 200 200 200 200 200 200"),
            new("POST /api/bids/bids", "/api/bids/bids", "401 404 404 404 403 403 403 403", nothing),
            new("GET /api/bids/bids/{reference}", $"/api/bids/bids/{bid}", "401 404 200 200 200 200 200 200"),
            new("PUT /api/bids/bids/{reference}", $"/api/bids/bids/{bid}", "401 404 412 412 403 403 403 403", nothing),
            new("PUT /api/bids/bids/{reference}/contacts", $"/api/bids/bids/{bid}/contacts", "401 404 412 412 403 403 403 403", nothing),
            new("PUT /api/bids/bids/{reference}/need", $"/api/bids/bids/{bid}/need", "401 404 412 412 403 403 403 403", nothing),
            new("PUT /api/bids/bids/{reference}/questions", $"/api/bids/bids/{bid}/questions", "401 404 204 204 403 403 403 403", Array.Empty<object>()),
            new("PUT /api/bids/bids/{reference}/where", $"/api/bids/bids/{bid}/where", "401 404 412 412 403 403 403 403", nothing),
            new("PUT /api/bids/bids/{reference}/match-funding/{id:guid}", $"/api/bids/bids/{bid}/match-funding/{id}", "401 404 422 422 403 403 403 403", nothing),
            new("DELETE /api/bids/bids/{reference}/match-funding/{id:guid}", $"/api/bids/bids/{bid}/match-funding/{id}", "401 404 404 404 403 403 403 403"),
            new("PUT /api/bids/bids/{reference}/risks/{id:guid}", $"/api/bids/bids/{bid}/risks/{id}", "401 404 422 422 403 403 403 403", nothing),
            new("DELETE /api/bids/bids/{reference}/risks/{id:guid}", $"/api/bids/bids/{bid}/risks/{id}", "401 404 404 404 403 403 403 403"),
            new("PUT /api/bids/bids/{reference}/project", $"/api/bids/bids/{bid}/project", "401 404 412 412 403 403 403 403", nothing),
            new("PUT /api/bids/bids/{reference}/interventions/{id:guid}", $"/api/bids/bids/{bid}/interventions/{id}", "401 404 422 422 403 403 403 403", nothing),
            new("DELETE /api/bids/bids/{reference}/interventions/{id:guid}", $"/api/bids/bids/{bid}/interventions/{id}", "401 404 412 412 403 403 403 403"),
            new("POST /api/bids/bids/{reference}/submission", $"/api/bids/bids/{bid}/submission", "401 404 403 412 403 403 403 403", nothing),
            new("PUT /api/bids/bids/{reference}/completed/{section}", $"/api/bids/bids/{bid}/completed/attachments", "401 404 204 204 403 403 403 403", new { Complete = true }),
            new("POST /api/bids/bids/{reference}/send-back", $"/api/bids/bids/{granted}/send-back", "401 403 403 403 403 409 403 403", nothing),
            new("POST /api/bids/bids/{reference}/withdrawal", $"/api/bids/bids/{granted}/withdrawal", "401 404 403 409 403 403 403 403", nothing),
            new("POST /api/bids/bids/{reference}/copy", $"/api/bids/bids/{granted}/copy", "401 404 404 404 403 403 403 403", nothing),
            new("GET /api/bids/bids/{reference}/attachments", $"/api/bids/bids/{bid}/attachments", "401 404 200 200 200 404 404 404"),
            new("POST /api/bids/bids/{reference}/attachments", $"/api/bids/bids/{bid}/attachments", "401 404 422 422 403 403 403 403", nothing),
            new("GET /api/bids/bids/{reference}/attachments/{id:guid}", $"/api/bids/bids/{bid}/attachments/{draft}", "401 404 200 200 200 404 404 404"),
            new("DELETE /api/bids/bids/{reference}/attachments/{id:guid}", $"/api/bids/bids/{granted}/attachments/{given}", "401 404 409 409 403 403 403 403"),
            new("POST /api/bids/decisions", "/api/bids/decisions", "401 403 403 403 403 422 403 403", nothing),
            new("GET /api/bids/grants", "/api/bids/grants", "401 200 200 200 200 200 200 200"),
        ]);
        Assert.Equal((11, "BidStarted" + string.Concat(Enumerable.Repeat(" BidSaved", 10))), ((await service.BidAsync(bid)).Version, await service.EventsAsync(bid)));
    }
}
