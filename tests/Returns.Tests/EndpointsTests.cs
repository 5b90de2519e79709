using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests;

public class EndpointsTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Everybody_IsLetInWhereTheyMayBe()
    {
        var submitted = await service.OpenReturnAsync();
        await service.HandOverAsync(submitted);
        await service.Lead.PostAndFollowAsync($"{submitted.Address}/check-answers?handler=Submit", ("Version", "99"));
        var owed = await service.OpenReturnAsync();
        await service.Editor.PostAndFollowAsync(owed.PageOf(Given.Hardening), owed.Answers(Given.Hardening));
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
        ]);
        Assert.Equal(version, (await service.ReturnAsync(owed.Id)).Version);
    }
}
