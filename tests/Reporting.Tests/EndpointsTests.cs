using Platform.Testing;

namespace Platform.Reporting.Tests;

public sealed class EndpointsTests(RunningService<ReportingService> service)
{
    // Nobody, another partnership's lead, editor, lead, chair, officer, the rest of the office, board.
    [Fact]
    public Task Everybody_IsLetInWhereTheyMayBe() => EndpointTable.AssertAsync(service,
    [
        new("GET /health/live", "/health/live", "200 200 200 200 200 200 200 200"),
        new("GET /health/ready", "/health/ready", "200 200 200 200 200 200 200 200"),
        new("GET /api/{documentName}/openapi.json", "/api/reporting/openapi.json", "200 200 200 200 200 200 200 200"),
        new("GET /", "/", "200 200 200 200 200 200 200 200"),
        new("GET /reports", "/reports", "401 403 403 403 403 200 200 200"),
        new("GET /reports/overdue", "/reports/overdue", "401 403 403 403 403 200 200 200"),
        new("GET /reports/targets", "/reports/targets", "401 403 403 403 403 200 200 200"),
        new("GET /api/reporting/overdue", "/api/reporting/overdue", "401 200 200 200 200 200 200 200"),
        new("GET /api/reporting/targets", "/api/reporting/targets", "401 403 403 403 403 200 200 200"),
    ]);
}
