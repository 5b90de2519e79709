using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers;

/// <summary>Board papers: officers write them; the office and the board read those issued. Has the file that pages link to.</summary>
internal static class PapersApi
{
    private const int Page = Doors.ApiPage;

    public static void MapPapersApi(this WebApplication app)
    {
        app.MapGet(
                "/reports/papers/{number:int}/paper.docx",
                async (int number, ReportingContext db, Caller caller, CancellationToken cancellationToken) =>
                    await db.PaperAsync(number, caller, cancellationToken) is { } paper
                        ? Results.File(PaperFile.Of(paper), PaperFile.ContentType, PaperFile.NameOf(paper))
                        : Results.NotFound()
            )
            .May(Acts.ReadPapers)
            .Noted(AccessKind.Exported)
            .RequireRateLimiting(Limits.Export)
            .ExcludeFromDescription();
        var papers = app.MapGroup("/api/papers").WithTags("Board papers").WithParameter("number", "The paper's number.");
        papers
            .MapGet("/", ListAsync)
            .May(Acts.ReadPapers)
            .WithSummary("List board papers")
            .WithDescription("By number, 100 at most. Only officers see drafts.")
            .WithParameter("after", "The number of the last paper that was read.")
            .Produces<IReadOnlyList<ListedPaper>>();
        papers
            .MapGet("/{number:int}", GetAsync)
            .May(Acts.ReadPapers)
            .WithSummary("Get a board paper")
            .WithDescription("What it says, and the figures it says it from. Flags are for officers.")
            .Produces<StoredPaper>()
            .ProducesProblem(404);
        papers
            .MapPost(
                "/",
                async (PaperAbout typed, DraftPaper draft, CancellationToken cancellationToken) =>
                {
                    var drafted = await draft.RunAsync(typed, null, cancellationToken);
                    return drafted.Outcome.Problem() ?? Results.Created($"/api/papers/{drafted.Value}", new BegunPaper(drafted.Value));
                }
            )
            .May(Acts.WritePapers)
            .TakesIdempotencyKey()
            .WithSummary("Draft a board paper")
            .WithDescription("Its figures are frozen at this moment.")
            .Produces<BegunPaper>(201);

        For(
            papers.MapPut(
                "/{number:int}",
                (int number, PaperAbout typed, HttpRequest http, ChangePaper change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.DescribeAsync(number, version, typed, cancellationToken))
            ),
            "Replace a draft's title and meeting",
            "The words and figures stay."
        );
        For(
            papers
                .MapPut(
                    "/{number:int}/words/{part}",
                    (int number, string part, WordsBody typed, HttpRequest http, ChangePaper change, CancellationToken cancellationToken) =>
                        Checked(http, version => change.WriteAsync(number, version, part, typed.Replaces, typed.Text, cancellationToken))
                )
                .WithParameter("part", "The part's name: background, money, overdue and so on."),
            "Write one part of a draft",
            "It is stale only where a colleague has changed the words of the same part."
        );
        For(
            papers
                .MapPut(
                    "/{number:int}/ends/{key}",
                    (int number, string key, EndBody typed, HttpRequest http, ChangePaper change, CancellationToken cancellationToken) =>
                        Checked(http, version => change.SettleAsync(number, version, key, typed.AsGranted, cancellationToken))
                )
                .WithParameter("key", "The question, as the flag that asks it names it."),
            "Settle which of two ends of delivery is right",
            "Until then a paper calls it an open question."
        );
        For(
            papers.MapPost(
                "/{number:int}/refresh",
                (int number, HttpRequest http, ChangePaper change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.RefreshAsync(number, version, cancellationToken))
            ),
            "Freeze a draft's figures anew",
            "The words stay."
        );
        For(
            papers.MapPost(
                "/{number:int}/issue",
                (int number, IssueBody typed, HttpRequest http, ChangePaper change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.IssueAsync(number, version, typed.Acknowledged, cancellationToken))
            ),
            "Issue a board paper",
            "It never changes again. 422 until what the check found is acknowledged."
        );
        For(
            papers.MapPost(
                "/{number:int}/discard",
                (int number, HttpRequest http, ChangePaper change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.DiscardAsync(number, version, cancellationToken))
            ),
            "Discard a draft",
            "Its number stays taken."
        );
    }

    private static void For(RouteHandlerBuilder act, string summary, string description) =>
        act.May(Acts.WritePapers)
            .TakesIfMatch()
            .TakesIdempotencyKey()
            .WithSummary(summary)
            .WithDescription(description + " 409 once the paper is issued or discarded.")
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesValidationProblem(422);

    private static async Task<IResult> Checked(HttpRequest http, Func<int, Task<Result>> run) =>
        IfMatch.Read(http) is { } version ? (await run(version)).Problem() ?? Results.NoContent() : IfMatch.Missing;

    private static async Task<IResult> ListAsync(
        ReportingContext db,
        Caller caller,
        HttpResponse http,
        int? after,
        CancellationToken cancellationToken
    )
    {
        var papers = await db.PapersFor(caller)
            .Where(p => after == null || p.Number > after)
            .OrderBy(p => p.Number)
            .Take(Page)
            .Select(p => new ListedPaper(p.Number, p.Title, p.Meeting, p.MeetingOn, p.AsAt, p.State, p.IssuedAt))
            .ToListAsync(cancellationToken);
        if (papers.Count == Page)
            http.Headers.Link = $"</api/papers?after={papers[^1].Number}>; rel=\"next\"";
        return Results.Ok(papers);
    }

    private static async Task<IResult> GetAsync(
        int number,
        ReportingContext db,
        Caller caller,
        HttpResponse http,
        CancellationToken cancellationToken
    )
    {
        if (await db.PaperAsync(number, caller, cancellationToken) is not { } paper)
            return Result.NotFound.Problem()!;
        http.Headers.ETag = $"\"{paper.Version}\"";
        return Results.Ok(
            StoredPaper.Of(paper, caller.May(Acts.WritePapers) ? await ChangePaper.FlagsAsync(db, paper, cancellationToken) : [])
        );
    }
}
