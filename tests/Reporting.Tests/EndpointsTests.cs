using Platform.Contracts;
using Platform.Reporting.Tests.Papers;

namespace Platform.Reporting.Tests;

public sealed class EndpointsTests(RunningService<ReportingService> service)
{
    // Nobody, another partnership's lead, editor, lead, chair, officer, the rest of the office, board.
    [Fact]
    public async Task Everybody_IsLetInWhereTheyMayBe()
    {
        await service.NoRequestsAsync();
        // One that runs: an administrator's start is refused, and empties nothing.
        await service.Office(Roles.Administrator).PostAndFollowAsync("/reports/rebuild?handler=Start");
        await service.ReplaySettledAsync();
        await service.DeliverAsync(Given.Opened(Guid.NewGuid(), Given.Return(Guid.NewGuid(), ReturnState.Open)));
        await service.DeliverAsync(Given.Grant(Guid.NewGuid()));
        await service.DeliverAsync(Given.Published("EXE005-24"));
        var foi = await service.LogAsync(GivenFoi.Seed000);
        var paper = await service.Officer().BeginPaperAsync();
        var about = new
        {
            Title = "Update",
            Meeting = "The board",
            MeetingOn = new DateOnly(2024, 12, 13),
        };
        await EndpointTable.AssertAsync(
            service,
            [
                new("GET /health/live", "/health/live", "200 200 200 200 200 200 200 200"),
                new("GET /health/ready", "/health/ready", "200 200 200 200 200 200 200 200"),
                new("GET /openapi.json", "/openapi.json", "200 200 200 200 200 200 200 200"),
                new("GET /", "/", "200 200 200 200 200 200 200 200"),
                new("GET /reports", "/reports", "401 403 403 403 403 200 200 200"),
                new("GET /reports/{name:regex(^[a-z-]+$)}", "/reports/overdue", "401 403 403 403 403 200 200 200"),
                new("GET /reports/{name}.csv", "/reports/overdue.csv", "401 403 403 403 403 200 200 200"),
                new("GET /reports/views", "/reports/views", "401 403 403 403 403 200 403 403"),
                new("GET /reports/views/new", "/reports/views/new?report=overdue", "401 403 403 403 403 200 403 403"),
                new("POST /reports/views/new", "/reports/views/new?report=overdue", "401 403 403 403 403 200 403 403"),
                new("GET /reports/views/{id:guid}", $"/reports/views/{Guid.NewGuid()}", "401 403 403 403 403 404 403 403"),
                new("POST /reports/views/{id:guid}", $"/reports/views/{Guid.NewGuid()}", "401 403 403 403 403 404 403 403"),
                new("POST /reports/views/{id:guid}", $"/reports/views/{Guid.NewGuid()}?handler=Delete", "401 403 403 403 403 404 403 403"),
                new("GET /partnerships/{code}", "/partnerships/MEL", "401 404 200 200 200 200 200 200"),
                new("GET /api/reports/overdue", "/api/reports/overdue", "401 200 200 200 200 200 200 200"),
                new("GET /api/reports/targets", "/api/reports/targets", "401 403 403 403 403 200 200 200"),
                new("GET /timelines", "/timelines", "401 403 403 403 403 200 200 403"),
                new(
                    "GET /timelines/returns/{reference}/{quarter}",
                    "/timelines/returns/SS5-MEL-01/2024-25-q3",
                    "401 404 200 200 200 200 200 403"
                ),
                new("GET /timelines/partnerships/{code}", "/timelines/partnerships/MEL", "401 404 200 200 200 200 200 403"),
                new("GET /foi", "/foi", "401 403 403 403 403 200 200 403"),
                new("GET /foi/new", "/foi/new", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("POST /foi/new", "/foi/new", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("GET /foi/{reference}", $"/foi/{foi}", "401 403 403 403 403 200 200 403"),
                // Nothing has been drafted: the letter leads back to the request.
                new("GET /foi/{reference}/letter", $"/foi/{foi}/letter", "401 403 403 403 403 302 302 403"),
                new("GET /foi/{reference}/answer", $"/foi/{foi}/answer", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("POST /foi/{reference}/answer", $"/foi/{foi}/answer", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("GET /foi/{reference}/draft", $"/foi/{foi}/draft", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("POST /foi/{reference}/draft", $"/foi/{foi}/draft", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("GET /foi/{reference}/send", $"/foi/{foi}/send", "401 403 403 403 403 302 403 403 monitoring-officer=302"),
                new("POST /foi/{reference}/send", $"/foi/{foi}/send", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new(
                    "GET /foi/{reference}/clarification",
                    $"/foi/{foi}/clarification",
                    "401 403 403 403 403 200 403 403 monitoring-officer=200"
                ),
                new(
                    "POST /foi/{reference}/clarification",
                    $"/foi/{foi}/clarification",
                    "401 403 403 403 403 200 403 403 monitoring-officer=200"
                ),
                new("GET /foi/{reference}/extend", $"/foi/{foi}/extend", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("POST /foi/{reference}/extend", $"/foi/{foi}/extend", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("GET /foi/{reference}/review", $"/foi/{foi}/review", "401 403 403 403 403 302 403 403 monitoring-officer=302"),
                new("POST /foi/{reference}/review", $"/foi/{foi}/review", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("GET /foi/{reference}/publish", $"/foi/{foi}/publish", "401 403 403 403 403 302 403 403 monitoring-officer=302"),
                new("POST /foi/{reference}/publish", $"/foi/{foi}/publish", "401 403 403 403 403 302 403 403 monitoring-officer=302"),
                new("GET /foi/{reference}/correct", $"/foi/{foi}/correct", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("POST /foi/{reference}/correct", $"/foi/{foi}/correct", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("GET /foi/{reference}/withdraw", $"/foi/{foi}/withdraw", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("POST /foi/{reference}/withdraw", $"/foi/{foi}/withdraw", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("GET /funding/disclosures", "/funding/disclosures", "200 200 200 200 200 200 200 200"),
                new("GET /funding/disclosures/{reference}", "/funding/disclosures/FOI-2021-999", "404 404 404 404 404 404 404 404"),
                new("GET /api/foi", "/api/foi", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("POST /api/foi", "/api/foi", "401 403 403 403 403 422 403 403 monitoring-officer=422", new { }),
                new("GET /api/foi/{reference}", $"/api/foi/{foi}", "401 403 403 403 403 200 403 403 monitoring-officer=200"),
                new("PUT /api/foi/{reference}", $"/api/foi/{foi}", "401 403 403 403 403 412 403 403 monitoring-officer=412", new { }),
                new(
                    "POST /api/foi/{reference}/build",
                    $"/api/foi/{foi}/build",
                    "401 403 403 403 403 412 403 403 monitoring-officer=412",
                    new { }
                ),
                new(
                    "PUT /api/foi/{reference}/draft",
                    $"/api/foi/{foi}/draft",
                    "401 403 403 403 403 412 403 403 monitoring-officer=412",
                    new { }
                ),
                new(
                    "POST /api/foi/{reference}/answer",
                    $"/api/foi/{foi}/answer",
                    "401 403 403 403 403 412 403 403 monitoring-officer=412",
                    new { }
                ),
                new(
                    "POST /api/foi/{reference}/publication",
                    $"/api/foi/{foi}/publication",
                    "401 403 403 403 403 412 403 403 monitoring-officer=412",
                    new { }
                ),
                new("GET /funding", "/funding", "200 200 200 200 200 200 200 200"),
                new("GET /funding/rounds", "/funding/rounds", "200 200 200 200 200 200 200 200"),
                new("GET /funding/grants", "/funding/grants", "200 200 200 200 200 200 200 200"),
                new("GET /funding/grants/{reference}", "/funding/grants/SS5-MEL-01", "200 200 200 200 200 200 200 200"),
                new("GET /funding/statutory", "/funding/statutory", "200 200 200 200 200 200 200 200"),
                new("GET /funding/statutory/{month}", "/funding/statutory/2024-05", "200 200 200 200 200 200 200 200"),
                new("GET /funding/data", "/funding/data", "200 200 200 200 200 200 200 200"),
                new("GET /funding/data/{name}.csv", "/funding/data/grants.csv", "200 200 200 200 200 200 200 200"),
                new("HEAD /funding/data/{name}.csv", "/funding/data/grants.csv", "200 200 200 200 200 200 200 200"),
                new("GET /funding/data/360giving.json", "/funding/data/360giving.json", "200 200 200 200 200 200 200 200"),
                new("HEAD /funding/data/360giving.json", "/funding/data/360giving.json", "200 200 200 200 200 200 200 200"),
                new(
                    "GET /funding/statutory/{month}/grants.csv",
                    "/funding/statutory/2024-05/grants.csv",
                    "200 200 200 200 200 200 200 200"
                ),
                new(
                    "HEAD /funding/statutory/{month}/grants.csv",
                    "/funding/statutory/2024-05/grants.csv",
                    "200 200 200 200 200 200 200 200"
                ),
                new("GET /funding/statutory/{month}/items.csv", "/funding/statutory/2024-05/items.csv", "200 200 200 200 200 200 200 200"),
                new("HEAD /funding/statutory/{month}/items.csv", "/funding/statutory/2024-05/items.csv", "200 200 200 200 200 200 200 200"),
                new("GET /reports/papers", "/reports/papers", "401 403 403 403 403 200 200 200"),
                new("GET /reports/papers/new", "/reports/papers/new", "401 403 403 403 403 200 403 403"),
                new("POST /reports/papers/new", "/reports/papers/new", "401 403 403 403 403 200 403 403"),
                // A draft is there for officers alone.
                new("GET /reports/papers/{number:int}", $"/reports/papers/{paper}", "401 403 403 403 403 200 404 404"),
                new(
                    "GET /reports/papers/{number:int}/paper.docx",
                    $"/reports/papers/{paper}/paper.docx",
                    "401 403 403 403 403 200 404 404"
                ),
                new("GET /reports/papers/{number:int}/about", $"/reports/papers/{paper}/about", "401 403 403 403 403 200 403 403"),
                new("POST /reports/papers/{number:int}/about", $"/reports/papers/{paper}/about", "401 403 403 403 403 200 403 403"),
                new(
                    "GET /reports/papers/{number:int}/words/{part}",
                    $"/reports/papers/{paper}/words/background",
                    "401 403 403 403 403 200 403 403"
                ),
                new(
                    "POST /reports/papers/{number:int}/words/{part}",
                    $"/reports/papers/{paper}/words/background",
                    "401 403 403 403 403 302 403 403"
                ),
                new("GET /reports/papers/{number:int}/refresh", $"/reports/papers/{paper}/refresh", "401 403 403 403 403 200 403 403"),
                new("POST /reports/papers/{number:int}/refresh", $"/reports/papers/{paper}/refresh", "401 403 403 403 403 200 403 403"),
                new("GET /reports/papers/{number:int}/check", $"/reports/papers/{paper}/check", "401 403 403 403 403 200 403 403"),
                new("GET /reports/papers/{number:int}/issue", $"/reports/papers/{paper}/issue", "401 403 403 403 403 200 403 403"),
                new("POST /reports/papers/{number:int}/issue", $"/reports/papers/{paper}/issue", "401 403 403 403 403 200 403 403"),
                new("GET /reports/papers/{number:int}/discard", $"/reports/papers/{paper}/discard", "401 403 403 403 403 200 403 403"),
                new("POST /reports/papers/{number:int}/discard", $"/reports/papers/{paper}/discard", "401 403 403 403 403 200 403 403"),
                new("GET /api/papers", "/api/papers", "401 403 403 403 403 200 200 200"),
                new("GET /api/papers/{number:int}", $"/api/papers/{paper}", "401 403 403 403 403 200 404 404"),
                new("POST /api/papers", "/api/papers", "401 403 403 403 403 422 403 403", new { }),
                new("PUT /api/papers/{number:int}", $"/api/papers/{paper}", "401 403 403 403 403 412 403 403", about),
                new(
                    "PUT /api/papers/{number:int}/words/{part}",
                    $"/api/papers/{paper}/words/none",
                    "401 403 403 403 403 404 403 403",
                    new { Text = "We are the office." }
                ),
                new("POST /api/papers/{number:int}/refresh", $"/api/papers/{paper}/refresh", "401 403 403 403 403 412 403 403"),
                new(
                    "POST /api/papers/{number:int}/issue",
                    $"/api/papers/{paper}/issue",
                    "401 403 403 403 403 412 403 403",
                    new { Acknowledged = false }
                ),
                new("POST /api/papers/{number:int}/discard", $"/api/papers/{paper}/discard", "401 403 403 403 403 412 403 403"),
                new("GET /reports/rebuild", "/reports/rebuild", "401 403 403 403 403 403 403 403 200"),
                new("POST /reports/rebuild", "/reports/rebuild?handler=Start", "401 403 403 403 403 403 403 403 302"),
                new("POST /reports/rebuild", "/reports/rebuild?handler=Continue", "401 403 403 403 403 403 403 403 302"),
                new("POST /reports/rebuild", "/reports/rebuild?handler=Stop", "401 403 403 403 403 403 403 403 302"),
            ]
        );
    }
}
