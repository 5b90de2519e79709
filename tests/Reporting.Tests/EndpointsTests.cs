using Platform.Contracts;
using Platform.Reporting.Tests.Papers;
using Platform.Testing;

namespace Platform.Reporting.Tests;

public sealed class EndpointsTests(RunningService<ReportingService> service)
{
    // Nobody, another partnership's lead, editor, lead, chair, officer, the rest of the office, board.
    [Fact]
    public async Task Everybody_IsLetInWhereTheyMayBe()
    {
        await service.NothingAsync();
        // One that runs: an administrator's start is refused, and empties nothing.
        await service.Office(Roles.Administrator).PostAndFollowAsync("/reports/rebuild?handler=Start");
        await service.ReplaySettledAsync();
        await service.DeliverAsync(Given.Opened(Guid.NewGuid(), Given.Return(Guid.NewGuid(), ReturnState.Open)));
        var paper = await service.Officer().BeginPaperAsync();
        var about = new { Title = "Update", Meeting = "The board", MeetingOn = new DateOnly(2024, 12, 13) };
        await EndpointTable.AssertAsync(service,
        [
            new("GET /health/live", "/health/live", "200 200 200 200 200 200 200 200"),
            new("GET /health/ready", "/health/ready", "200 200 200 200 200 200 200 200"),
            new("GET /api/{documentName}/openapi.json", "/api/reporting/openapi.json", "200 200 200 200 200 200 200 200"),
            new("GET /", "/", "200 200 200 200 200 200 200 200"),
            new("GET /reports", "/reports", "401 403 403 403 403 200 200 200"),
            new("GET /reports/{name:regex(^[a-z-]+$)}", "/reports/overdue", "401 403 403 403 403 200 200 200"),
            new("GET /reports/views", "/reports/views", "401 403 403 403 403 200 403 403"),
            new("GET /reports/views/new", "/reports/views/new?report=overdue", "401 403 403 403 403 200 403 403"),
            new("POST /reports/views/new", "/reports/views/new?report=overdue", "401 403 403 403 403 200 403 403"),
            new("GET /reports/views/{id:guid}", $"/reports/views/{Guid.NewGuid()}", "401 403 403 403 403 404 403 403"),
            new("POST /reports/views/{id:guid}", $"/reports/views/{Guid.NewGuid()}", "401 403 403 403 403 404 403 403"),
            new("POST /reports/views/{id:guid}", $"/reports/views/{Guid.NewGuid()}?handler=Delete", "401 403 403 403 403 404 403 403"),
            new("GET /partnerships/{code}", "/partnerships/MEL", "401 404 200 200 200 200 200 200"),
            new("GET /api/reporting/overdue", "/api/reporting/overdue", "401 200 200 200 200 200 200 200"),
            new("GET /api/reporting/targets", "/api/reporting/targets", "401 403 403 403 403 200 200 200"),
            new("GET /timelines", "/timelines", "401 403 403 403 403 200 200 403"),
            new("GET /timelines/returns/{reference}/{quarter}", "/timelines/returns/SS5-MEL-01/2024-25-q3", "401 404 200 200 200 200 200 403"),
            new("GET /timelines/partnerships/{code}", "/timelines/partnerships/MEL", "401 404 200 200 200 200 200 403"),
            new("GET /reports/papers", "/reports/papers", "401 403 403 403 403 200 200 200"),
            new("GET /reports/papers/new", "/reports/papers/new", "401 403 403 403 403 200 403 403"),
            new("POST /reports/papers/new", "/reports/papers/new", "401 403 403 403 403 200 403 403"),
            // A draft is there for officers alone.
            new("GET /reports/papers/{number:int}", $"/reports/papers/{paper}", "401 403 403 403 403 200 404 404"),
            new("GET /reports/papers/{number:int}/paper.docx", $"/reports/papers/{paper}/paper.docx", "401 403 403 403 403 200 404 404"),
            new("GET /reports/papers/{number:int}/about", $"/reports/papers/{paper}/about", "401 403 403 403 403 200 403 403"),
            new("POST /reports/papers/{number:int}/about", $"/reports/papers/{paper}/about", "401 403 403 403 403 200 403 403"),
            new("GET /reports/papers/{number:int}/words/{part}", $"/reports/papers/{paper}/words/background", "401 403 403 403 403 200 403 403"),
            new("POST /reports/papers/{number:int}/words/{part}", $"/reports/papers/{paper}/words/background", "401 403 403 403 403 302 403 403"),
            new("GET /reports/papers/{number:int}/refresh", $"/reports/papers/{paper}/refresh", "401 403 403 403 403 200 403 403"),
            new("POST /reports/papers/{number:int}/refresh", $"/reports/papers/{paper}/refresh", "401 403 403 403 403 200 403 403"),
            new("GET /reports/papers/{number:int}/check", $"/reports/papers/{paper}/check", "401 403 403 403 403 200 403 403"),
            new("GET /reports/papers/{number:int}/issue", $"/reports/papers/{paper}/issue", "401 403 403 403 403 200 403 403"),
            new("POST /reports/papers/{number:int}/issue", $"/reports/papers/{paper}/issue", "401 403 403 403 403 200 403 403"),
            new("GET /reports/papers/{number:int}/discard", $"/reports/papers/{paper}/discard", "401 403 403 403 403 200 403 403"),
            new("POST /reports/papers/{number:int}/discard", $"/reports/papers/{paper}/discard", "401 403 403 403 403 200 403 403"),
            new("GET /api/reporting/papers", "/api/reporting/papers", "401 403 403 403 403 200 200 200"),
            new("GET /api/reporting/papers/{number:int}", $"/api/reporting/papers/{paper}", "401 403 403 403 403 200 404 404"),
            new("POST /api/reporting/papers", "/api/reporting/papers", "401 403 403 403 403 422 403 403", new { }),
            new("PUT /api/reporting/papers/{number:int}", $"/api/reporting/papers/{paper}", "401 403 403 403 403 412 403 403", about),
            new("PUT /api/reporting/papers/{number:int}/words/{part}", $"/api/reporting/papers/{paper}/words/none", "401 403 403 403 403 404 403 403", new { Text = "We are the office." }),
            new("POST /api/reporting/papers/{number:int}/refresh", $"/api/reporting/papers/{paper}/refresh", "401 403 403 403 403 412 403 403"),
            new("POST /api/reporting/papers/{number:int}/issue", $"/api/reporting/papers/{paper}/issue", "401 403 403 403 403 412 403 403", new { Acknowledged = false }),
            new("POST /api/reporting/papers/{number:int}/discard", $"/api/reporting/papers/{paper}/discard", "401 403 403 403 403 412 403 403"),
            new("GET /reports/rebuild", "/reports/rebuild", "401 403 403 403 403 403 403 403 200"),
            new("POST /reports/rebuild", "/reports/rebuild?handler=Start", "401 403 403 403 403 403 403 403 302"),
            new("POST /reports/rebuild", "/reports/rebuild?handler=Continue", "401 403 403 403 403 403 403 403 302"),
            new("POST /reports/rebuild", "/reports/rebuild?handler=Stop", "401 403 403 403 403 403 403 403 302"),
        ]);
    }
}
