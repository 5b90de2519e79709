using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Decisions.DecisionBodies;

namespace Platform.Bids.Decisions;

/// <summary>Decision records: one address for each step.</summary>
internal static class DecisionsApi
{
    private const int Page = Doors.ApiPage;

    public static void MapDecisionsApi(this WebApplication app)
    {
        var decisions = app.MapGroup("/api/decisions").WithTags("Decisions");
        decisions.MapGet("/", ListAsync).May(Acts.ReadDecisions).Produces<IReadOnlyList<StoredDecision>>();
        decisions.MapGet("/{reference}", GetAsync).May(Acts.ReadDecisions).Produces<StoredDecision>().ProducesProblem(404);
        decisions
            .MapPost(
                "/",
                async (DecisionBody typed, BeginDecision begin, CancellationToken cancellationToken) =>
                    Begun(await begin.RunAsync(typed.Read(), cancellationToken))
            )
            .May(Acts.PrepareDecision)
            .Produces<BegunDecision>(201)
            .TakesIdempotencyKey();
        decisions
            .MapPut(
                "/sequence/{year:int}",
                async (int year, SequenceBody typed, CountPaperDecisions count, CancellationToken cancellationToken) =>
                    (await count.RunAsync(year, typed.Last, cancellationToken)).Problem() ?? Results.NoContent()
            )
            .May(Acts.CountPaperDecisions)
            .Produces(204);

        var one = app.MapGroup("/api/decisions/{reference}").WithTags("Decisions");
        For(
            one.MapPut(
                "/",
                (string reference, DecisionBody typed, HttpRequest http, ChangeDecision change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.WriteAsync(reference, version, typed.Read(), cancellationToken))
            ),
            Acts.PrepareDecision
        );
        For(
            one.MapPost(
                "/submission",
                (string reference, HttpRequest http, ChangeDecision change, CancellationToken cancellationToken) =>
                    Checked(
                        http,
                        version => change.RunAsync(reference, version, (record, by, at) => record.Submit(by, at), cancellationToken)
                    )
            ),
            Acts.PrepareDecision
        );
        For(
            one.MapPost(
                "/approval",
                (string reference, ApprovalBody typed, HttpRequest http, ChangeDecision change, CancellationToken cancellationToken) =>
                    Checked(
                        http,
                        version =>
                            change.RunAsync(
                                reference,
                                version,
                                (record, by, at) => record.Approve(typed.Name, typed.Office, by, at),
                                cancellationToken
                            )
                    )
            ),
            Acts.ApproveDecision
        );
        For(
            one.MapPost(
                "/return",
                (string reference, ReturnedBody typed, HttpRequest http, ChangeDecision change, CancellationToken cancellationToken) =>
                    Checked(
                        http,
                        version =>
                            change.RunAsync(reference, version, (record, by, at) => record.Return(typed.Reason, by, at), cancellationToken)
                    )
            ),
            Acts.ApproveDecision
        );
        For(
            one.MapPost(
                "/determination",
                (string reference, DeterminationBody typed, HttpRequest http, ChangeDecision change, CancellationToken cancellationToken) =>
                    Checked(
                        http,
                        version =>
                            change.RunAsync(
                                reference,
                                version,
                                (record, by, at) =>
                                    record.Determine(typed.PublishRecord, typed.PublishDecision, typed.Reasons, typed.Name, by, at),
                                cancellationToken
                            )
                    )
            ),
            Acts.DetermineDecision
        );
        For(
            one.MapPost(
                "/signature",
                (string reference, SignatureBody typed, HttpRequest http, SignDecision sign, CancellationToken cancellationToken) =>
                    Checked(http, version => sign.RunAsync(reference, version, typed.Decision, typed.Name, cancellationToken))
            ),
            Acts.SignDecision
        );
        For(
            one.MapPost(
                "/publication",
                (string reference, HttpRequest http, ChangeDecision change, CancellationToken cancellationToken) =>
                    Checked(
                        http,
                        version => change.RunAsync(reference, version, (record, by, at) => record.Publish(by, at), cancellationToken)
                    )
            ),
            Acts.PublishDecision
        );
        For(
            one.MapPost(
                "/drop",
                (string reference, HttpRequest http, ChangeDecision change, CancellationToken cancellationToken) =>
                    Checked(
                        http,
                        version => change.RunAsync(reference, version, (record, by, at) => record.Drop(by, at), cancellationToken)
                    )
            ),
            Acts.PrepareDecision
        );
        one.MapPost(
                "/correction",
                async (string reference, HttpRequest http, BeginDecision begin, CancellationToken cancellationToken) =>
                    IfMatch.Read(http) is { } version ? Begun(await begin.RunAsync(reference, version, cancellationToken)) : IfMatch.Missing
            )
            .May(Acts.PrepareDecision)
            .Produces<BegunDecision>(201)
            .ProducesProblem(412)
            .ProducesProblem(428)
            .TakesIdempotencyKey();
    }

    private static void For(RouteHandlerBuilder step, Act act) =>
        step.May(act)
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(422)
            .ProducesProblem(428)
            .TakesIdempotencyKey();

    private static async Task<IResult> Checked(HttpRequest http, Func<int, Task<Result>> run) =>
        IfMatch.Read(http) is { } version ? (await run(version)).Problem() ?? Results.NoContent() : IfMatch.Missing;

    private static IResult Begun(Result<string> begun) =>
        begun.Outcome.Problem() ?? Results.Created($"/api/decisions/{begun.Value}", new BegunDecision(begun.Value));

    private static async Task<IResult> ListAsync(BidsContext db, HttpResponse http, Guid? after, CancellationToken cancellationToken)
    {
        var records = await db
            .Decisions.AsNoTracking()
            .Where(d => after == null || d.Id > after)
            .OrderBy(d => d.Id)
            .Take(Page)
            .ToListAsync(cancellationToken);
        if (records.Count == Page)
            http.Headers.Link = $"</api/decisions?after={records[^1].Id}>; rel=\"next\"";
        return Results.Ok(records.Select(StoredDecision.Of));
    }

    private static async Task<IResult> GetAsync(string reference, HttpResponse http, BidsContext db, CancellationToken cancellationToken)
    {
        var record = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == reference, cancellationToken);
        if (record is null)
            return Result.NotFound.Problem()!;
        http.Headers.ETag = $"\"{record.Version}\"";
        return Results.Ok(StoredDecision.Of(record));
    }
}
