using Platform.Contracts;
using Platform.Reporting.Tests.Papers;

namespace Platform.Reporting.Tests;

public sealed class EndpointsTests(RunningService<ReportingService> service)
{
    [Fact]
    public async Task Everybody_IsLetInWhereTheyMayBe()
    {
        await service.NoRequestsAsync();
        // A rebuild is running: an administrator's start is refused, and empties nothing.
        await service.Office(Roles.Administrator).PostAndFollowAsync("/reports/rebuild?handler=Start");
        await service.ReplaySettledAsync();
        await service.DeliverAsync(Given.Opened(Guid.NewGuid(), Given.Return(Guid.NewGuid(), ReturnState.Open)));
        await service.DeliverAsync(Given.Grant(Guid.NewGuid()));
        await service.DeliverAsync(Given.Published("EXE005-24"));
        // Its time still runs: it can be asked about and extended.
        var foi = await service.LogAsync(GivenFoi.Seed000 with { ReceivedOn = London.DateOf(service.Clock.Now) });
        var paper = await service.Officer().BeginPaperAsync();
        var about = new
        {
            Title = "Update",
            Meeting = "The board",
            MeetingOn = new DateOnly(2024, 12, 13),
        };
        string[] others = [Roles.Finance, Roles.Commissioner, Roles.Assessor, Roles.Board, Roles.Administrator];
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
                new("GET /", "/", everybody),
                new("GET /reports", "/reports", Acts.ReadReports),
                new("GET /reports/{name:regex(^[a-z-]+$)}", "/reports/overdue", Acts.ReadReports),
                new("GET /reports/{name}.csv", "/reports/overdue.csv", Acts.ReadReports),
                new("GET /reports/views", "/reports/views", Acts.SaveViews),
                new("GET /reports/views/new", "/reports/views/new?report=overdue", Acts.SaveViews),
                new("POST /reports/views/new", "/reports/views/new?report=overdue", Acts.SaveViews),
                new("GET /reports/views/{id:guid}", $"/reports/views/{Guid.NewGuid()}", Acts.SaveViews, "404"),
                new("POST /reports/views/{id:guid}", $"/reports/views/{Guid.NewGuid()}", Acts.SaveViews, "404"),
                new("POST /reports/views/{id:guid}", $"/reports/views/{Guid.NewGuid()}?handler=Delete", Acts.SaveViews, "404"),
                new("GET /partnerships/{code}", "/partnerships/MEL", Acts.ReadPartnership, theirs),
                new("GET /api/reports/overdue", "/api/reports/overdue", Acts.ReadOverdue),
                new("GET /api/reports/targets", "/api/reports/targets", Acts.ReadReports),
                new("GET /timelines", "/timelines", Acts.ReadTimelines),
                new("GET /timelines/returns/{reference}/{quarter}", "/timelines/returns/SS5-MEL-01/2024-25-q3", Acts.FollowWork, theirs),
                new("GET /timelines/partnerships/{code}", "/timelines/partnerships/MEL", Acts.FollowWork, theirs),
                new("GET /foi", "/foi", Acts.ReadFoi),
                new("GET /foi/new", "/foi/new", Acts.AnswerFoi),
                new("POST /foi/new", "/foi/new", Acts.AnswerFoi),
                new("GET /foi/sentences", "/foi/sentences", Acts.WordFoiLetters),
                new("POST /foi/sentences", "/foi/sentences", Acts.WordFoiLetters, "302"),
                new("GET /foi/{reference}", $"/foi/{foi}", Acts.ReadFoi),
                // Nothing has been drafted: the letter leads back to the request.
                new("GET /foi/{reference}/letter", $"/foi/{foi}/letter", Acts.ReadRequester, "302"),
                new("GET /foi/{reference}/answer", $"/foi/{foi}/answer", Acts.AnswerFoi),
                new("POST /foi/{reference}/answer", $"/foi/{foi}/answer", Acts.AnswerFoi),
                new("GET /foi/{reference}/draft", $"/foi/{foi}/draft", Acts.AnswerFoi),
                new("POST /foi/{reference}/draft", $"/foi/{foi}/draft", Acts.AnswerFoi),
                new("GET /foi/{reference}/send", $"/foi/{foi}/send", Acts.AnswerFoi, "302"),
                new("POST /foi/{reference}/send", $"/foi/{foi}/send", Acts.AnswerFoi),
                new("GET /foi/{reference}/clarification", $"/foi/{foi}/clarification", Acts.AnswerFoi),
                new("POST /foi/{reference}/clarification", $"/foi/{foi}/clarification", Acts.AnswerFoi),
                new("GET /foi/{reference}/extend", $"/foi/{foi}/extend", Acts.AnswerFoi),
                new("POST /foi/{reference}/extend", $"/foi/{foi}/extend", Acts.AnswerFoi),
                new("GET /foi/{reference}/review", $"/foi/{foi}/review", Acts.AnswerFoi, "302"),
                new("POST /foi/{reference}/review", $"/foi/{foi}/review", Acts.AnswerFoi),
                new("GET /foi/{reference}/publish", $"/foi/{foi}/publish", Acts.AnswerFoi, "302"),
                new("POST /foi/{reference}/publish", $"/foi/{foi}/publish", Acts.AnswerFoi, "302"),
                new("GET /foi/{reference}/correct", $"/foi/{foi}/correct", Acts.AnswerFoi),
                new("POST /foi/{reference}/correct", $"/foi/{foi}/correct", Acts.AnswerFoi),
                new("GET /foi/{reference}/withdraw", $"/foi/{foi}/withdraw", Acts.AnswerFoi),
                new("POST /foi/{reference}/withdraw", $"/foi/{foi}/withdraw", Acts.AnswerFoi),
                new("GET /funding/disclosures", "/funding/disclosures", everybody),
                new("GET /funding/disclosures/{reference}", "/funding/disclosures/FOI-2021-999", everybody, "404"),
                new("GET /api/foi", "/api/foi", Acts.AnswerFoi),
                new("POST /api/foi", "/api/foi", Acts.AnswerFoi, "422", new { }),
                new("GET /api/foi/sentences", "/api/foi/sentences", Acts.WordFoiLetters),
                new("PUT /api/foi/sentences", "/api/foi/sentences", Acts.WordFoiLetters, "204", new { }),
                new("GET /api/foi/{reference}", $"/api/foi/{foi}", Acts.AnswerFoi),
                new("PUT /api/foi/{reference}", $"/api/foi/{foi}", Acts.AnswerFoi, "412", new { }),
                new("POST /api/foi/{reference}/build", $"/api/foi/{foi}/build", Acts.AnswerFoi, "412", new { }),
                new("PUT /api/foi/{reference}/draft", $"/api/foi/{foi}/draft", Acts.AnswerFoi, "412", new { }),
                new("POST /api/foi/{reference}/answer", $"/api/foi/{foi}/answer", Acts.AnswerFoi, "412", new { }),
                new("POST /api/foi/{reference}/publication", $"/api/foi/{foi}/publication", Acts.AnswerFoi, "412", new { }),
                new("GET /funding", "/funding", everybody),
                new("GET /funding/rounds", "/funding/rounds", everybody),
                new("GET /funding/grants", "/funding/grants", everybody),
                new("GET /funding/grants/{reference}", "/funding/grants/SS5-MEL-01", everybody),
                new("GET /funding/statutory", "/funding/statutory", everybody),
                new("GET /funding/statutory/{month}", "/funding/statutory/2024-05", everybody),
                new("GET /funding/data", "/funding/data", everybody),
                new("GET /funding/data/{name}.csv", "/funding/data/grants.csv", everybody),
                new("HEAD /funding/data/{name}.csv", "/funding/data/grants.csv", everybody),
                new("GET /funding/data/360giving.json", "/funding/data/360giving.json", everybody),
                new("HEAD /funding/data/360giving.json", "/funding/data/360giving.json", everybody),
                new("GET /funding/statutory/{month}/grants.csv", "/funding/statutory/2024-05/grants.csv", everybody),
                new("HEAD /funding/statutory/{month}/grants.csv", "/funding/statutory/2024-05/grants.csv", everybody),
                new("GET /reports/papers", "/reports/papers", Acts.ReadPapers),
                new("GET /reports/papers/new", "/reports/papers/new", Acts.WritePapers),
                new("POST /reports/papers/new", "/reports/papers/new", Acts.WritePapers),
                // A draft is there for officers alone.
                new("GET /reports/papers/{number:int}", $"/reports/papers/{paper}", Acts.ReadPapers, "404 opcc-officer=200"),
                new(
                    "GET /reports/papers/{number:int}/paper.docx",
                    $"/reports/papers/{paper}/paper.docx",
                    Acts.ReadPapers,
                    "404 opcc-officer=200"
                ),
                new("GET /reports/papers/{number:int}/about", $"/reports/papers/{paper}/about", Acts.WritePapers),
                new("POST /reports/papers/{number:int}/about", $"/reports/papers/{paper}/about", Acts.WritePapers),
                new("GET /reports/papers/{number:int}/words/{part}", $"/reports/papers/{paper}/words/background", Acts.WritePapers),
                new("POST /reports/papers/{number:int}/words/{part}", $"/reports/papers/{paper}/words/background", Acts.WritePapers, "302"),
                new("GET /reports/papers/{number:int}/refresh", $"/reports/papers/{paper}/refresh", Acts.WritePapers),
                new("POST /reports/papers/{number:int}/refresh", $"/reports/papers/{paper}/refresh", Acts.WritePapers),
                new("GET /reports/papers/{number:int}/check", $"/reports/papers/{paper}/check", Acts.WritePapers),
                new("GET /reports/papers/{number:int}/ends/{key}", $"/reports/papers/{paper}/ends/none", Acts.WritePapers, "404"),
                new("POST /reports/papers/{number:int}/ends/{key}", $"/reports/papers/{paper}/ends/none", Acts.WritePapers, "404"),
                new("GET /reports/papers/{number:int}/issue", $"/reports/papers/{paper}/issue", Acts.WritePapers),
                new("POST /reports/papers/{number:int}/issue", $"/reports/papers/{paper}/issue", Acts.WritePapers),
                new("GET /reports/papers/{number:int}/discard", $"/reports/papers/{paper}/discard", Acts.WritePapers),
                new("POST /reports/papers/{number:int}/discard", $"/reports/papers/{paper}/discard", Acts.WritePapers),
                new("GET /api/papers", "/api/papers", Acts.ReadPapers),
                new("GET /api/papers/{number:int}", $"/api/papers/{paper}", Acts.ReadPapers, "404 opcc-officer=200"),
                new("POST /api/papers", "/api/papers", Acts.WritePapers, "422", new { }),
                new("PUT /api/papers/{number:int}", $"/api/papers/{paper}", Acts.WritePapers, "412", about),
                new(
                    "PUT /api/papers/{number:int}/words/{part}",
                    $"/api/papers/{paper}/words/none",
                    Acts.WritePapers,
                    "404",
                    new { Text = "We are the office." }
                ),
                new("PUT /api/papers/{number:int}/ends/{key}", $"/api/papers/{paper}/ends/none", Acts.WritePapers, "412", new { }),
                new("POST /api/papers/{number:int}/refresh", $"/api/papers/{paper}/refresh", Acts.WritePapers, "412"),
                new(
                    "POST /api/papers/{number:int}/issue",
                    $"/api/papers/{paper}/issue",
                    Acts.WritePapers,
                    "412",
                    new { Acknowledged = false }
                ),
                new("POST /api/papers/{number:int}/discard", $"/api/papers/{paper}/discard", Acts.WritePapers, "412"),
                new("GET /audit", "/audit", Acts.ReadAudit),
                new("GET /audit/entries.csv", "/audit/entries.csv", Acts.ReadAudit),
                new("GET /reports/rebuild", "/reports/rebuild", Acts.RebuildReports),
                new("POST /reports/rebuild", "/reports/rebuild?handler=Start", Acts.RebuildReports, "302"),
                new("POST /reports/rebuild", "/reports/rebuild?handler=Continue", Acts.RebuildReports, "302"),
                new("POST /reports/rebuild", "/reports/rebuild?handler=Stop", Acts.RebuildReports, "302"),
            ],
            [new(GivenFoi.Seed000.Name!, others), new(GivenFoi.Seed000.Contact!, others)],
            await service.StartWithoutFiltersAsync<ReportingService, ReportingContext>()
        );
    }
}
