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
        var (granted, bid) = (await service.CompleteAsync(round), await service.DraftAsync(round));
        var (given, draft) = ((await service.Editor().AttachAsync(granted)).Id(), (await service.Editor().AttachAsync(bid)).Id());
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/bids/{granted}/submission", null);
        var decided = await service.DecidedAsync(Decision.Supported, granted);
        await service.StepAsync(service.Officer(), decided, "publication", new { });
        var waits = await service.SubmittedAsync(round, "BLA");
        var (record, asked, judged, signed) = (await service.RecordAsync(waits), await service.RecordAsync(waits), await service.RecordAsync(waits), await service.RecordAsync(waits));
        await service.SignedAsync(asked, DecisionStep.AwaitingApproval);
        await service.SignedAsync(judged, DecisionStep.AwaitingDetermination);
        await service.SignedAsync(signed, DecisionStep.AwaitingDecision);
        var (id, nothing) = (Guid.NewGuid(), new { });
        await service.Editor().MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"/api/bids/bids/{bid}/interventions/{id}", Given.Answers(), 1);

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
            new("GET /bids/{reference}/project", $"/bids/{bid}/project", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/project", $"/bids/{bid}/project", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/interventions", $"/bids/{bid}/interventions", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/interventions/{id}", $"/bids/{bid}/interventions/{id}", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/interventions/{id}", $"/bids/{bid}/interventions/new", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/interventions/{id:guid}/remove", $"/bids/{bid}/interventions/{id}/remove", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/interventions/{id:guid}/remove", $"/bids/{bid}/interventions/{id}/remove", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/check-answers", $"/bids/{bid}/check-answers", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/check-answers", $"/bids/{bid}/check-answers", "401 404 403 200 403 403 403 403"),
            new("GET /bids/{reference}/submitted", $"/bids/{granted}/submitted", "401 404 200 200 200 200 200 200"),
            new("GET /bids/{reference}/attachments", $"/bids/{bid}/attachments", "401 404 200 200 200 404 404 404"),
            new("POST /bids/{reference}/attachments", $"/bids/{bid}/attachments", "401 404 200 200 403 403 403 403"),
            new("GET /bids/{reference}/attachments/{id:guid}", $"/bids/{granted}/attachments/{given}", "401 404 200 200 200 200 200 200"),
            new("GET /bids/{reference}/attachments/{id:guid}/remove", $"/bids/{bid}/attachments/{draft}/remove", "401 404 200 200 403 403 403 403"),
            new("POST /bids/{reference}/attachments/{id:guid}/remove", $"/bids/{granted}/attachments/{given}/remove", "401 404 200 200 403 403 403 403"),
            // There is no Chromium here: PdfTests have one.
            new("GET /bids/{reference}/pdf", $"/bids/{bid}/pdf", "401 404 404 404 404 404 404 404"),
            new("GET /decisions", "/decisions", "200 200 200 200 200 200 200 200"),
            new("POST /decisions", "/decisions", "401 403 403 403 403 200 403 403 200"),
            new("GET /decisions/new", $"/decisions/new?round={round}", "401 403 403 403 403 200 403 403"),
            new("POST /decisions/new", $"/decisions/new?round={round}", "401 403 403 403 403 200 403 403"),
            new("GET /decisions/{reference}", $"/decisions/{decided}", "200 200 200 200 200 200 200 200"),
            new("POST /decisions/{reference}", $"/decisions/{record}", "401 403 403 403 403 404 403 403"),
            new("GET /decisions/{reference}/edit", $"/decisions/{record}/edit", "401 403 403 403 403 200 403 403"),
            new("POST /decisions/{reference}/edit", $"/decisions/{record}/edit", "401 403 403 403 403 200 403 403"),
            new("GET /decisions/{reference}/approve", $"/decisions/{asked}/approve", "401 403 403 403 403 403 403 403 403 finance=200"),
            new("POST /decisions/{reference}/approve", $"/decisions/{asked}/approve", "401 403 403 403 403 403 403 403 403 finance=200"),
            new("GET /decisions/{reference}/determine", $"/decisions/{judged}/determine", "401 403 403 403 403 403 403 403 403 monitoring-officer=200"),
            new("POST /decisions/{reference}/determine", $"/decisions/{judged}/determine", "401 403 403 403 403 403 403 403 403 monitoring-officer=200"),
            new("GET /decisions/{reference}/sign", $"/decisions/{signed}/sign", "401 403 403 403 403 403 403 403 403 commissioner=200"),
            new("POST /decisions/{reference}/sign", $"/decisions/{signed}/sign", "401 403 403 403 403 403 403 403 403 commissioner=200"),
            new("GET /decisions/{reference}/publish", $"/decisions/{decided}/publish", "401 403 403 403 403 200 403 403"),
            new("POST /decisions/{reference}/publish", $"/decisions/{record}/publish", "401 403 403 403 403 200 403 403"),
            new("GET /grants", "/grants", "401 200 200 200 200 200 200 200"),
            new("GET /grants/{reference}", $"/grants/{granted}", "401 404 200 200 200 200 200 200"),
            new("GET /grants/{reference}/vary", $"/grants/{granted}/vary", "401 403 403 403 403 200 403 403"),
            new("POST /grants/{reference}/vary", $"/grants/{granted}/vary", "401 403 403 403 403 200 403 403"),
            new("GET /grants/{reference}/variations/{number:int}", $"/grants/{granted}/variations/1", "401 404 404 404 404 404 404 404"),
            new("GET /grants/{reference}/agreement", $"/grants/{granted}/agreement", "401 404 200 200 200 200 200 200"),
            new("POST /grants/{reference}/agreement", $"/grants/{granted}/agreement", "401 404 403 200 403 403 403 403"),
            new("GET /api/bids/rounds", "/api/bids/rounds", "200 200 200 200 200 200 200 200"),
            new("POST /api/bids/rounds", "/api/bids/rounds", "401 403 403 403 403 422 403 403", nothing),
            new("GET /api/bids/bids", "/api/bids/bids", "401 200 200 200 200 200 200 200"),
            new("POST /api/bids/bids", "/api/bids/bids", "401 404 404 404 403 403 403 403", nothing),
            new("GET /api/bids/bids/{reference}", $"/api/bids/bids/{bid}", "401 404 200 200 200 200 200 200"),
            new("PUT /api/bids/bids/{reference}", $"/api/bids/bids/{bid}", "401 404 412 412 403 403 403 403", nothing),
            new("PUT /api/bids/bids/{reference}/contacts", $"/api/bids/bids/{bid}/contacts", "401 404 412 412 403 403 403 403", nothing),
            new("PUT /api/bids/bids/{reference}/need", $"/api/bids/bids/{bid}/need", "401 404 412 412 403 403 403 403", nothing),
            new("PUT /api/bids/bids/{reference}/questions", $"/api/bids/bids/{bid}/questions", "401 404 412 412 403 403 403 403", Array.Empty<object>()),
            new("PUT /api/bids/bids/{reference}/where", $"/api/bids/bids/{bid}/where", "401 404 412 412 403 403 403 403", nothing),
            new("PUT /api/bids/bids/{reference}/match-funding/{id:guid}", $"/api/bids/bids/{bid}/match-funding/{id}", "401 404 422 422 403 403 403 403", nothing),
            new("DELETE /api/bids/bids/{reference}/match-funding/{id:guid}", $"/api/bids/bids/{bid}/match-funding/{id}", "401 404 404 404 403 403 403 403"),
            new("PUT /api/bids/bids/{reference}/risks/{id:guid}", $"/api/bids/bids/{bid}/risks/{id}", "401 404 422 422 403 403 403 403", nothing),
            new("DELETE /api/bids/bids/{reference}/risks/{id:guid}", $"/api/bids/bids/{bid}/risks/{id}", "401 404 404 404 403 403 403 403"),
            new("PUT /api/bids/bids/{reference}/project", $"/api/bids/bids/{bid}/project", "401 404 412 412 403 403 403 403", nothing),
            new("PUT /api/bids/bids/{reference}/interventions/{id:guid}", $"/api/bids/bids/{bid}/interventions/{id}", "401 404 422 422 403 403 403 403", nothing),
            new("DELETE /api/bids/bids/{reference}/interventions/{id:guid}", $"/api/bids/bids/{bid}/interventions/{id}", "401 404 412 412 403 403 403 403"),
            new("POST /api/bids/bids/{reference}/submission", $"/api/bids/bids/{bid}/submission", "401 404 403 412 403 403 403 403", nothing),
            new("GET /api/bids/bids/{reference}/attachments", $"/api/bids/bids/{bid}/attachments", "401 404 200 200 200 404 404 404"),
            new("POST /api/bids/bids/{reference}/attachments", $"/api/bids/bids/{bid}/attachments", "401 404 422 422 403 403 403 403", nothing),
            new("GET /api/bids/bids/{reference}/attachments/{id:guid}", $"/api/bids/bids/{bid}/attachments/{draft}", "401 404 200 200 200 404 404 404"),
            new("DELETE /api/bids/bids/{reference}/attachments/{id:guid}", $"/api/bids/bids/{granted}/attachments/{given}", "401 404 409 409 403 403 403 403"),
            new("GET /api/bids/decisions", "/api/bids/decisions", "401 403 403 403 403 200 200 200"),
            new("POST /api/bids/decisions", "/api/bids/decisions", "401 403 403 403 403 422 403 403", nothing),
            new("PUT /api/bids/decisions/sequence/{year:int}", "/api/bids/decisions/sequence/2025", "401 403 403 403 403 422 403 403 422", nothing),
            new("GET /api/bids/decisions/{reference}", $"/api/bids/decisions/{record}", "401 403 403 403 403 200 200 200"),
            new("PUT /api/bids/decisions/{reference}", $"/api/bids/decisions/{record}", "401 403 403 403 403 412 403 403", nothing),
            new("POST /api/bids/decisions/{reference}/submission", $"/api/bids/decisions/{record}/submission", "401 403 403 403 403 412 403 403", nothing),
            new("POST /api/bids/decisions/{reference}/approval", $"/api/bids/decisions/{asked}/approval", "401 403 403 403 403 403 403 403 403 finance=412", nothing),
            new("POST /api/bids/decisions/{reference}/return", $"/api/bids/decisions/{asked}/return", "401 403 403 403 403 403 403 403 403 finance=412", nothing),
            new("POST /api/bids/decisions/{reference}/determination", $"/api/bids/decisions/{judged}/determination", "401 403 403 403 403 403 403 403 403 monitoring-officer=412", nothing),
            new("POST /api/bids/decisions/{reference}/signature", $"/api/bids/decisions/{signed}/signature", "401 403 403 403 403 403 403 403 403 commissioner=412", nothing),
            new("POST /api/bids/decisions/{reference}/publication", $"/api/bids/decisions/{decided}/publication", "401 403 403 403 403 412 403 403", nothing),
            new("POST /api/bids/decisions/{reference}/drop", $"/api/bids/decisions/{record}/drop", "401 403 403 403 403 412 403 403", nothing),
            new("POST /api/bids/decisions/{reference}/correction", $"/api/bids/decisions/{decided}/correction", "401 403 403 403 403 412 403 403", nothing),
            new("GET /rounds/{reference}/assessments", $"/rounds/{round}/assessments", "401 403 403 403 403 200 403 403"),
            new("POST /rounds/{reference}/assessments", $"/rounds/{round}/assessments", "401 403 403 403 403 200 403 403"),
            new("GET /rounds/{reference}/assessments/{id:guid}/remove", $"/rounds/{round}/assessments/{id}/remove", "401 403 403 403 403 404 403 403"),
            new("POST /rounds/{reference}/assessments/{id:guid}/remove", $"/rounds/{round}/assessments/{id}/remove", "401 403 403 403 403 404 403 403"),
            new("GET /rounds/{reference}/ranking", $"/rounds/{round}/ranking", "401 403 403 403 403 200 200 403 403"),
            new("GET /rounds/{reference}/ranking.csv", $"/rounds/{round}/ranking.csv", "401 403 403 403 403 200 200 403 403"),
            new("GET /assessments", "/assessments", "401 403 403 403 403 200 200 200"),
            new("GET /assessments/{bid}", $"/assessments/{granted}", "401 403 403 403 403 404 404 404"),
            new("POST /assessments/{bid}", $"/assessments/{granted}", "401 403 403 403 403 404 404 404"),
            new("GET /assessments/{bid}/interest", $"/assessments/{granted}/interest", "401 403 403 403 403 404 404 404"),
            new("POST /assessments/{bid}/interest", $"/assessments/{granted}/interest", "401 403 403 403 403 404 404 404"),
            new("GET /assessments/{bid}/moderation", $"/assessments/{granted}/moderation", "401 403 403 403 403 200 404 404"),
            new("POST /assessments/{bid}/moderation", $"/assessments/{granted}/moderation", "401 403 403 403 403 200 403 403"),
            new("GET /api/bids/assessments", "/api/bids/assessments", "401 403 403 403 403 200 200 200"),
            new("POST /api/bids/assessments", "/api/bids/assessments", "401 403 403 403 403 404 403 403", nothing),
            new("GET /api/bids/assessors", "/api/bids/assessors", "401 403 403 403 403 200 403 403"),
            new("GET /api/bids/assessments/{bid}", $"/api/bids/assessments/{granted}", "401 403 403 403 403 404 404 404"),
            new("PUT /api/bids/assessments/{bid}/interest", $"/api/bids/assessments/{granted}/interest", "401 403 403 403 403 404 404 404", nothing),
            new("PUT /api/bids/assessments/{bid}/scores", $"/api/bids/assessments/{granted}/scores", "401 403 403 403 403 404 404 404", Array.Empty<object>()),
            new("POST /api/bids/assessments/{bid}/completion", $"/api/bids/assessments/{granted}/completion", "401 403 403 403 403 404 404 404", nothing),
            new("DELETE /api/bids/assessments/{bid}/assessors/{user:guid}", $"/api/bids/assessments/{granted}/assessors/{id}", "401 403 403 403 403 404 403 403"),
            new("GET /api/bids/assessments/{bid}/moderation", $"/api/bids/assessments/{granted}/moderation", "401 403 403 403 403 200 404 404"),
            new("PUT /api/bids/assessments/{bid}/moderation", $"/api/bids/assessments/{granted}/moderation", "401 403 403 403 403 409 403 403", nothing),
            new("GET /api/bids/rounds/{reference}/assessments", $"/api/bids/rounds/{round}/assessments", "401 403 403 403 403 200 403 403"),
            new("GET /api/bids/rounds/{reference}/ranking", $"/api/bids/rounds/{round}/ranking", "401 403 403 403 403 200 200 403 403"),
            new("GET /api/bids/grants", "/api/bids/grants", "401 200 200 200 200 200 200 200"),
            new("GET /api/bids/grants/{reference}", $"/api/bids/grants/{granted}", "401 404 200 200 200 200 200 200"),
            new("POST /api/bids/grants/{reference}/variations", $"/api/bids/grants/{granted}/variations", "401 403 403 403 403 412 403 403", nothing),
            new("POST /api/bids/grants/{reference}/acceptance", $"/api/bids/grants/{granted}/acceptance", "401 404 403 412 403 403 403 403"),
        ]);
        Assert.Equal((3, "BidStarted BidSaved BidSaved"), ((await service.BidAsync(bid)).Version, await service.EventsAsync(bid)));
    }
}
