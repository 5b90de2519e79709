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

        const Act? everybody = null;
        const string theirs = "200 another=404";
        await EndpointTable.AssertAsync(
            service,
            [
                new("GET /health/live", "/health/live", everybody),
                new("GET /health/ready", "/health/ready", everybody),
                new("GET /openapi.json", "/openapi.json", everybody),
                new(
                    "POST /subject-access",
                    "/subject-access",
                    Acts.AnswerSubject,
                    Json: new { Address = "x@example.org", UserIds = new[] { Guid.NewGuid() } }
                ),
                new("GET /rounds", "/rounds", everybody),
                new("GET /rounds/new", "/rounds/new", Acts.WriteRounds),
                new("POST /rounds/new", "/rounds/new", Acts.WriteRounds),
                new("GET /rounds/{reference}", $"/rounds/{round}", everybody),
                new("POST /rounds/{reference}", $"/rounds/{round}", Acts.WriteBid, "302"),
                new("GET /rounds/{reference}/edit", $"/rounds/{written}/edit", Acts.WriteRounds),
                new("GET /rounds/{round}/basics", $"/rounds/{written}/basics", Acts.WriteRounds),
                new("POST /rounds/{round}/basics", $"/rounds/{written}/basics", Acts.WriteRounds),
                new("GET /rounds/{reference}/money", $"/rounds/{written}/money", Acts.WriteRounds),
                new("POST /rounds/{reference}/money", $"/rounds/{written}/money", Acts.WriteRounds),
                new("GET /rounds/{reference}/who-may-bid", $"/rounds/{written}/who-may-bid", Acts.WriteRounds),
                new("POST /rounds/{reference}/who-may-bid", $"/rounds/{written}/who-may-bid", Acts.WriteRounds),
                new("GET /rounds/{reference}/questions", $"/rounds/{written}/questions", Acts.WriteRounds),
                new("GET /rounds/{reference}/questions/{id}", $"/rounds/{written}/questions/{id}", Acts.WriteRounds),
                new("POST /rounds/{reference}/questions/{id}", $"/rounds/{written}/questions/{id}", Acts.WriteRounds),
                new("GET /rounds/{reference}/criteria", $"/rounds/{written}/criteria", Acts.WriteRounds),
                new("POST /rounds/{reference}/criteria", $"/rounds/{written}/criteria", Acts.WriteRounds),
                new("GET /rounds/{reference}/criteria/{id}", $"/rounds/{written}/criteria/{id}", Acts.WriteRounds),
                new("POST /rounds/{reference}/criteria/{id}", $"/rounds/{written}/criteria/{id}", Acts.WriteRounds),
                new("GET /rounds/{reference}/{kind}/{id:guid}/remove", $"/rounds/{written}/questions/{id}/remove", Acts.WriteRounds),
                new("POST /rounds/{reference}/{kind}/{id:guid}/remove", $"/rounds/{written}/questions/{id}/remove", Acts.WriteRounds),
                new("GET /rounds/{reference}/publish", $"/rounds/{written}/publish", Acts.WriteRounds),
                new("POST /rounds/{reference}/publish", $"/rounds/{written}/publish", Acts.WriteRounds),
                new("POST /rounds/{reference}/copy", $"/rounds/{written}/copy", Acts.WriteRounds, "302"),
                new("GET /rounds/{reference}/deadline", $"/rounds/{round}/deadline", Acts.WriteRounds),
                new("POST /rounds/{reference}/deadline", $"/rounds/{round}/deadline", Acts.WriteRounds),
                new("GET /rounds/{reference}/close-early", $"/rounds/{round}/close-early", Acts.WriteRounds),
                new("POST /rounds/{reference}/close-early", $"/rounds/{round}/close-early", Acts.WriteRounds),
                new("GET /rounds/{reference}/extension", $"/rounds/{round}/extension", Acts.RequestExtension),
                new("POST /rounds/{reference}/extension", $"/rounds/{round}/extension", Acts.RequestExtension),
                new("GET /rounds/{reference}/extensions", $"/rounds/{round}/extensions", Acts.ReadAllExtensions),
                new("GET /rounds/{reference}/extensions/new", $"/rounds/{round}/extensions/new", Acts.GiveExtension),
                new("POST /rounds/{reference}/extensions/new", $"/rounds/{round}/extensions/new", Acts.GiveExtension),
                new("GET /rounds/{reference}/extensions/{id:guid}", $"/rounds/{round}/extensions/{wanted}", Acts.AnswerExtension),
                new("POST /rounds/{reference}/extensions/{id:guid}", $"/rounds/{round}/extensions/{wanted}", Acts.AnswerExtension),
                new("GET /profiles", "/profiles", Acts.ReadProfiles),
                new("GET /profiles/new", "/profiles/new", Acts.WriteProfiles),
                new("POST /profiles/new", "/profiles/new", Acts.WriteProfiles),
                new("GET /profiles/{id:guid}", $"/profiles/{profile}", Acts.ReadProfiles, theirs),
                new("GET /profiles/{id:guid}/period", $"/profiles/{profile}/period", Acts.WriteProfiles),
                new("POST /profiles/{id:guid}/period", $"/profiles/{profile}/period", Acts.WriteProfiles),
                new("GET /profiles/{id:guid}/priorities/{priority}", $"/profiles/{profile}/priorities/{priority}", Acts.WriteProfiles),
                new("POST /profiles/{id:guid}/priorities/{priority}", $"/profiles/{profile}/priorities/{priority}", Acts.WriteProfiles),
                new(
                    "GET /profiles/{id:guid}/priorities/{priority:guid}/remove",
                    $"/profiles/{profile}/priorities/{priority}/remove",
                    Acts.WriteProfiles
                ),
                new(
                    "POST /profiles/{id:guid}/priorities/{priority:guid}/remove",
                    $"/profiles/{profile}/priorities/{priority}/remove",
                    Acts.WriteProfiles
                ),
                new("GET /api/profiles", "/api/profiles", Acts.ReadProfiles),
                new("POST /api/profiles", "/api/profiles", Acts.WriteProfiles, "422", nothing),
                new("GET /api/profiles/{id:guid}", $"/api/profiles/{profile}", Acts.ReadProfiles, theirs),
                new("PUT /api/profiles/{id:guid}", $"/api/profiles/{profile}", Acts.WriteProfiles, "422", nothing),
                new("GET /bids", "/bids", Acts.ReadBids),
                new("GET /bids/{reference}", $"/bids/{bid}", Acts.ReadBids, theirs),
                new("GET /bids/{reference}/contacts", $"/bids/{bid}/contacts", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/contacts", $"/bids/{bid}/contacts", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/project", $"/bids/{bid}/project", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/project", $"/bids/{bid}/project", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/project/need", $"/bids/{bid}/project/need", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/project/need", $"/bids/{bid}/project/need", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/project/questions", $"/bids/{bid}/project/questions", Acts.WriteBid, "302 another=404"),
                new("POST /bids/{reference}/project/questions", $"/bids/{bid}/project/questions", Acts.WriteBid, "302 another=404"),
                new("GET /bids/{reference}/where", $"/bids/{bid}/where", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/where", $"/bids/{bid}/where", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/interventions", $"/bids/{bid}/interventions", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/interventions", $"/bids/{bid}/interventions", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/match-funding", $"/bids/{bid}/match-funding", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/match-funding", $"/bids/{bid}/match-funding", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/risks", $"/bids/{bid}/risks", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/risks", $"/bids/{bid}/risks", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/sections/{section}", $"/bids/{bid}/sections/project", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/sections/{section}", $"/bids/{bid}/sections/project", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/interventions/{id:guid}/about", $"/bids/{bid}/interventions/{id}/about", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/interventions/{id:guid}/about", $"/bids/{bid}/interventions/{id}/about", Acts.WriteBid, theirs),
                new(
                    "GET /bids/{reference}/interventions/{id:guid}/budget",
                    $"/bids/{bid}/interventions/{id}/budget",
                    Acts.WriteBid,
                    theirs
                ),
                new(
                    "POST /bids/{reference}/interventions/{id:guid}/budget",
                    $"/bids/{bid}/interventions/{id}/budget",
                    Acts.WriteBid,
                    theirs
                ),
                new(
                    "GET /bids/{reference}/interventions/{id:guid}/outputs",
                    $"/bids/{bid}/interventions/{id}/outputs",
                    Acts.WriteBid,
                    theirs
                ),
                new(
                    "POST /bids/{reference}/interventions/{id:guid}/outputs",
                    $"/bids/{bid}/interventions/{id}/outputs",
                    Acts.WriteBid,
                    theirs
                ),
                new(
                    "GET /bids/{reference}/interventions/{id:guid}/assets",
                    $"/bids/{bid}/interventions/{id}/assets",
                    Acts.WriteBid,
                    theirs
                ),
                new(
                    "POST /bids/{reference}/interventions/{id:guid}/assets",
                    $"/bids/{bid}/interventions/{id}/assets",
                    Acts.WriteBid,
                    theirs
                ),
                new("GET /bids/{reference}/interventions/{id:guid}/areas", $"/bids/{bid}/interventions/{id}/areas", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/interventions/{id:guid}/areas", $"/bids/{bid}/interventions/{id}/areas", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/match-funding/{id:guid}", $"/bids/{bid}/match-funding/{id}", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/match-funding/{id:guid}", $"/bids/{bid}/match-funding/{id}", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/risks/{id:guid}", $"/bids/{bid}/risks/{id}", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/risks/{id:guid}", $"/bids/{bid}/risks/{id}", Acts.WriteBid, theirs),
                new(
                    "GET /bids/{reference}/{section:regex(^(interventions|match-funding|risks)$)}/{id:guid}/remove",
                    $"/bids/{bid}/interventions/{id}/remove",
                    Acts.WriteBid,
                    theirs
                ),
                new(
                    "POST /bids/{reference}/{section:regex(^(interventions|match-funding|risks)$)}/{id:guid}/remove",
                    $"/bids/{bid}/interventions/{id}/remove",
                    Acts.WriteBid,
                    theirs
                ),
                new("GET /bids/{reference}/copy", $"/bids/{bid}/copy", Acts.WriteBid, theirs),
                new("POST /bids/{reference}/copy", $"/bids/{bid}/copy", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/check-answers", $"/bids/{bid}/check-answers", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/declaration", $"/bids/{bid}/declaration", Acts.WriteBid, "302 another=404"),
                new("POST /bids/{reference}/declaration", $"/bids/{bid}/declaration", Acts.SubmitBid, theirs),
                new("POST /bids/{reference}", $"/bids/{bid}?handler=TakeBack", Acts.WriteBid, "302 another=404"),
                new(
                    "POST /bids/{reference}/check-answers",
                    $"/bids/{bid}/check-answers?handler=HandOver",
                    Acts.WriteBid,
                    "200 another=404"
                ),
                new("GET /bids/{reference}/give-back", $"/bids/{bid}/give-back", Acts.GiveBackBid, "302 another=404"),
                new("POST /bids/{reference}/give-back", $"/bids/{bid}/give-back", Acts.GiveBackBid, theirs),
                new("GET /bids/{reference}/withdraw", $"/bids/{bid}/withdraw", Acts.WithdrawBid, theirs),
                new("POST /bids/{reference}/withdraw", $"/bids/{granted}/withdraw", Acts.WithdrawBid, theirs),
                new("GET /bids/{reference}/send-back", $"/bids/{granted}/send-back", Acts.SendBackBid, "302"),
                new("POST /bids/{reference}/send-back", $"/bids/{granted}/send-back", Acts.SendBackBid),
                new("GET /bids/{reference}/history", $"/bids/{granted}/history", Acts.SeePeople, theirs),
                new("GET /bids/{reference}/submissions/{number:int}", $"/bids/{granted}/submissions/1", Acts.ReadBids, theirs),
                new("GET /bids/{reference}/submissions/{number:int}/pdf", $"/bids/{granted}/submissions/1/pdf", Acts.ReadBids, "404"),
                new(
                    "GET /bids/{reference}/submissions/{number:int}/changes",
                    $"/bids/{granted}/submissions/1/changes",
                    Acts.ReadBids,
                    "404"
                ),
                new("GET /bids/{reference}/submissions/{number:int}.json", $"/bids/{granted}/submissions/1.json", Acts.SeePeople, theirs),
                new("GET /bids/{reference}/submitted", $"/bids/{granted}/submitted", Acts.SeePeople, theirs),
                new(
                    "GET /bids/{reference}/attachments",
                    $"/bids/{bid}/attachments",
                    Acts.ReadBids,
                    "404 partner-editor=200 partner-lead=200 partner-chair=200"
                ),
                new("GET /bids/{reference}/answers/{section}", $"/bids/{bid}/answers/risks", Acts.WriteBid, "404"),
                new("POST /bids/{reference}/answers/{section}", $"/bids/{bid}/answers/risks", Acts.WriteBid, "404"),
                new("PUT /api/bids/{reference}/answers/{section}", $"/api/bids/{bid}/answers/risks", Acts.WriteBid, "404", new { }),
                new("POST /bids/{reference}/attachments", $"/bids/{bid}/attachments", Acts.WriteBid, theirs),
                new("GET /bids/{reference}/attachments/{file:guid}", $"/bids/{granted}/attachments/{given}", Acts.ReadBids, theirs),
                new(
                    "GET /bids/{reference}/attachments/{file:guid}/remove",
                    $"/bids/{bid}/attachments/{draft}/remove",
                    Acts.WriteBid,
                    theirs
                ),
                new(
                    "POST /bids/{reference}/attachments/{file:guid}/remove",
                    $"/bids/{granted}/attachments/{given}/remove",
                    Acts.WriteBid,
                    theirs
                ),
                // There is no Chromium here: PdfTests have one.
                new("GET /bids/{reference}/pdf", $"/bids/{bid}/pdf", Acts.ReadBids, "404"),
                new("GET /decisions", "/decisions", everybody),
                new("POST /decisions", "/decisions", Acts.CountPaperDecisions),
                new("GET /decisions/new", $"/decisions/new?round={round}", Acts.PrepareDecision),
                new("POST /decisions/new", $"/decisions/new?round={round}", Acts.PrepareDecision),
                new("GET /decisions/{reference}", $"/decisions/{decided}", everybody),
                new("POST /decisions/{reference}", $"/decisions/{record}", Acts.PrepareDecision, "404"),
                new("GET /decisions/{reference}/edit", $"/decisions/{record}/edit", Acts.PrepareDecision),
                new("POST /decisions/{reference}/edit", $"/decisions/{record}/edit", Acts.PrepareDecision),
                new("GET /decisions/{reference}/approve", $"/decisions/{asked}/approve", Acts.ApproveDecision),
                new("POST /decisions/{reference}/approve", $"/decisions/{asked}/approve", Acts.ApproveDecision),
                new("GET /decisions/{reference}/determine", $"/decisions/{judged}/determine", Acts.DetermineDecision),
                new("POST /decisions/{reference}/determine", $"/decisions/{judged}/determine", Acts.DetermineDecision),
                new("GET /decisions/{reference}/sign", $"/decisions/{signed}/sign", Acts.SignDecision),
                new("POST /decisions/{reference}/sign", $"/decisions/{signed}/sign", Acts.SignDecision),
                new("GET /decisions/{reference}/publish", $"/decisions/{decided}/publish", Acts.PublishDecision, "302"),
                new("POST /decisions/{reference}/publish", $"/decisions/{record}/publish", Acts.PublishDecision),
                new("GET /grants", "/grants", Acts.ReadGrants),
                new("GET /grants/{reference}", $"/grants/{granted}", Acts.ReadGrants, theirs),
                new("GET /grants/{reference}/vary", $"/grants/{granted}/vary", Acts.VaryGrant),
                new("POST /grants/{reference}/vary", $"/grants/{granted}/vary", Acts.VaryGrant),
                new("GET /grants/{reference}/variations/{number:int}", $"/grants/{granted}/variations/1", Acts.ReadGrants, "404"),
                new("POST /grants/{reference}/variations/{number:int}", $"/grants/{granted}/variations/1", Acts.CancelVariation, "302"),
                new("GET /grants/{reference}/agreement", $"/grants/{granted}/agreement", Acts.ReadGrants, theirs),
                new("POST /grants/{reference}/agreement", $"/grants/{granted}/agreement", Acts.AcceptGrant, theirs),
                new("GET /api/rounds", "/api/rounds", everybody),
                new("POST /api/rounds", "/api/rounds", Acts.WriteRounds, "422", nothing),
                new("GET /api/rounds/{reference}", $"/api/rounds/{round}", everybody),
                new("PUT /api/rounds/{reference}", $"/api/rounds/{written}", Acts.WriteRounds, "422", nothing),
                new("POST /api/rounds/{reference}/publication", $"/api/rounds/{written}/publication", Acts.WriteRounds, "412", nothing),
                new("GET /api/rounds/{reference}/extensions", $"/api/rounds/{round}/extensions", Acts.ReadExtensions),
                new(
                    "POST /api/rounds/{reference}/extension-requests",
                    $"/api/rounds/{round}/extension-requests",
                    Acts.RequestExtension,
                    "409 another=422",
                    nothing
                ),
                new("POST /api/rounds/{reference}/extensions", $"/api/rounds/{round}/extensions", Acts.GiveExtension, "422", nothing),
                new(
                    "POST /api/rounds/{reference}/extensions/{id:guid}/answer",
                    $"/api/rounds/{round}/extensions/{wanted}/answer",
                    Acts.AnswerExtension,
                    "422",
                    nothing
                ),
                new("GET /api/bids", "/api/bids", Acts.ReadBids),
                new("POST /api/bids", "/api/bids", Acts.WriteBid, "404", nothing),
                new("GET /api/bids/{reference}", $"/api/bids/{bid}", Acts.ReadBids, theirs),
                new("PUT /api/bids/{reference}", $"/api/bids/{bid}", Acts.WriteBid, "412 another=404", nothing),
                new("PUT /api/bids/{reference}/contacts", $"/api/bids/{bid}/contacts", Acts.WriteBid, "412 another=404", nothing),
                new("PUT /api/bids/{reference}/need", $"/api/bids/{bid}/need", Acts.WriteBid, "412 another=404", nothing),
                new(
                    "PUT /api/bids/{reference}/questions",
                    $"/api/bids/{bid}/questions",
                    Acts.WriteBid,
                    "204 another=404",
                    Array.Empty<object>()
                ),
                new("PUT /api/bids/{reference}/where", $"/api/bids/{bid}/where", Acts.WriteBid, "412 another=404", nothing),
                new(
                    "PUT /api/bids/{reference}/match-funding/{id:guid}",
                    $"/api/bids/{bid}/match-funding/{id}",
                    Acts.WriteBid,
                    "422 another=404",
                    nothing
                ),
                new("DELETE /api/bids/{reference}/match-funding/{id:guid}", $"/api/bids/{bid}/match-funding/{id}", Acts.WriteBid, "404"),
                new("PUT /api/bids/{reference}/risks/{id:guid}", $"/api/bids/{bid}/risks/{id}", Acts.WriteBid, "422 another=404", nothing),
                new("DELETE /api/bids/{reference}/risks/{id:guid}", $"/api/bids/{bid}/risks/{id}", Acts.WriteBid, "404"),
                new("PUT /api/bids/{reference}/project", $"/api/bids/{bid}/project", Acts.WriteBid, "412 another=404", nothing),
                new(
                    "PUT /api/bids/{reference}/interventions/{id:guid}",
                    $"/api/bids/{bid}/interventions/{id}",
                    Acts.WriteBid,
                    "422 another=404",
                    nothing
                ),
                new(
                    "DELETE /api/bids/{reference}/interventions/{id:guid}",
                    $"/api/bids/{bid}/interventions/{id}",
                    Acts.WriteBid,
                    "412 another=404"
                ),
                new("POST /api/bids/{reference}/submission", $"/api/bids/{bid}/submission", Acts.SubmitBid, "412 another=404", nothing),
                new(
                    "PUT /api/bids/{reference}/completed/{section}",
                    $"/api/bids/{bid}/completed/attachments",
                    Acts.WriteBid,
                    "204 another=404",
                    new { Complete = true }
                ),
                new("POST /api/bids/{reference}/send-back", $"/api/bids/{granted}/send-back", Acts.SendBackBid, "409", nothing),
                new("POST /api/bids/{reference}/ready", $"/api/bids/{granted}/ready", Acts.WriteBid, "409 another=404"),
                new("DELETE /api/bids/{reference}/ready", $"/api/bids/{granted}/ready", Acts.WriteBid, "409 another=404"),
                new("POST /api/bids/{reference}/declined", $"/api/bids/{granted}/declined", Acts.GiveBackBid, "409 another=404", nothing),
                new(
                    "POST /api/bids/{reference}/withdrawal",
                    $"/api/bids/{granted}/withdrawal",
                    Acts.WithdrawBid,
                    "409 another=404",
                    nothing
                ),
                new("POST /api/bids/{reference}/copy", $"/api/bids/{granted}/copy", Acts.WriteBid, "404", nothing),
                new("GET /api/bids/{reference}/submissions", $"/api/bids/{granted}/submissions", Acts.SeePeople, theirs),
                new("GET /api/bids/{reference}/submissions/{number:int}", $"/api/bids/{granted}/submissions/1", Acts.SeePeople, theirs),
                new(
                    "GET /api/bids/{reference}/submissions/{number:int}/personal",
                    $"/api/bids/{granted}/submissions/1/personal",
                    Acts.SeePeople,
                    theirs
                ),
                new(
                    "GET /api/bids/{reference}/attachments",
                    $"/api/bids/{bid}/attachments",
                    Acts.ReadBids,
                    "404 partner-editor=200 partner-lead=200 partner-chair=200"
                ),
                new("POST /api/bids/{reference}/attachments", $"/api/bids/{bid}/attachments", Acts.WriteBid, "422 another=404", nothing),
                new(
                    "GET /api/bids/{reference}/attachments/{file:guid}",
                    $"/api/bids/{bid}/attachments/{draft}",
                    Acts.ReadBids,
                    "404 partner-editor=200 partner-lead=200 partner-chair=200"
                ),
                new(
                    "DELETE /api/bids/{reference}/attachments/{file:guid}",
                    $"/api/bids/{granted}/attachments/{given}",
                    Acts.WriteBid,
                    "409 another=404"
                ),
                new("GET /api/decisions", "/api/decisions", Acts.ReadDecisions),
                new("POST /api/decisions", "/api/decisions", Acts.PrepareDecision, "422", nothing),
                new("PUT /api/decisions/sequence/{year:int}", "/api/decisions/sequence/2025", Acts.CountPaperDecisions, "422", nothing),
                new("GET /api/decisions/{reference}", $"/api/decisions/{record}", Acts.ReadDecisions, "200 board=404"),
                new("PUT /api/decisions/{reference}", $"/api/decisions/{record}", Acts.PrepareDecision, "412", nothing),
                new(
                    "POST /api/decisions/{reference}/submission",
                    $"/api/decisions/{record}/submission",
                    Acts.PrepareDecision,
                    "412",
                    nothing
                ),
                new("POST /api/decisions/{reference}/approval", $"/api/decisions/{asked}/approval", Acts.ApproveDecision, "412", nothing),
                new("POST /api/decisions/{reference}/return", $"/api/decisions/{asked}/return", Acts.ApproveDecision, "412", nothing),
                new(
                    "POST /api/decisions/{reference}/determination",
                    $"/api/decisions/{judged}/determination",
                    Acts.DetermineDecision,
                    "412",
                    nothing
                ),
                new("POST /api/decisions/{reference}/signature", $"/api/decisions/{signed}/signature", Acts.SignDecision, "412", nothing),
                new(
                    "POST /api/decisions/{reference}/publication",
                    $"/api/decisions/{decided}/publication",
                    Acts.PublishDecision,
                    "412",
                    nothing
                ),
                new("POST /api/decisions/{reference}/drop", $"/api/decisions/{record}/drop", Acts.PrepareDecision, "412", nothing),
                new(
                    "POST /api/decisions/{reference}/correction",
                    $"/api/decisions/{decided}/correction",
                    Acts.PrepareDecision,
                    "412",
                    nothing
                ),
                new("GET /rounds/{reference}/assessments", $"/rounds/{round}/assessments", Acts.AssignAssessors),
                new("POST /rounds/{reference}/assessments", $"/rounds/{round}/assessments", Acts.AssignAssessors),
                new(
                    "GET /rounds/{reference}/assessments/{id:guid}/remove",
                    $"/rounds/{round}/assessments/{id}/remove",
                    Acts.AssignAssessors,
                    "404"
                ),
                new(
                    "POST /rounds/{reference}/assessments/{id:guid}/remove",
                    $"/rounds/{round}/assessments/{id}/remove",
                    Acts.AssignAssessors,
                    "404"
                ),
                new("GET /rounds/{reference}/ranking", $"/rounds/{round}/ranking", Acts.ReadRanking),
                new("GET /rounds/{reference}/ranking.csv", $"/rounds/{round}/ranking.csv", Acts.ReadRanking),
                new("GET /assessments", "/assessments", Acts.ReadAssessments),
                new("GET /assessments/{bid}", $"/assessments/{granted}", Acts.ReadAssessments, "404"),
                new("POST /assessments/{bid}", $"/assessments/{granted}", Acts.ReadAssessments, "404"),
                new("GET /assessments/{bid}/interest", $"/assessments/{granted}/interest", Acts.ReadAssessments, "404"),
                new("POST /assessments/{bid}/interest", $"/assessments/{granted}/interest", Acts.ReadAssessments, "404"),
                new(
                    "GET /assessments/{bid}/moderation",
                    $"/assessments/{granted}/moderation",
                    Acts.ReadAssessments,
                    "404 opcc-officer=200"
                ),
                new("POST /assessments/{bid}/moderation", $"/assessments/{granted}/moderation", Acts.ModerateBid),
                new("GET /api/assessments", "/api/assessments", Acts.ReadAssessments),
                new("POST /api/assessments", "/api/assessments", Acts.AssignAssessors, "404", nothing),
                new("GET /api/assessors", "/api/assessors", Acts.AssignAssessors),
                new("GET /api/assessments/{bid}", $"/api/assessments/{granted}", Acts.ReadAssessments, "404"),
                new("PUT /api/assessments/{bid}/interest", $"/api/assessments/{granted}/interest", Acts.ReadAssessments, "404", nothing),
                new(
                    "PUT /api/assessments/{bid}/scores",
                    $"/api/assessments/{granted}/scores",
                    Acts.ReadAssessments,
                    "404",
                    Array.Empty<object>()
                ),
                new(
                    "POST /api/assessments/{bid}/completion",
                    $"/api/assessments/{granted}/completion",
                    Acts.ReadAssessments,
                    "404",
                    nothing
                ),
                new(
                    "DELETE /api/assessments/{bid}/assessors/{user:guid}",
                    $"/api/assessments/{granted}/assessors/{id}",
                    Acts.AssignAssessors,
                    "404"
                ),
                new(
                    "GET /api/assessments/{bid}/moderation",
                    $"/api/assessments/{granted}/moderation",
                    Acts.ReadAssessments,
                    "404 opcc-officer=200"
                ),
                new("PUT /api/assessments/{bid}/moderation", $"/api/assessments/{granted}/moderation", Acts.ModerateBid, "409", nothing),
                new("GET /api/rounds/{reference}/assessments", $"/api/rounds/{round}/assessments", Acts.AssignAssessors),
                new("GET /api/rounds/{reference}/ranking", $"/api/rounds/{round}/ranking", Acts.ReadRanking),
                new("GET /api/grants", "/api/grants", Acts.ReadGrants),
                new("GET /api/grants/{reference}", $"/api/grants/{granted}", Acts.ReadGrants, theirs),
                new("POST /api/grants/{reference}/variations", $"/api/grants/{granted}/variations", Acts.VaryGrant, "412", nothing),
                new(
                    "POST /api/grants/{reference}/variations/{number:int}/approval",
                    $"/api/grants/{granted}/variations/1/approval",
                    Acts.ApproveVariation,
                    "412"
                ),
                new(
                    "POST /api/grants/{reference}/variations/{number:int}/cancellation",
                    $"/api/grants/{granted}/variations/1/cancellation",
                    Acts.CancelVariation,
                    "412",
                    nothing
                ),
                new("POST /api/grants/{reference}/acceptance", $"/api/grants/{granted}/acceptance", Acts.AcceptGrant, "412 another=404"),
            ],
            [
                new("Ed of MEL", Roles.Board),
                new("Lee of MEL", Roles.Board),
                new("Ed of BLA", Roles.Board),
                new("Lee of BLA", Roles.Board),
                new("Ann Reed", Roles.Board),
                new("ann@melton.example", Roles.Board),
            ],
            await service.StartWithoutFiltersAsync<BidsService, BidsContext>()
        );
        Assert.Equal(
            (11, "BidStarted" + string.Concat(Enumerable.Repeat(" BidSaved", 10))),
            ((await service.BidAsync(bid)).Version, await service.EventsAsync(bid))
        );
    }
}
