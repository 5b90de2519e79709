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
        decisions
            .MapGet("/", ListAsync)
            .May(Acts.ReadDecisions)
            .WithSummary("List decision records")
            .WithDescription("The oldest first, 100 at most. The board sees those that are signed.")
            .WithParameter("after", "The id of the last record that was read.")
            .Produces<IReadOnlyList<StoredDecision>>();
        decisions
            .MapPost(
                "/",
                async (DecisionBody typed, BeginDecision begin, CancellationToken cancellationToken) =>
                    Begun(await begin.RunAsync(typed.Read(), null, cancellationToken))
            )
            .May(Acts.PrepareDecision)
            .TakesIdempotencyKey()
            .WithSummary("Begin a decision record")
            .WithDescription(
                "It gets the next number of the calendar year: EXE005-24. A bid without amounts is promised what its assessors recommend, "
                    + "or else what it asks for."
            )
            .Produces<BegunDecision>(201);
        decisions
            .MapPut(
                "/sequence/{year:int}",
                async (int year, SequenceBody typed, CountPaperDecisions count, CancellationToken cancellationToken) =>
                    (await count.RunAsync(year, typed.Last, cancellationToken)).Problem() ?? Results.NoContent()
            )
            .May(Acts.CountPaperDecisions)
            .WithSummary("Say how many of a year's decisions are on paper")
            .WithDescription("The next record gets the number after them. Only upwards: a number is never given twice.")
            .WithParameter("year", "The calendar year.")
            .Produces(204)
            .ProducesValidationProblem(422);

        var one = app.MapGroup("/api/decisions/{reference}")
            .WithTags("Decisions")
            .WithParameter("reference", "The record's reference: EXE005-24.")
            .ProducesProblem(404);
        one.MapGet("/", GetAsync).May(Acts.ReadDecisions).WithSummary("Get a decision record").Produces<StoredDecision>();
        For(
            one.MapPut(
                "/",
                (string reference, DecisionBody typed, HttpRequest http, ChangeDecision change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.WriteAsync(reference, version, typed.Read(), cancellationToken))
            ),
            Acts.PrepareDecision,
            "Replace a decision record's content",
            "Whoever writes any of it cannot sign it. 409 once it is signed."
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
            Acts.PrepareDecision,
            "Submit a decision record for approval",
            "409 unless it is a draft."
        );
        For(
            one.MapPost(
                "/approval",
                (string reference, ApprovalBody typed, HttpRequest http, ChangeDecision change, CancellationToken cancellationToken) =>
                    Checked(
                        http,
                        version =>
                            change.RunAsync(reference, version, (record, by, at) => record.Approve(typed.Office, by, at), cancellationToken)
                    )
            ),
            Acts.ApproveDecision,
            "Approve a decision record",
            "As chief executive or chief finance officer. 409 for whoever wrote any of it."
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
            Acts.ApproveDecision,
            "Return a decision record to its writers",
            "With what is to be changed."
        );
        For(
            one.MapPost(
                "/determination",
                (string reference, DeterminationBody typed, HttpRequest http, ChangeDecision change, CancellationToken cancellationToken) =>
                    Checked(
                        http,
                        version =>
                            change.DetermineAsync(
                                reference,
                                version,
                                typed.PublishRecord,
                                typed.PublishDecision,
                                typed.Reasons,
                                cancellationToken
                            )
                    )
            ),
            Acts.DetermineDecision,
            "Determine what of a decision is published",
            "Reasons name the legislation, and are needed where something is withheld. 409 for whoever wrote or approved the record."
        );
        For(
            one.MapPost(
                "/signature",
                (string reference, SignatureBody typed, HttpRequest http, SignDecision sign, CancellationToken cancellationToken) =>
                    Checked(http, version => sign.RunAsync(reference, version, typed.Decision, cancellationToken))
            ),
            Acts.SignDecision,
            "Sign the decision",
            "Supported makes a grant of each bid that is promised money: all of them, or none. 409 for whoever wrote or signed the "
                + "record before, or assessed one of its bids."
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
            Acts.PublishDecision,
            "Publish a decision",
            "As it was determined. 409 where the record is withheld."
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
            Acts.PrepareDecision,
            "Drop a decision record",
            "Its number stays taken. 409 once it is signed."
        );
        one.MapPost(
                "/correction",
                async (string reference, HttpRequest http, BeginDecision begin, CancellationToken cancellationToken) =>
                    IfMatch.Read(http) is { } version
                        ? Begun(await begin.RunAsync(reference, version, null, cancellationToken))
                        : IfMatch.Missing
            )
            .May(Acts.PrepareDecision)
            .TakesIfMatch()
            .TakesIdempotencyKey()
            .WithSummary("Begin a record that corrects another")
            .WithDescription(
                "A correction changes words, never money: a bid with a grant stays supported. 409 unless the other is decided and has no "
                    + "correction yet."
            )
            .Produces<BegunDecision>(201)
            .ProducesProblem(409);
    }

    private static void For(RouteHandlerBuilder step, Act act, string summary, string description) =>
        step.May(act)
            .TakesIfMatch()
            .TakesIdempotencyKey()
            .WithSummary(summary)
            .WithDescription(description)
            .Produces(204)
            .ProducesProblem(409)
            .ProducesValidationProblem(422);

    private static async Task<IResult> Checked(HttpRequest http, Func<int, Task<Result>> run) =>
        IfMatch.Read(http) is { } version ? (await run(version)).Problem() ?? Results.NoContent() : IfMatch.Missing;

    private static IResult Begun(Result<string> begun) =>
        begun.Outcome.Problem() ?? Results.Created($"/api/decisions/{begun.Value}", new BegunDecision(begun.Value));

    private static async Task<IResult> ListAsync(
        BidsContext db,
        Caller caller,
        HttpResponse http,
        Guid? after,
        CancellationToken cancellationToken
    )
    {
        var readsAll = caller.May(Acts.ReadUnsigned);
        var records = await db
            .Decisions.AsNoTracking()
            .Where(d => (after == null || d.Id > after) && (readsAll || d.Step == DecisionStep.Decided))
            .OrderBy(d => d.Id)
            .Take(Page)
            .ToListAsync(cancellationToken);
        if (records.Count == Page)
            http.Headers.Link = $"</api/decisions?after={records[^1].Id}>; rel=\"next\"";
        return Results.Ok(records.Select(StoredDecision.Of));
    }

    private static async Task<IResult> GetAsync(
        string reference,
        HttpResponse http,
        BidsContext db,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var record = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == reference, cancellationToken);
        if (record is null || !caller.MayRead(record))
            return Result.NotFound.Problem()!;
        http.Headers.ETag = $"\"{record.Version}\"";
        return Results.Ok(StoredDecision.Of(record));
    }
}
