using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;
using static Platform.Reporting.Foi.FoiBodies;

namespace Platform.Reporting.Foi;

/// <summary>Requests under the Freedom of Information Act 2000.</summary>
internal static class FoiApi
{
    private const int Page = Doors.ApiPage;

    public static void MapFoiApi(this WebApplication app)
    {
        var requests = app.MapGroup("/api/foi")
            .WithTags("Freedom of information")
            .WithParameter("reference", "The request's reference: FOI-2021-001.")
            .May(Acts.AnswerFoi);
        requests
            .MapGet("/", ListAsync)
            .WithSummary("List freedom of information requests")
            .WithDescription("The oldest first, 100 at most, without who asked.")
            .WithParameter("after", "The id of the last request that was read.")
            .Produces<IReadOnlyList<StoredRequest>>();
        requests
            .MapPost(
                "/",
                async (NewRequestBody typed, ReceiveFoiRequest receive, CancellationToken cancellationToken) =>
                {
                    var received = await receive.RunAsync(typed.Read(), null, cancellationToken);
                    return received.Outcome.Problem() ?? Results.Created($"/api/foi/{received.Value}", new ReceivedRequest(received.Value));
                }
            )
            .TakesIdempotencyKey()
            .WithSummary("Log a request that was received")
            .WithDescription("Its 20 working days count from the day of receipt.")
            .Produces<ReceivedRequest>(201);
        requests
            .MapGet("/{reference}", GetAsync)
            .WithSummary("Get a freedom of information request")
            .WithDescription("Without who asked.")
            .Produces<StoredRequest>()
            .ProducesProblem(404);

        var sentences = app.MapGroup("/api/foi").WithTags("Freedom of information").May(Acts.WordFoiLetters);
        sentences
            .MapGet("/sentences", SentencesAsync)
            .WithSummary("Get the fixed sentences of letters")
            .WithDescription("Each with its usual words. What stands in braces is filled in for each letter.")
            .Produces<StoredSentences>();
        Act(
            sentences.MapPut(
                "/sentences",
                (SentencesBody typed, HttpRequest http, ChangeFoiWording change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.RunAsync(version, typed.Sentences ?? [], cancellationToken))
            ),
            "Change fixed sentences of letters",
            "Those that are left out stay. Letters that were sent keep their words."
        );
        Act(
            requests.MapPut(
                "/{reference}",
                (string reference, NewRequestBody typed, HttpRequest http, ChangeFoiRequest change, CancellationToken cancellationToken) =>
                    Checked(
                        http,
                        version =>
                            change.RunAsync(
                                reference,
                                version,
                                (request, by, at) => request.Correct(typed.Read(), by, at),
                                cancellationToken
                            )
                    )
            ),
            "Correct a request",
            "409 once it is answered."
        );
        Act(
            requests.MapPost(
                "/{reference}/build",
                async (
                    string reference,
                    BuildBody typed,
                    HttpRequest http,
                    ReportingContext db,
                    ChangeFoiRequest change,
                    CancellationToken cancellationToken
                ) =>
                {
                    var build = typed.Read(await db.FoiProjectsAsync(typed.Programme, cancellationToken));
                    return await Checked(http, version => change.BuildAsync(reference, version, build, cancellationToken));
                }
            ),
            "Draft answers from data",
            "Areas or cameras of chosen interventions, without the fields that are withheld. Answers in an officer's own words stay."
        );
        Act(
            requests.MapPut(
                "/{reference}/draft",
                (string reference, AnswersBody typed, HttpRequest http, ChangeFoiRequest change, CancellationToken cancellationToken) =>
                    Checked(
                        http,
                        version =>
                            change.RunAsync(reference, version, (request, by, at) => request.Draft(typed.Read(), by, at), cancellationToken)
                    )
            ),
            "Save the draft of the answers",
            "One for each question, in their order."
        );
        Act(
            requests.MapPost(
                "/{reference}/answer",
                (string reference, SentBody typed, HttpRequest http, ChangeFoiRequest change, CancellationToken cancellationToken) =>
                    Checked(http, version => change.AnswerAsync(reference, version, typed.AnsweredOn, cancellationToken))
            ),
            "Record that the answer was sent",
            "The letter is kept as it stood. 409 while a question has no answer."
        );
        Act(
            requests.MapPost(
                "/{reference}/publication",
                (string reference, PublicationBody typed, HttpRequest http, ChangeFoiRequest change, CancellationToken cancellationToken) =>
                    Checked(
                        http,
                        version =>
                            change.RunAsync(
                                reference,
                                version,
                                (request, by, at) => request.Publish(typed.Questions ?? [], by, at),
                                cancellationToken
                            )
                    )
            ),
            "Publish an answered request",
            "The questions as they are to be read, without names. 409 until it is answered."
        );
    }

    private static void Act(RouteHandlerBuilder act, string summary, string description) =>
        act.TakesIfMatch()
            .TakesIdempotencyKey()
            .WithSummary(summary)
            .WithDescription(description)
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesValidationProblem(422);

    private static async Task<IResult> Checked(HttpRequest http, Func<int, Task<Result>> run) =>
        IfMatch.Read(http) is { } version ? (await run(version)).Problem() ?? Results.NoContent() : IfMatch.Missing;

    private static async Task<IResult> ListAsync(ReportingContext db, HttpResponse http, Guid? after, CancellationToken cancellationToken)
    {
        var requests = await db
            .FoiRequests.AsNoTracking()
            .Where(r => after == null || r.Id > after)
            .OrderBy(r => r.Id)
            .Take(Page)
            .ToListAsync(cancellationToken);
        if (requests.Count == Page)
            http.Headers.Link = $"</api/foi?after={requests[^1].Id}>; rel=\"next\"";
        return Results.Ok(requests.Select(StoredRequest.Of));
    }

    private static async Task<IResult> SentencesAsync(HttpResponse http, ReportingContext db, CancellationToken cancellationToken)
    {
        var wording = await db.FoiWordings.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        http.Headers.ETag = $"\"{wording?.Version ?? 0}\"";
        var sentences = new FoiSentences(wording?.Sentences ?? FoiSentences.Usual.Changed);
        return Results.Ok(
            new StoredSentences(
                wording?.Version ?? 0,
                [.. FoiSentences.All.Select(s => new StoredSentence(s.Key, s.Name, sentences.Of(s.Key), s.Usual))]
            )
        );
    }

    private static async Task<IResult> GetAsync(
        string reference,
        HttpResponse http,
        ReportingContext db,
        CancellationToken cancellationToken
    )
    {
        var request = await db.FoiRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken);
        if (request is null)
            return Result.NotFound.Problem()!;
        http.Headers.ETag = $"\"{request.Version}\"";
        return Results.Ok(StoredRequest.Of(request));
    }
}
