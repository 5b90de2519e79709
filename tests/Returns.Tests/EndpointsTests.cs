using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests;

public class EndpointsTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Everybody_IsLetInWhereTheyMayBe()
    {
        var submitted = await service.OpenReturnAsync();
        var handedIn = await service.Editor.AttachAsync(submitted);
        await service.SubmitAsync(submitted);
        await service.SendBackAsync(submitted, new SectionNote("rating", "Why?"));
        await service.AnswerAsync(submitted);
        await service.Editor.PostAndFollowAsync($"{submitted.Address}/check-answers?handler=HandOver");
        await service.CertifyAsync(submitted);
        var ready = await service.OpenReturnAsync();
        await service.HandOverAsync(ready);
        var owed = await service.OpenReturnAsync();
        // Each part has been saved once, so that a program that has not read it is told so.
        foreach (var answers in Given.Whole.Append(new NilAnswers("Nothing")))
            await service.ActAsync(owed, r => r.Save(answers, Given.NoOthers, Given.Community, r.Version, Given.Editor, service.Clock.Now));
        await service.SaveAsync(owed, owed.PageOf(Given.Hardening), ("Status", "OnTrack"));
        var asset = Guid.NewGuid();
        await service.SaveAsync(
            owed,
            owed.PageOf(Given.Hardening, $"assets/{asset}"),
            ("Kind", "Camera"),
            ("Quantity", "1"),
            ("Place", "Park")
        );
        await service.SaveAsync(owed, owed.PageOf(Given.Hardening, "explanation"), ("Explanation", "So it is"));
        var next = (await service.TwoQuartersAsync())[1];
        var later = (await service.GrantAsync(Given.Grant(new(2025, 1, 1), new(2025, 3, 31), service.Clock.Now)))[0];
        submitted = await service.ReturnAsync(submitted.Id);
        var version = (await service.ReturnAsync(owed.Id)).Version;
        var page = owed.Address;
        var api = $"/api{owed.Address}";
        var line = $"{api}/lines/{Given.Hardening.Id}";
        var (pages, wrong) = (
            "/returns/{grantReference}/{quarter}",
            $"{next.PageOf(Given.Hardening, $"adjustments/{Guid.NewGuid()}")}?figure=2024-25-q1/capital"
        );
        var inApi = $"/api{submitted.Address}";
        var laterApi = $"/api{later.Address}";
        var fund = "programmes/Community%20safety%20fund";
        var none = new { };
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
                new("GET /returns", "/returns", Acts.ReadReturns),
                new($"GET {pages}", page, Acts.ReadReturns, theirs),
                new($"GET {pages}/history", $"{page}/history", Acts.SeePeople, theirs),
                .. Both(pages + "/interventions/{id:guid}/progress", owed.PageOf(Given.Hardening)),
                .. Both(pages + "/interventions/{id:guid}/spending", owed.PageOf(Given.Hardening, "spending")),
                .. Both(pages + "/interventions/{id:guid}/outputs", owed.PageOf(Given.Hardening, "outputs")),
                .. Both(pages + "/interventions/{id:guid}/assets", owed.PageOf(Given.Hardening, "assets")),
                .. Both(pages + "/interventions/{id:guid}/assets/{assetId:guid}", owed.PageOf(Given.Hardening, $"assets/{Guid.NewGuid()}")),
                .. Both(pages + "/interventions/{id:guid}/adjustments", next.PageOf(Given.Hardening, "adjustments")),
                .. Both(pages + "/interventions/{id:guid}/adjustments/{adjustmentId:guid}", wrong),
                .. Both(
                    pages + "/interventions/{id:guid}/{list:regex(^(assets|adjustments)$)}/{thing:guid}/remove",
                    owed.PageOf(Given.Hardening, $"assets/{asset}/remove")
                ),
                .. Both(pages + "/interventions/{id:guid}/explanation", owed.PageOf(Given.Hardening, "explanation")),
                .. Both(pages + "/outcomes", $"{page}/outcomes"),
                .. Both(pages + "/match-funding", $"{page}/match-funding"),
                .. Both(pages + "/underspend", $"{page}/underspend"),
                .. Both(pages + "/rating", $"{page}/rating"),
                .. Both(pages + "/nil", $"{page}/nil"),
                .. Both(pages + "/figures", $"{page}/figures"),
                new($"GET {pages}/attachments", $"{submitted.Address}/attachments", Acts.ReadReturns, theirs),
                new($"POST {pages}/attachments", $"{page}/attachments", Acts.WriteReturn, theirs),
                new(
                    pages.Insert(0, "GET ") + "/attachments/{file:guid}",
                    $"{submitted.Address}/attachments/{handedIn}",
                    Acts.ReadReturns,
                    theirs
                ),
                .. Both(
                    pages + "/attachments/{file:guid}/remove",
                    $"{submitted.Address}/attachments/{handedIn}/remove",
                    "302 another=404",
                    theirs
                ),
                new($"GET {pages}/figures.xlsx", $"{page}/figures.xlsx", Acts.ReadReturns, theirs),
                new($"GET {pages}/check-answers", $"{page}/check-answers", Acts.WriteReturn, theirs),
                new($"POST {pages}/check-answers", $"{page}/check-answers?handler=HandOver", Acts.WriteReturn, theirs),
                new($"POST {pages}/check-answers", $"{page}/check-answers?handler=Submit", Acts.CertifyReturn, theirs),
                new($"GET {pages}/decline", $"{ready.Address}/decline", Acts.DeclineReturn, theirs),
                new($"POST {pages}/decline", $"{ready.Address}/decline", Acts.DeclineReturn, theirs),
                new($"GET {pages}/submitted", $"{submitted.Address}/submitted", Acts.SeePeople, theirs),
                new(pages.Insert(0, "GET ") + "/submissions/{number:int}", $"{submitted.Address}/submissions/1", Acts.ReadReturns, theirs),
                new(
                    pages.Insert(0, "GET ") + "/submissions/{number:int}.json",
                    $"{submitted.Address}/submissions/1.json",
                    Acts.SeePeople,
                    theirs
                ),
                new(
                    pages.Insert(0, "GET ") + "/submissions/{number:int}/changes",
                    $"{submitted.Address}/submissions/2/changes",
                    Acts.ReadReturns,
                    theirs
                ),
                // There is no Chromium here: PdfTests have one.
                new($"GET {pages}/pdf", $"{submitted.Address}/pdf", Acts.ReadReturns, "404"),
                new(
                    pages.Insert(0, "GET ") + "/submissions/{number:int}/pdf",
                    $"{submitted.Address}/submissions/1/pdf",
                    Acts.ReadReturns,
                    "404"
                ),
                new("GET /api/returns", "/api/returns", Acts.ReadReturns),
                new("GET /api/returns/{grantReference}/{quarter}", api, Acts.ReadReturns, theirs),
                new("GET /api/returns/{grantReference}/{quarter}/submissions", $"{api}/submissions", Acts.SeePeople, theirs),
                new(
                    "GET /api/returns/{grantReference}/{quarter}/submissions/{number:int}",
                    $"/api{submitted.Address}/submissions/1",
                    Acts.SeePeople,
                    theirs
                ),
                new(
                    "PUT /api/returns/{grantReference}/{quarter}/lines/{intervention:guid}",
                    line,
                    Acts.WriteReturn,
                    "412 another=404",
                    Given.BodyOf(Given.LineOf(Given.Hardening))
                ),
                new(
                    "PUT /api/returns/{grantReference}/{quarter}/outcomes",
                    $"{api}/outcomes",
                    Acts.WriteReturn,
                    "412 another=404",
                    new { Outcomes = "Other" }
                ),
                new(
                    "PUT /api/returns/{grantReference}/{quarter}/match-funding",
                    $"{api}/match-funding",
                    Acts.WriteReturn,
                    "412 another=404",
                    new { }
                ),
                new(
                    "PUT /api/returns/{grantReference}/{quarter}/underspend",
                    $"{api}/underspend",
                    Acts.WriteReturn,
                    "412 another=404",
                    new { Underspend = "0.00" }
                ),
                new(
                    "PUT /api/returns/{grantReference}/{quarter}/rating",
                    $"{api}/rating",
                    Acts.WriteReturn,
                    "412 another=404",
                    new { Rating = "Green", RatingReason = "Well" }
                ),
                new(
                    "PUT /api/returns/{grantReference}/{quarter}/nil",
                    $"{api}/nil",
                    Acts.WriteReturn,
                    "412 another=404",
                    new { Reason = "Nothing" }
                ),
                new("GET /api/returns/{grantReference}/{quarter}/figures.xlsx", $"{api}/figures.xlsx", Acts.ReadReturns, theirs),
                new(
                    "GET /api/returns/{grantReference}/{quarter}/attachments",
                    $"/api{submitted.Address}/attachments",
                    Acts.ReadReturns,
                    theirs
                ),
                new("POST /api/returns/{grantReference}/{quarter}/attachments", $"{api}/attachments", Acts.WriteReturn, "422 another=404"),
                new(
                    "GET /api/returns/{grantReference}/{quarter}/attachments/{file:guid}",
                    $"/api{submitted.Address}/attachments/{handedIn}",
                    Acts.ReadReturns,
                    theirs
                ),
                new(
                    "DELETE /api/returns/{grantReference}/{quarter}/attachments/{file:guid}",
                    $"/api{submitted.Address}/attachments/{handedIn}",
                    Acts.WriteReturn,
                    "409 another=404"
                ),
                new("PUT /api/returns/{grantReference}/{quarter}/figures", $"{api}/figures", Acts.WriteReturn, "422 another=404"),
                new(
                    "PUT /api/returns/{grantReference}/{quarter}",
                    api,
                    Acts.WriteReturn,
                    "412 another=404",
                    new { Outcomes = new { Outcomes = "Other" } }
                ),
                new("POST /api/returns/{grantReference}/{quarter}/ready", $"{api}/ready", Acts.WriteReturn, "422 another=404"),
                new(
                    "POST /api/returns/{grantReference}/{quarter}/declined",
                    $"{api}/declined",
                    Acts.DeclineReturn,
                    "409 another=404",
                    new { Reason = "No" }
                ),
                new("POST /api/returns/{grantReference}/{quarter}/submission", $"{api}/submission", Acts.CertifyReturn, "409 another=404"),
                new("GET /returns/lateness", "/returns/lateness", Acts.ReadReturns),
                new("GET /returns/reminders", "/returns/reminders", Acts.ChaseReturns),
                new("GET /returns/programmes", "/returns/programmes", Acts.WriteProgrammes),
                new("GET /returns/programmes/{**name}", $"/returns/{fund}", Acts.WriteProgrammes),
                new("POST /returns/programmes/{**name}", $"/returns/{fund}", Acts.WriteProgrammes),
                new($"GET {pages}/accept", $"{submitted.Address}/accept?version={submitted.Version}", Acts.AnswerReturn),
                new($"POST {pages}/accept", $"{submitted.Address}/accept?version=1", Acts.AnswerReturn),
                new($"GET {pages}/send-back", $"{submitted.Address}/send-back", Acts.AnswerReturn),
                new($"POST {pages}/send-back", $"{submitted.Address}/send-back", Acts.AnswerReturn),
                new($"GET {pages}/extend", $"{later.Address}/extend", Acts.AnswerReturn),
                new($"POST {pages}/extend", $"{later.Address}/extend", Acts.AnswerReturn),
                new($"GET {pages}/not-required", $"{later.Address}/not-required", Acts.AnswerReturn),
                new($"POST {pages}/not-required", $"{later.Address}/not-required", Acts.AnswerReturn),
                new($"GET {pages}/chasing", $"{later.Address}/chasing", Acts.ChaseReturns),
                new($"POST {pages}/chasing", $"{later.Address}/chasing", Acts.ChaseReturns),
                new($"GET {pages}/chase-now", $"{page}/chase-now", Acts.ChaseReturns),
                new($"POST {pages}/chase-now", $"{later.Address}/chase-now", Acts.ChaseReturns),
                new($"GET {pages}/reply", $"{later.Address}/reply", Acts.ChaseReturns),
                new($"POST {pages}/reply", $"{later.Address}/reply", Acts.ChaseReturns),
                .. Both($"{pages}/answers/{{section}}", $"{page}/answers/rating", "404", "404"),
                new(
                    "PUT /api/returns/{grantReference}/{quarter}/answers/{section}",
                    $"{api}/answers/rating",
                    Acts.WriteReturn,
                    "404",
                    none
                ),
                new("GET /api/lateness", "/api/lateness", Acts.ReadReturns),
                new("GET /api/reminders", "/api/reminders", Acts.ChaseReturns),
                new("GET /api/programmes", "/api/programmes", Acts.ReadProgrammes),
                new("GET /api/programmes/{**name}", $"/api/{fund}", Acts.ReadProgrammes),
                new("PUT /api/programmes/{**name}", $"/api/{fund}", Acts.WriteProgrammes, "422", none),
                new("POST /api/returns/{grantReference}/{quarter}/send-back", $"{inApi}/send-back", Acts.AnswerReturn, "422", none),
                new("POST /api/returns/{grantReference}/{quarter}/acceptance", $"{inApi}/acceptance", Acts.AnswerReturn, "412"),
                new("POST /api/returns/{grantReference}/{quarter}/extension", $"{laterApi}/extension", Acts.AnswerReturn, "422", none),
                new(
                    "POST /api/returns/{grantReference}/{quarter}/not-required",
                    $"{laterApi}/not-required",
                    Acts.AnswerReturn,
                    "422",
                    none
                ),
                new("POST /api/returns/{grantReference}/{quarter}/required", $"{laterApi}/required", Acts.AnswerReturn, "409", none),
                new("POST /api/returns/{grantReference}/{quarter}/chasing", $"{laterApi}/chasing", Acts.ChaseReturns, "422", none),
                new("POST /api/returns/{grantReference}/{quarter}/reminder", $"{laterApi}/reminder", Acts.ChaseReturns, "409"),
                new("POST /api/returns/{grantReference}/{quarter}/replies", $"{laterApi}/replies", Acts.ChaseReturns, "422", none),
            ],
            [new(Given.Editor.Name, Roles.Board), new(Given.Lead.Name, Roles.Board)],
            await service.StartWithoutFiltersAsync<ReturnsService, ReturnsContext>()
        );
        Assert.Equal(
            (later.Version, submitted.Version),
            ((await service.ReturnAsync(later.Id)).Version, (await service.ReturnAsync(submitted.Id)).Version)
        );
        Assert.Equal(version, (await service.ReturnAsync(owed.Id)).Version);

        // Pages with questions are for the partnership: each is read, and posted without an answer.
        static IEnumerable<EndpointRow> Both(string endpoint, string address, string get = theirs, string post = theirs) =>
            [new($"GET {endpoint}", address, Acts.WriteReturn, get), new($"POST {endpoint}", address, Acts.WriteReturn, post)];
    }
}
