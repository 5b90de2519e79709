using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers;

/// <summary>
/// Board papers: officers write them, the office and the board read what was issued. The one address that is not the API's is where pages
/// link to.
/// </summary>
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
            .ExcludeFromDescription();
        var papers = app.MapGroup("/api/papers").WithTags("Board papers");
        papers.MapGet("/", ListAsync).May(Acts.ReadPapers).Produces<IReadOnlyList<ListedPaper>>();
        papers.MapGet("/{number:int}", GetAsync).May(Acts.ReadPapers).Produces<StoredPaper>().ProducesProblem(404);
        papers
            .MapPost(
                "/",
                async (PaperAbout typed, DraftPaper draft, CancellationToken cancellationToken) =>
                {
                    var drafted = await draft.RunAsync(typed, cancellationToken);
                    return drafted.Outcome.Problem() ?? Results.Created($"/api/papers/{drafted.Value}", new BegunPaper(drafted.Value));
                }
            )
            .May(Acts.WritePapers)
            .TakesIdempotencyKey()
            .Produces<BegunPaper>(201)
            .ProducesProblem(422);

        For(
            papers.MapPut(
                "/{number:int}",
                (int number, PaperAbout typed, HttpRequest http, ChangePaper change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.DescribeAsync(number, version, typed, cancellationToken))
            )
        );
        For(
            papers.MapPut(
                "/{number:int}/words/{part}",
                (int number, string part, WordsBody typed, HttpRequest http, ChangePaper change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.WriteAsync(number, version, part, typed.Replaces, typed.Text, cancellationToken))
            )
        );
        For(
            papers.MapPost(
                "/{number:int}/refresh",
                (int number, HttpRequest http, ChangePaper change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.RefreshAsync(number, version, cancellationToken))
            )
        );
        For(
            papers.MapPost(
                "/{number:int}/issue",
                (int number, IssueBody typed, HttpRequest http, ChangePaper change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.IssueAsync(number, version, typed.Acknowledged, cancellationToken))
            )
        );
        For(
            papers.MapPost(
                "/{number:int}/discard",
                (int number, HttpRequest http, ChangePaper change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.DiscardAsync(number, version, cancellationToken))
            )
        );
    }

    private static void For(RouteHandlerBuilder act) =>
        act.May(Acts.WritePapers)
            .TakesIdempotencyKey()
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(422)
            .ProducesProblem(428);

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
