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
        await service.Editor.PostAndFollowAsync($"{submitted.Address}/check-answers?handler=HandOver");
        await service.CertifyAsync(submitted);
        var ready = await service.OpenReturnAsync();
        await service.HandOverAsync(ready);
        var owed = await service.OpenReturnAsync();
        // Each part has been saved once, so that a program that read nothing of it is told so.
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
        const string officer = "401 403 403 403 403 200 403 403",
            office = "401 403 403 403 403 200 200 200",
            incorrect = "401 403 403 403 403 422 403 403",
            refused = "401 403 403 403 403 409 403 403";
        const string partner = "401 404 200 200 403 403 403 403",
            readers = "401 404 200 200 200 200 200 200",
            stale = "401 404 412 412 403 403 403 403";

        // Nobody, another partnership's lead, editor, lead, chair, officer, the rest of the office, board.
        await EndpointTable.AssertAsync(
            service,
            [
                new("GET /health/live", "/health/live", "200 200 200 200 200 200 200 200"),
                new("GET /health/ready", "/health/ready", "200 200 200 200 200 200 200 200"),
                new("GET /openapi.json", "/openapi.json", "200 200 200 200 200 200 200 200"),
                new("GET /returns", "/returns", "401 200 200 200 200 200 200 200"),
                new($"GET {pages}", page, readers),
                new($"GET {pages}/history", $"{page}/history", readers),
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
                new($"GET {pages}/attachments", $"{submitted.Address}/attachments", readers),
                new($"POST {pages}/attachments", $"{page}/attachments", partner),
                new(pages.Insert(0, "GET ") + "/attachments/{file:guid}", $"{submitted.Address}/attachments/{handedIn}", readers),
                .. Both(
                    pages + "/attachments/{file:guid}/remove",
                    $"{submitted.Address}/attachments/{handedIn}/remove",
                    "401 404 302 302 403 403 403 403",
                    "401 404 200 200 403 403 403 403"
                ),
                new($"GET {pages}/figures.xlsx", $"{page}/figures.xlsx", readers),
                new($"GET {pages}/check-answers", $"{page}/check-answers", partner),
                new($"POST {pages}/check-answers", $"{page}/check-answers?handler=HandOver", partner),
                new($"POST {pages}/check-answers", $"{page}/check-answers?handler=Submit", "401 404 403 200 403 403 403 403"),
                new($"GET {pages}/decline", $"{ready.Address}/decline", "401 404 403 200 403 403 403 403"),
                new($"POST {pages}/decline", $"{ready.Address}/decline", "401 404 403 200 403 403 403 403"),
                new($"GET {pages}/submitted", $"{submitted.Address}/submitted", readers),
                new(pages.Insert(0, "GET ") + "/submissions/{number:int}", $"{submitted.Address}/submissions/1", readers),
                new(pages.Insert(0, "GET ") + "/submissions/{number:int}.json", $"{submitted.Address}/submissions/1.json", readers),
                new(pages.Insert(0, "GET ") + "/submissions/{number:int}/changes", $"{submitted.Address}/submissions/2/changes", readers),
                new("GET /api/returns", "/api/returns", "401 200 200 200 200 200 200 200"),
                new("GET /api/returns/{grantReference}/{quarter}", api, readers),
                new("GET /api/returns/{grantReference}/{quarter}/submissions", $"{api}/submissions", readers),
                new(
                    "GET /api/returns/{grantReference}/{quarter}/submissions/{number:int}",
                    $"/api{submitted.Address}/submissions/1",
                    readers
                ),
                new("PUT /api/returns/{grantReference}/{quarter}/lines/{intervention:guid}", line, stale, Given.LineOf(Given.Hardening)),
                new("PUT /api/returns/{grantReference}/{quarter}/outcomes", $"{api}/outcomes", stale, new { Outcomes = "Other" }),
                new("PUT /api/returns/{grantReference}/{quarter}/match-funding", $"{api}/match-funding", stale, new { }),
                new("PUT /api/returns/{grantReference}/{quarter}/underspend", $"{api}/underspend", stale, new { Underspend = "0.00" }),
                new(
                    "PUT /api/returns/{grantReference}/{quarter}/rating",
                    $"{api}/rating",
                    stale,
                    new { Rating = "Green", RatingReason = "Well" }
                ),
                new("PUT /api/returns/{grantReference}/{quarter}/nil", $"{api}/nil", stale, new { Reason = "Nothing" }),
                new("GET /api/returns/{grantReference}/{quarter}/figures.xlsx", $"{api}/figures.xlsx", readers),
                new("GET /api/returns/{grantReference}/{quarter}/attachments", $"/api{submitted.Address}/attachments", readers),
                new("POST /api/returns/{grantReference}/{quarter}/attachments", $"{api}/attachments", "401 404 422 422 403 403 403 403"),
                new(
                    "GET /api/returns/{grantReference}/{quarter}/attachments/{file:guid}",
                    $"/api{submitted.Address}/attachments/{handedIn}",
                    readers
                ),
                new(
                    "DELETE /api/returns/{grantReference}/{quarter}/attachments/{file:guid}",
                    $"/api{submitted.Address}/attachments/{handedIn}",
                    "401 404 409 409 403 403 403 403"
                ),
                new("PUT /api/returns/{grantReference}/{quarter}/figures", $"{api}/figures", "401 404 422 422 403 403 403 403"),
                new("PUT /api/returns/{grantReference}/{quarter}", api, stale, new { Outcomes = new { Outcomes = "Other" } }),
                new("POST /api/returns/{grantReference}/{quarter}/ready", $"{api}/ready", "401 404 422 422 403 403 403 403"),
                new(
                    "POST /api/returns/{grantReference}/{quarter}/declined",
                    $"{api}/declined",
                    "401 404 403 409 403 403 403 403",
                    new { Reason = "No" }
                ),
                new("POST /api/returns/{grantReference}/{quarter}/submission", $"{api}/submission", "401 404 403 409 403 403 403 403"),
                new("GET /returns/lateness", "/returns/lateness", "401 200 200 200 200 200 200 200"),
                new("GET /returns/reminders", "/returns/reminders", officer),
                new("GET /returns/programmes", "/returns/programmes", officer),
                new("GET /returns/programmes/{**name}", $"/returns/{fund}", officer),
                new("POST /returns/programmes/{**name}", $"/returns/{fund}", officer),
                new($"GET {pages}/accept", $"{submitted.Address}/accept?version={submitted.Version}", officer),
                new($"POST {pages}/accept", $"{submitted.Address}/accept?version=1", officer),
                new($"GET {pages}/send-back", $"{submitted.Address}/send-back", officer),
                new($"POST {pages}/send-back", $"{submitted.Address}/send-back", officer),
                new($"GET {pages}/extend", $"{later.Address}/extend", officer),
                new($"POST {pages}/extend", $"{later.Address}/extend", officer),
                new($"GET {pages}/not-required", $"{later.Address}/not-required", officer),
                new($"POST {pages}/not-required", $"{later.Address}/not-required", officer),
                new($"GET {pages}/chasing", $"{later.Address}/chasing", officer),
                new($"POST {pages}/chasing", $"{later.Address}/chasing", officer),
                new($"GET {pages}/chase-now", $"{page}/chase-now", officer),
                new($"POST {pages}/chase-now", $"{later.Address}/chase-now", "401 403 403 403 403 302 403 403"),
                new($"GET {pages}/reply", $"{later.Address}/reply", officer),
                new($"POST {pages}/reply", $"{later.Address}/reply", officer),
                new("GET /api/lateness", "/api/lateness", "401 200 200 200 200 200 200 200"),
                new("GET /api/reminders", "/api/reminders", officer),
                new("GET /api/programmes", "/api/programmes", office),
                new("GET /api/programmes/{**name}", $"/api/{fund}", office),
                new("PUT /api/programmes/{**name}", $"/api/{fund}", incorrect, none),
                new("POST /api/returns/{grantReference}/{quarter}/send-back", $"{inApi}/send-back", incorrect, none),
                new("POST /api/returns/{grantReference}/{quarter}/acceptance", $"{inApi}/acceptance", "401 403 403 403 403 412 403 403"),
                new("POST /api/returns/{grantReference}/{quarter}/extension", $"{laterApi}/extension", incorrect, none),
                new("POST /api/returns/{grantReference}/{quarter}/not-required", $"{laterApi}/not-required", incorrect, none),
                new("POST /api/returns/{grantReference}/{quarter}/required", $"{laterApi}/required", refused, none),
                new("POST /api/returns/{grantReference}/{quarter}/chasing", $"{laterApi}/chasing", incorrect, none),
                new("POST /api/returns/{grantReference}/{quarter}/reminder", $"{laterApi}/reminder", refused),
                new("POST /api/returns/{grantReference}/{quarter}/replies", $"{laterApi}/replies", incorrect, none),
            ]
        );
        Assert.Equal(
            (later.Version, submitted.Version),
            ((await service.ReturnAsync(later.Id)).Version, (await service.ReturnAsync(submitted.Id)).Version)
        );
        Assert.Equal(version, (await service.ReturnAsync(owed.Id)).Version);

        // Pages that ask are their partnership's: read, and posted without an answer.
        static IEnumerable<EndpointRow> Both(string endpoint, string address, string get = partner, string post = partner) =>
            [new($"GET {endpoint}", address, get), new($"POST {endpoint}", address, post)];
    }
}
