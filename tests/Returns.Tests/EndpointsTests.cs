using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests;

public class EndpointsTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Everybody_IsLetInWhereTheyMayBe()
    {
        var submitted = await service.SubmittedAsync(Given.In(2024, 7, 2));
        var owed = await service.OpenReturnAsync();
        await service.SaveLineAsync(owed.Id);
        service.Clock.Now = Given.In(2024, 4, 8);
        var later = (await service.GrantAsync(Given.Grant(new(2024, 7, 1), new(2024, 9, 30), service.Clock.Now)))[0];
        service.Clock.Now = Given.In(2024, 7, 2);
        var (office, inApi, none) = (later.Address, $"/api/returns/returns/{submitted.Id}", new { });
        var laterApi = $"/api/returns/returns/{later.Id}";
        var version = (await service.ReturnAsync(owed.Id)).Version;
        var (page, api, line) = (owed.Address, $"/api/returns/returns/{owed.Id}", $"/api/returns/returns/{owed.Id}/lines/{Given.Hardening.Id}");

        // Nobody, another partnership's lead, editor, lead, chair, officer, the rest of the office, board.
        await EndpointTable.AssertAsync(service,
        [
            new("GET /health/live", "/health/live", "200 200 200 200 200 200 200 200"),
            new("GET /health/ready", "/health/ready", "200 200 200 200 200 200 200 200"),
            new("GET /api/{documentName}/openapi.json", "/api/returns/openapi.json", "200 200 200 200 200 200 200 200"),
            new("GET /returns", "/returns", "401 200 200 200 200 200 200 200"),
            new("GET /returns/{grantReference}/{quarter}", page, "401 404 200 200 200 200 200 200"),
            new("GET /returns/{grantReference}/{quarter}/interventions/{id:guid}", owed.PageOf(Given.Hardening), "401 404 200 200 403 403 403 403"),
            new("POST /returns/{grantReference}/{quarter}/interventions/{id:guid}", owed.PageOf(Given.Hardening), "401 404 200 200 403 403 403 403"),
            new("GET /returns/{grantReference}/{quarter}/check-answers", $"{page}/check-answers", "401 404 200 200 403 403 403 403"),
            new("POST /returns/{grantReference}/{quarter}/check-answers", $"{page}/check-answers?handler=HandOver", "401 404 200 200 403 403 403 403"),
            new("POST /returns/{grantReference}/{quarter}/check-answers", $"{page}/check-answers?handler=Submit", "401 404 403 200 403 403 403 403"),
            new("GET /returns/{grantReference}/{quarter}/submitted", $"{submitted.Address}/submitted", "401 404 200 200 200 200 200 200"),
            new("GET /api/returns/returns", "/api/returns/returns", "401 200 200 200 200 200 200 200"),
            new("GET /api/returns/returns/{id:guid}", api, "401 404 200 200 200 200 200 200"),
            new("PUT /api/returns/returns/{id:guid}/lines/{intervention:guid}", line, "401 404 412 412 403 403 403 403", Given.LineOf(Given.Hardening)),
            new("POST /api/returns/returns/{id:guid}/ready", $"{api}/ready", "401 404 422 422 403 403 403 403"),
            new("POST /api/returns/returns/{id:guid}/submission", $"{api}/submission", "401 404 403 409 403 403 403 403"),
            new("GET /returns/lateness", "/returns/lateness", "401 200 200 200 200 200 200 200"),
            new("GET /returns/reminders", "/returns/reminders", "401 403 403 403 403 200 403 403"),
            new("GET /returns/programmes", "/returns/programmes", "401 403 403 403 403 200 403 403"),
            new("GET /returns/programmes/{**name}", "/returns/programmes/Community%20safety%20fund", "401 403 403 403 403 200 403 403"),
            new("POST /returns/programmes/{**name}", "/returns/programmes/Community%20safety%20fund", "401 403 403 403 403 200 403 403"),
            new("GET /returns/{grantReference}/{quarter}/accept", $"{submitted.Address}/accept?version={submitted.Version}", "401 403 403 403 403 200 403 403"),
            new("POST /returns/{grantReference}/{quarter}/accept", $"{submitted.Address}/accept?version=1", "401 403 403 403 403 200 403 403"),
            new("GET /returns/{grantReference}/{quarter}/send-back", $"{submitted.Address}/send-back", "401 403 403 403 403 200 403 403"),
            new("POST /returns/{grantReference}/{quarter}/send-back", $"{submitted.Address}/send-back", "401 403 403 403 403 200 403 403"),
            new("GET /returns/{grantReference}/{quarter}/extend", $"{office}/extend", "401 403 403 403 403 200 403 403"),
            new("POST /returns/{grantReference}/{quarter}/extend", $"{office}/extend", "401 403 403 403 403 200 403 403"),
            new("GET /returns/{grantReference}/{quarter}/not-required", $"{office}/not-required", "401 403 403 403 403 200 403 403"),
            new("POST /returns/{grantReference}/{quarter}/not-required", $"{office}/not-required", "401 403 403 403 403 200 403 403"),
            new("GET /returns/{grantReference}/{quarter}/chasing", $"{office}/chasing", "401 403 403 403 403 200 403 403"),
            new("POST /returns/{grantReference}/{quarter}/chasing", $"{office}/chasing", "401 403 403 403 403 200 403 403"),
            new("GET /returns/{grantReference}/{quarter}/chase-now", $"{page}/chase-now", "401 403 403 403 403 200 403 403"),
            new("POST /returns/{grantReference}/{quarter}/chase-now", $"{office}/chase-now", "401 403 403 403 403 302 403 403"),
            new("GET /returns/{grantReference}/{quarter}/reply", $"{office}/reply", "401 403 403 403 403 200 403 403"),
            new("POST /returns/{grantReference}/{quarter}/reply", $"{office}/reply", "401 403 403 403 403 200 403 403"),
            new("GET /api/returns/lateness", "/api/returns/lateness", "401 200 200 200 200 200 200 200"),
            new("GET /api/returns/reminders", "/api/returns/reminders", "401 403 403 403 403 200 403 403"),
            new("GET /api/returns/programmes", "/api/returns/programmes", "401 403 403 403 403 200 200 200"),
            new("GET /api/returns/programmes/{**name}", "/api/returns/programmes/Community%20safety%20fund", "401 403 403 403 403 200 200 200"),
            new("PUT /api/returns/programmes/{**name}", "/api/returns/programmes/Community%20safety%20fund", "401 403 403 403 403 422 403 403", none),
            new("POST /api/returns/returns/{id:guid}/send-back", $"{inApi}/send-back", "401 403 403 403 403 422 403 403", none),
            new("POST /api/returns/returns/{id:guid}/acceptance", $"{inApi}/acceptance", "401 403 403 403 403 412 403 403"),
            new("POST /api/returns/returns/{id:guid}/extension", $"{laterApi}/extension", "401 403 403 403 403 422 403 403", none),
            new("POST /api/returns/returns/{id:guid}/not-required", $"{laterApi}/not-required", "401 403 403 403 403 422 403 403", none),
            new("POST /api/returns/returns/{id:guid}/required", $"{laterApi}/required", "401 403 403 403 403 409 403 403", none),
            new("POST /api/returns/returns/{id:guid}/chasing", $"{laterApi}/chasing", "401 403 403 403 403 422 403 403", none),
            new("POST /api/returns/returns/{id:guid}/reminder", $"{laterApi}/reminder", "401 403 403 403 403 409 403 403"),
            new("POST /api/returns/returns/{id:guid}/replies", $"{laterApi}/replies", "401 403 403 403 403 422 403 403", none),
        ]);
        Assert.Equal((later.Version, submitted.Version), ((await service.ReturnAsync(later.Id)).Version, (await service.ReturnAsync(submitted.Id)).Version));
        Assert.Equal(version, (await service.ReturnAsync(owed.Id)).Version);
    }
}
