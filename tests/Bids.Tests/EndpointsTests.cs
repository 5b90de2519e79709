using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests;

public sealed class EndpointsTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Everybody_IsLetInWhereTheyMayBe()
    {
        var round = await service.RoundAsync();
        var (granted, bid) = (await service.CompleteAsync(round), await service.CompleteAsync(round));
        var (given, draft) = ((await service.Editor().AttachAsync(granted)).Id(), (await service.Editor().AttachAsync(bid)).Id());
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{granted}/submission", null);
        var decided = await service.DecidedAsync(Decision.Supported, granted);
        await service.StepAsync(service.Officer(), decided, "publication", new { });
        var waits = await service.SubmittedAsync(round, "BLA");
        var record = await service.RecordAsync(waits);
        var asked = await service.RecordAsync(waits);
        var judged = await service.RecordAsync(waits);
        var signed = await service.RecordAsync(waits);
        await service.SignedAsync(asked, DecisionStep.AwaitingApproval);
        await service.SignedAsync(judged, DecisionStep.AwaitingDetermination);
        await service.SignedAsync(signed, DecisionStep.AwaitingDecision);
        var id = Guid.NewGuid();
        var nothing = new { };
        var none = Array.Empty<Answer>();
        await service
            .Editor()
            .MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"/api/bids/{bid}/interventions/{id}", Given.Answers(), 8);
        await service.Editor().MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"/api/bids/{bid}/questions", none, 9);
        await service.MarkAsync(bid, [BidSections.Attachments]);
        var written = await service.RoundDraftAsync(
            "ENDP1",
            r => r with { Questions = [new(id, "Why?", "", false, 100)], Criteria = [new(id, "Need", "", 1)] }
        );
        var wanted = (
            await service
                .Editor()
                .MustAsync(HttpStatusCode.Created, HttpMethod.Post, $"/api/rounds/{round}/extension-requests", new { Reason = "Flood" })
        ).GetProperty("id");

        var profile = await service.ProfileAsync(Given.Year(2040));
        var priority = (await service.FindProfileAsync(profile)).Priorities[0].Id;

        // Nobody, another partnership's lead, editor, lead, chair, officer, the rest of the office, board.
        await EndpointTable.AssertAsync(
            service,
            [
                new("GET /health/live", "/health/live", "200 200 200 200 200 200 200 200"),
                new("GET /health/ready", "/health/ready", "200 200 200 200 200 200 200 200"),
                new("GET /openapi.json", "/openapi.json", "200 200 200 200 200 200 200 200"),
                new("GET /rounds", "/rounds", "200 200 200 200 200 200 200 200"),
                new("GET /rounds/new", "/rounds/new", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/new", "/rounds/new", "401 403 403 403 403 200 403 403"),
                new("GET /rounds/{reference}", $"/rounds/{round}", "200 200 200 200 200 200 200 200"),
                new("POST /rounds/{reference}", $"/rounds/{round}", "401 302 302 302 403 403 403 403"),
                new("GET /rounds/{reference}/edit", $"/rounds/{written}/edit", "401 403 403 403 403 200 403 403"),
                new("GET /rounds/{round}/basics", $"/rounds/{written}/basics", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{round}/basics", $"/rounds/{written}/basics", "401 403 403 403 403 200 403 403"),
                new("GET /rounds/{reference}/money", $"/rounds/{written}/money", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{reference}/money", $"/rounds/{written}/money", "401 403 403 403 403 200 403 403"),
                new("GET /rounds/{reference}/who-may-bid", $"/rounds/{written}/who-may-bid", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{reference}/who-may-bid", $"/rounds/{written}/who-may-bid", "401 403 403 403 403 200 403 403"),
                new("GET /rounds/{reference}/questions", $"/rounds/{written}/questions", "401 403 403 403 403 200 403 403"),
                new("GET /rounds/{reference}/questions/{id}", $"/rounds/{written}/questions/{id}", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{reference}/questions/{id}", $"/rounds/{written}/questions/{id}", "401 403 403 403 403 200 403 403"),
                new("GET /rounds/{reference}/criteria", $"/rounds/{written}/criteria", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{reference}/criteria", $"/rounds/{written}/criteria", "401 403 403 403 403 200 403 403"),
                new("GET /rounds/{reference}/criteria/{id}", $"/rounds/{written}/criteria/{id}", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{reference}/criteria/{id}", $"/rounds/{written}/criteria/{id}", "401 403 403 403 403 200 403 403"),
                new(
                    "GET /rounds/{reference}/{kind}/{id:guid}/remove",
                    $"/rounds/{written}/questions/{id}/remove",
                    "401 403 403 403 403 200 403 403"
                ),
                new(
                    "POST /rounds/{reference}/{kind}/{id:guid}/remove",
                    $"/rounds/{written}/questions/{id}/remove",
                    "401 403 403 403 403 200 403 403"
                ),
                new("GET /rounds/{reference}/publish", $"/rounds/{written}/publish", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{reference}/publish", $"/rounds/{written}/publish", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{reference}/copy", $"/rounds/{written}/copy", "401 403 403 403 403 302 403 403"),
                new("GET /rounds/{reference}/deadline", $"/rounds/{round}/deadline", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{reference}/deadline", $"/rounds/{round}/deadline", "401 403 403 403 403 200 403 403"),
                new("GET /rounds/{reference}/close-early", $"/rounds/{round}/close-early", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{reference}/close-early", $"/rounds/{round}/close-early", "401 403 403 403 403 200 403 403"),
                new("GET /rounds/{reference}/extension", $"/rounds/{round}/extension", "401 200 200 200 403 403 403 403"),
                new("POST /rounds/{reference}/extension", $"/rounds/{round}/extension", "401 200 200 200 403 403 403 403"),
                new("GET /rounds/{reference}/extensions", $"/rounds/{round}/extensions", "401 403 403 403 403 200 200 200"),
                new("GET /rounds/{reference}/extensions/new", $"/rounds/{round}/extensions/new", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{reference}/extensions/new", $"/rounds/{round}/extensions/new", "401 403 403 403 403 200 403 403"),
                new(
                    "GET /rounds/{reference}/extensions/{id:guid}",
                    $"/rounds/{round}/extensions/{wanted}",
                    "401 403 403 403 403 200 403 403"
                ),
                new(
                    "POST /rounds/{reference}/extensions/{id:guid}",
                    $"/rounds/{round}/extensions/{wanted}",
                    "401 403 403 403 403 200 403 403"
                ),
                new("GET /profiles", "/profiles", "401 200 200 200 200 200 200 200"),
                new("GET /profiles/new", "/profiles/new", "401 403 403 403 403 200 403 403"),
                new("POST /profiles/new", "/profiles/new", "401 403 403 403 403 200 403 403"),
                new("GET /profiles/{id:guid}", $"/profiles/{profile}", "401 404 200 200 200 200 200 200"),
                new("GET /profiles/{id:guid}/period", $"/profiles/{profile}/period", "401 403 403 403 403 200 403 403"),
                new("POST /profiles/{id:guid}/period", $"/profiles/{profile}/period", "401 403 403 403 403 200 403 403"),
                new(
                    "GET /profiles/{id:guid}/priorities/{priority}",
                    $"/profiles/{profile}/priorities/{priority}",
                    "401 403 403 403 403 200 403 403"
                ),
                new(
                    "POST /profiles/{id:guid}/priorities/{priority}",
                    $"/profiles/{profile}/priorities/{priority}",
                    "401 403 403 403 403 200 403 403"
                ),
                new(
                    "GET /profiles/{id:guid}/priorities/{priority:guid}/remove",
                    $"/profiles/{profile}/priorities/{priority}/remove",
                    "401 403 403 403 403 200 403 403"
                ),
                new(
                    "POST /profiles/{id:guid}/priorities/{priority:guid}/remove",
                    $"/profiles/{profile}/priorities/{priority}/remove",
                    "401 403 403 403 403 200 403 403"
                ),
                new("GET /api/profiles", "/api/profiles", "401 200 200 200 200 200 200 200"),
                new("POST /api/profiles", "/api/profiles", "401 403 403 403 403 422 403 403", nothing),
                new("GET /api/profiles/{id:guid}", $"/api/profiles/{profile}", "401 404 200 200 200 200 200 200"),
                new("PUT /api/profiles/{id:guid}", $"/api/profiles/{profile}", "401 403 403 403 403 422 403 403", nothing),
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
                new(
                    "GET /bids/{reference}/interventions/{id:guid}/about",
                    $"/bids/{bid}/interventions/{id}/about",
                    "401 404 200 200 403 403 403 403"
                ),
                new(
                    "POST /bids/{reference}/interventions/{id:guid}/about",
                    $"/bids/{bid}/interventions/{id}/about",
                    "401 404 200 200 403 403 403 403"
                ),
                new(
                    "GET /bids/{reference}/interventions/{id:guid}/budget",
                    $"/bids/{bid}/interventions/{id}/budget",
                    "401 404 200 200 403 403 403 403"
                ),
                new(
                    "POST /bids/{reference}/interventions/{id:guid}/budget",
                    $"/bids/{bid}/interventions/{id}/budget",
                    "401 404 200 200 403 403 403 403"
                ),
                new(
                    "GET /bids/{reference}/interventions/{id:guid}/outputs",
                    $"/bids/{bid}/interventions/{id}/outputs",
                    "401 404 200 200 403 403 403 403"
                ),
                new(
                    "POST /bids/{reference}/interventions/{id:guid}/outputs",
                    $"/bids/{bid}/interventions/{id}/outputs",
                    "401 404 200 200 403 403 403 403"
                ),
                new(
                    "GET /bids/{reference}/interventions/{id:guid}/assets",
                    $"/bids/{bid}/interventions/{id}/assets",
                    "401 404 200 200 403 403 403 403"
                ),
                new(
                    "POST /bids/{reference}/interventions/{id:guid}/assets",
                    $"/bids/{bid}/interventions/{id}/assets",
                    "401 404 200 200 403 403 403 403"
                ),
                new(
                    "GET /bids/{reference}/interventions/{id:guid}/areas",
                    $"/bids/{bid}/interventions/{id}/areas",
                    "401 404 200 200 403 403 403 403"
                ),
                new(
                    "POST /bids/{reference}/interventions/{id:guid}/areas",
                    $"/bids/{bid}/interventions/{id}/areas",
                    "401 404 200 200 403 403 403 403"
                ),
                new("GET /bids/{reference}/match-funding/{id:guid}", $"/bids/{bid}/match-funding/{id}", "401 404 200 200 403 403 403 403"),
                new("POST /bids/{reference}/match-funding/{id:guid}", $"/bids/{bid}/match-funding/{id}", "401 404 200 200 403 403 403 403"),
                new("GET /bids/{reference}/risks/{id:guid}", $"/bids/{bid}/risks/{id}", "401 404 200 200 403 403 403 403"),
                new("POST /bids/{reference}/risks/{id:guid}", $"/bids/{bid}/risks/{id}", "401 404 200 200 403 403 403 403"),
                new(
                    "GET /bids/{reference}/{section:regex(^(interventions|match-funding|risks)$)}/{id:guid}/remove",
                    $"/bids/{bid}/interventions/{id}/remove",
                    "401 404 200 200 403 403 403 403"
                ),
                new(
                    "POST /bids/{reference}/{section:regex(^(interventions|match-funding|risks)$)}/{id:guid}/remove",
                    $"/bids/{bid}/interventions/{id}/remove",
                    "401 404 200 200 403 403 403 403"
                ),
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
                new(
                    "GET /bids/{reference}/submissions/{number:int}/pdf",
                    $"/bids/{granted}/submissions/1/pdf",
                    "401 404 404 404 404 404 404 404"
                ),
                new(
                    "GET /bids/{reference}/submissions/{number:int}.json",
                    $"/bids/{granted}/submissions/1.json",
                    "401 404 200 200 200 200 200 200"
                ),
                new("GET /bids/{reference}/submitted", $"/bids/{granted}/submitted", "401 404 200 200 200 200 200 200"),
                new("GET /bids/{reference}/attachments", $"/bids/{bid}/attachments", "401 404 200 200 200 404 404 404"),
                new("POST /bids/{reference}/attachments", $"/bids/{bid}/attachments", "401 404 200 200 403 403 403 403"),
                new(
                    "GET /bids/{reference}/attachments/{file:guid}",
                    $"/bids/{granted}/attachments/{given}",
                    "401 404 200 200 200 200 200 200"
                ),
                new(
                    "GET /bids/{reference}/attachments/{file:guid}/remove",
                    $"/bids/{bid}/attachments/{draft}/remove",
                    "401 404 200 200 403 403 403 403"
                ),
                new(
                    "POST /bids/{reference}/attachments/{file:guid}/remove",
                    $"/bids/{granted}/attachments/{given}/remove",
                    "401 404 200 200 403 403 403 403"
                ),
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
                new(
                    "POST /decisions/{reference}/approve",
                    $"/decisions/{asked}/approve",
                    "401 403 403 403 403 403 403 403 403 finance=200"
                ),
                new(
                    "GET /decisions/{reference}/determine",
                    $"/decisions/{judged}/determine",
                    "401 403 403 403 403 403 403 403 403 monitoring-officer=200"
                ),
                new(
                    "POST /decisions/{reference}/determine",
                    $"/decisions/{judged}/determine",
                    "401 403 403 403 403 403 403 403 403 monitoring-officer=200"
                ),
                new("GET /decisions/{reference}/sign", $"/decisions/{signed}/sign", "401 403 403 403 403 403 403 403 403 commissioner=200"),
                new(
                    "POST /decisions/{reference}/sign",
                    $"/decisions/{signed}/sign",
                    "401 403 403 403 403 403 403 403 403 commissioner=200"
                ),
                new("GET /decisions/{reference}/publish", $"/decisions/{decided}/publish", "401 403 403 403 403 200 403 403"),
                new("POST /decisions/{reference}/publish", $"/decisions/{record}/publish", "401 403 403 403 403 200 403 403"),
                new("GET /grants", "/grants", "401 200 200 200 200 200 200 200"),
                new("GET /grants/{reference}", $"/grants/{granted}", "401 404 200 200 200 200 200 200"),
                new("GET /grants/{reference}/vary", $"/grants/{granted}/vary", "401 403 403 403 403 200 403 403"),
                new("POST /grants/{reference}/vary", $"/grants/{granted}/vary", "401 403 403 403 403 200 403 403"),
                new(
                    "GET /grants/{reference}/variations/{number:int}",
                    $"/grants/{granted}/variations/1",
                    "401 404 404 404 404 404 404 404"
                ),
                new("GET /grants/{reference}/agreement", $"/grants/{granted}/agreement", "401 404 200 200 200 200 200 200"),
                new("POST /grants/{reference}/agreement", $"/grants/{granted}/agreement", "401 404 403 200 403 403 403 403"),
                new("GET /api/rounds", "/api/rounds", "200 200 200 200 200 200 200 200"),
                new("POST /api/rounds", "/api/rounds", "401 403 403 403 403 422 403 403", nothing),
                new("GET /api/rounds/{reference}", $"/api/rounds/{round}", "200 200 200 200 200 200 200 200"),
                new("PUT /api/rounds/{reference}", $"/api/rounds/{written}", "401 403 403 403 403 422 403 403", nothing),
                new(
                    "POST /api/rounds/{reference}/publication",
                    $"/api/rounds/{written}/publication",
                    "401 403 403 403 403 412 403 403",
                    nothing
                ),
                new("GET /api/rounds/{reference}/extensions", $"/api/rounds/{round}/extensions", "401 200 200 200 200 200 200 200"),
                new(
                    "POST /api/rounds/{reference}/extension-requests",
                    $"/api/rounds/{round}/extension-requests",
                    "401 422 409 409 403 403 403 403",
                    nothing
                ),
                new(
                    "POST /api/rounds/{reference}/extensions",
                    $"/api/rounds/{round}/extensions",
                    "401 403 403 403 403 422 403 403",
                    nothing
                ),
                new(
                    "POST /api/rounds/{reference}/extensions/{id:guid}/answer",
                    $"/api/rounds/{round}/extensions/{wanted}/answer",
                    "401 403 403 403 403 422 403 403",
                    nothing
                ),
                new("GET /api/bids", "/api/bids", "401 200 200 200 200 200 200 200"),
                new("POST /api/bids", "/api/bids", "401 404 404 404 403 403 403 403", nothing),
                new("GET /api/bids/{reference}", $"/api/bids/{bid}", "401 404 200 200 200 200 200 200"),
                new("PUT /api/bids/{reference}", $"/api/bids/{bid}", "401 404 412 412 403 403 403 403", nothing),
                new("PUT /api/bids/{reference}/contacts", $"/api/bids/{bid}/contacts", "401 404 412 412 403 403 403 403", nothing),
                new("PUT /api/bids/{reference}/need", $"/api/bids/{bid}/need", "401 404 412 412 403 403 403 403", nothing),
                new(
                    "PUT /api/bids/{reference}/questions",
                    $"/api/bids/{bid}/questions",
                    "401 404 204 204 403 403 403 403",
                    Array.Empty<object>()
                ),
                new("PUT /api/bids/{reference}/where", $"/api/bids/{bid}/where", "401 404 412 412 403 403 403 403", nothing),
                new(
                    "PUT /api/bids/{reference}/match-funding/{id:guid}",
                    $"/api/bids/{bid}/match-funding/{id}",
                    "401 404 422 422 403 403 403 403",
                    nothing
                ),
                new(
                    "DELETE /api/bids/{reference}/match-funding/{id:guid}",
                    $"/api/bids/{bid}/match-funding/{id}",
                    "401 404 404 404 403 403 403 403"
                ),
                new("PUT /api/bids/{reference}/risks/{id:guid}", $"/api/bids/{bid}/risks/{id}", "401 404 422 422 403 403 403 403", nothing),
                new("DELETE /api/bids/{reference}/risks/{id:guid}", $"/api/bids/{bid}/risks/{id}", "401 404 404 404 403 403 403 403"),
                new("PUT /api/bids/{reference}/project", $"/api/bids/{bid}/project", "401 404 412 412 403 403 403 403", nothing),
                new(
                    "PUT /api/bids/{reference}/interventions/{id:guid}",
                    $"/api/bids/{bid}/interventions/{id}",
                    "401 404 422 422 403 403 403 403",
                    nothing
                ),
                new(
                    "DELETE /api/bids/{reference}/interventions/{id:guid}",
                    $"/api/bids/{bid}/interventions/{id}",
                    "401 404 412 412 403 403 403 403"
                ),
                new("POST /api/bids/{reference}/submission", $"/api/bids/{bid}/submission", "401 404 403 412 403 403 403 403", nothing),
                new(
                    "PUT /api/bids/{reference}/completed/{section}",
                    $"/api/bids/{bid}/completed/attachments",
                    "401 404 204 204 403 403 403 403",
                    new { Complete = true }
                ),
                new("POST /api/bids/{reference}/send-back", $"/api/bids/{granted}/send-back", "401 403 403 403 403 409 403 403", nothing),
                new("POST /api/bids/{reference}/withdrawal", $"/api/bids/{granted}/withdrawal", "401 404 403 409 403 403 403 403", nothing),
                new("POST /api/bids/{reference}/copy", $"/api/bids/{granted}/copy", "401 404 404 404 403 403 403 403", nothing),
                new("GET /api/bids/{reference}/submissions", $"/api/bids/{granted}/submissions", "401 404 200 200 200 200 200 200"),
                new(
                    "GET /api/bids/{reference}/submissions/{number:int}",
                    $"/api/bids/{granted}/submissions/1",
                    "401 404 200 200 200 200 200 200"
                ),
                new("GET /api/bids/{reference}/attachments", $"/api/bids/{bid}/attachments", "401 404 200 200 200 404 404 404"),
                new("POST /api/bids/{reference}/attachments", $"/api/bids/{bid}/attachments", "401 404 422 422 403 403 403 403", nothing),
                new(
                    "GET /api/bids/{reference}/attachments/{file:guid}",
                    $"/api/bids/{bid}/attachments/{draft}",
                    "401 404 200 200 200 404 404 404"
                ),
                new(
                    "DELETE /api/bids/{reference}/attachments/{file:guid}",
                    $"/api/bids/{granted}/attachments/{given}",
                    "401 404 409 409 403 403 403 403"
                ),
                new("GET /api/decisions", "/api/decisions", "401 403 403 403 403 200 200 200"),
                new("POST /api/decisions", "/api/decisions", "401 403 403 403 403 422 403 403", nothing),
                new(
                    "PUT /api/decisions/sequence/{year:int}",
                    "/api/decisions/sequence/2025",
                    "401 403 403 403 403 422 403 403 422",
                    nothing
                ),
                new("GET /api/decisions/{reference}", $"/api/decisions/{record}", "401 403 403 403 403 200 200 200"),
                new("PUT /api/decisions/{reference}", $"/api/decisions/{record}", "401 403 403 403 403 412 403 403", nothing),
                new(
                    "POST /api/decisions/{reference}/submission",
                    $"/api/decisions/{record}/submission",
                    "401 403 403 403 403 412 403 403",
                    nothing
                ),
                new(
                    "POST /api/decisions/{reference}/approval",
                    $"/api/decisions/{asked}/approval",
                    "401 403 403 403 403 403 403 403 403 finance=412",
                    nothing
                ),
                new(
                    "POST /api/decisions/{reference}/return",
                    $"/api/decisions/{asked}/return",
                    "401 403 403 403 403 403 403 403 403 finance=412",
                    nothing
                ),
                new(
                    "POST /api/decisions/{reference}/determination",
                    $"/api/decisions/{judged}/determination",
                    "401 403 403 403 403 403 403 403 403 monitoring-officer=412",
                    nothing
                ),
                new(
                    "POST /api/decisions/{reference}/signature",
                    $"/api/decisions/{signed}/signature",
                    "401 403 403 403 403 403 403 403 403 commissioner=412",
                    nothing
                ),
                new(
                    "POST /api/decisions/{reference}/publication",
                    $"/api/decisions/{decided}/publication",
                    "401 403 403 403 403 412 403 403",
                    nothing
                ),
                new("POST /api/decisions/{reference}/drop", $"/api/decisions/{record}/drop", "401 403 403 403 403 412 403 403", nothing),
                new(
                    "POST /api/decisions/{reference}/correction",
                    $"/api/decisions/{decided}/correction",
                    "401 403 403 403 403 412 403 403",
                    nothing
                ),
                new("GET /rounds/{reference}/assessments", $"/rounds/{round}/assessments", "401 403 403 403 403 200 403 403"),
                new("POST /rounds/{reference}/assessments", $"/rounds/{round}/assessments", "401 403 403 403 403 200 403 403"),
                new(
                    "GET /rounds/{reference}/assessments/{id:guid}/remove",
                    $"/rounds/{round}/assessments/{id}/remove",
                    "401 403 403 403 403 404 403 403"
                ),
                new(
                    "POST /rounds/{reference}/assessments/{id:guid}/remove",
                    $"/rounds/{round}/assessments/{id}/remove",
                    "401 403 403 403 403 404 403 403"
                ),
                new("GET /rounds/{reference}/ranking", $"/rounds/{round}/ranking", "401 403 403 403 403 200 200 403 403"),
                new("GET /rounds/{reference}/ranking.csv", $"/rounds/{round}/ranking.csv", "401 403 403 403 403 200 200 403 403"),
                new("GET /assessments", "/assessments", "401 403 403 403 403 200 200 200"),
                new("GET /assessments/{bid}", $"/assessments/{granted}", "401 403 403 403 403 404 404 404"),
                new("POST /assessments/{bid}", $"/assessments/{granted}", "401 403 403 403 403 404 404 404"),
                new("GET /assessments/{bid}/interest", $"/assessments/{granted}/interest", "401 403 403 403 403 404 404 404"),
                new("POST /assessments/{bid}/interest", $"/assessments/{granted}/interest", "401 403 403 403 403 404 404 404"),
                new("GET /assessments/{bid}/moderation", $"/assessments/{granted}/moderation", "401 403 403 403 403 200 404 404"),
                new("POST /assessments/{bid}/moderation", $"/assessments/{granted}/moderation", "401 403 403 403 403 200 403 403"),
                new("GET /api/assessments", "/api/assessments", "401 403 403 403 403 200 200 200"),
                new("POST /api/assessments", "/api/assessments", "401 403 403 403 403 404 403 403", nothing),
                new("GET /api/assessors", "/api/assessors", "401 403 403 403 403 200 403 403"),
                new("GET /api/assessments/{bid}", $"/api/assessments/{granted}", "401 403 403 403 403 404 404 404"),
                new(
                    "PUT /api/assessments/{bid}/interest",
                    $"/api/assessments/{granted}/interest",
                    "401 403 403 403 403 404 404 404",
                    nothing
                ),
                new(
                    "PUT /api/assessments/{bid}/scores",
                    $"/api/assessments/{granted}/scores",
                    "401 403 403 403 403 404 404 404",
                    Array.Empty<object>()
                ),
                new(
                    "POST /api/assessments/{bid}/completion",
                    $"/api/assessments/{granted}/completion",
                    "401 403 403 403 403 404 404 404",
                    nothing
                ),
                new(
                    "DELETE /api/assessments/{bid}/assessors/{user:guid}",
                    $"/api/assessments/{granted}/assessors/{id}",
                    "401 403 403 403 403 404 403 403"
                ),
                new("GET /api/assessments/{bid}/moderation", $"/api/assessments/{granted}/moderation", "401 403 403 403 403 200 404 404"),
                new(
                    "PUT /api/assessments/{bid}/moderation",
                    $"/api/assessments/{granted}/moderation",
                    "401 403 403 403 403 409 403 403",
                    nothing
                ),
                new("GET /api/rounds/{reference}/assessments", $"/api/rounds/{round}/assessments", "401 403 403 403 403 200 403 403"),
                new("GET /api/rounds/{reference}/ranking", $"/api/rounds/{round}/ranking", "401 403 403 403 403 200 200 403 403"),
                new("GET /api/grants", "/api/grants", "401 200 200 200 200 200 200 200"),
                new("GET /api/grants/{reference}", $"/api/grants/{granted}", "401 404 200 200 200 200 200 200"),
                new(
                    "POST /api/grants/{reference}/variations",
                    $"/api/grants/{granted}/variations",
                    "401 403 403 403 403 412 403 403",
                    nothing
                ),
                new("POST /api/grants/{reference}/acceptance", $"/api/grants/{granted}/acceptance", "401 404 403 412 403 403 403 403"),
            ]
        );
        Assert.Equal(
            (11, "BidStarted" + string.Concat(Enumerable.Repeat(" BidSaved", 10))),
            ((await service.BidAsync(bid)).Version, await service.EventsAsync(bid))
        );
    }
}
