using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments;

/// <summary>Who assesses what, and an assessor's own work.</summary>
internal static class AssessmentsApi
{
    /// <summary>A declaration of interest.</summary>
    /// <param name="HasInterest">Whether the assessor has an interest in the bid.</param>
    /// <param name="Interest">What it is; needed where there is one.</param>
    public sealed record InterestBody(bool? HasInterest, string? Interest);

    /// <summary>A score for one criterion.</summary>
    /// <param name="Criterion">The criterion of the round, by id.</param>
    /// <param name="Score">0 to 4; null while there is none.</param>
    /// <param name="Justification">The reason for it.</param>
    public sealed record ScoreBody(Guid Criterion, int? Score, string? Justification);

    /// <summary>How far one assessor is with one bid.</summary>
    /// <param name="Bid">The bid, by reference.</param>
    /// <param name="Version">Grows by one with every change; the ETag.</param>
    /// <param name="Assessor">Who assesses it.</param>
    /// <param name="State">How far the assessment is.</param>
    /// <param name="AssignedAt">When the assessor was asked.</param>
    /// <param name="CompletedAt">When the scores were completed; null until then.</param>
    public sealed record StoredAssessment(
        string Bid,
        int Version,
        Person Assessor,
        AssessmentState State,
        DateTimeOffset AssignedAt,
        DateTimeOffset? CompletedAt
    );

    /// <summary>The caller's own assessment of a bid.</summary>
    /// <param name="Assessment">How far it is.</param>
    /// <param name="Criteria">What to score, in the round's order.</param>
    /// <param name="Scores">What has been scored so far; empty before an interest is declared or denied.</param>
    public sealed record OwnAssessment(StoredAssessment Assessment, IReadOnlyList<Criterion> Criteria, IReadOnlyList<ScoreBody> Scores);

    public static void MapAssessmentsApi(this WebApplication app)
    {
        var all = app.MapGroup("/api/assessments").WithTags("Assessments").OfBid("bid").May(Acts.ReadAssessments);
        all.MapGet(
                "/",
                async (BidsContext db, Caller caller, CancellationToken cancellationToken) =>
                    (
                        await db.OwnAssessments(caller)
                            .AsNoTracking()
                            .OrderBy(a => a.AssignedAt)
                            .ThenBy(a => a.BidReference)
                            .ToListAsync(cancellationToken)
                    ).Select(Stored)
            )
            .WithSummary("List the assessments that the caller is asked for")
            .WithDescription("The oldest first.");
        all.MapGet("/{bid}", GetAsync)
            .WithSummary("Get the caller's own assessment of a bid")
            .WithDescription("With the criteria to score, and the scores so far.")
            .Produces<OwnAssessment>()
            .ProducesProblem(404);
        var own = all.MapGroup("/{bid}").TakesIfMatch().ProducesProblem(404).ProducesProblem(409).ProducesValidationProblem(422);
        own.MapPut(
                "/interest",
                async (string bid, InterestBody typed, HttpRequest http, DeclareInterest declare, CancellationToken cancellationToken) =>
                    IfMatch.Read(http) is not { } version
                        ? IfMatch.Missing
                        : (await declare.RunAsync(bid, typed.HasInterest, typed.Interest, version, cancellationToken)).Problem()
                            ?? Results.NoContent()
            )
            .WithSummary("Declare an interest in a bid, or that there is none")
            .WithDescription(
                "Whoever declares one sees nothing more of the bid, and cannot take it back. 409 once the assessment is complete."
            )
            .Produces(204);
        own.MapPut(
                "/scores",
                (string bid, IReadOnlyList<ScoreBody> typed, HttpRequest http, ScoreBid score, CancellationToken cancellationToken) =>
                    ScoreAsync(bid, typed, false, http, score, cancellationToken)
            )
            .WithSummary("Save scores, some or all")
            .WithDescription(
                "From 0 to 4 each, with a justification. 409 before an interest is declared or denied, and once it is complete."
            )
            .Produces(204);
        own.MapPost(
                "/completion",
                (string bid, HttpRequest http, ScoreBid score, CancellationToken cancellationToken) =>
                    ScoreAsync(bid, [], true, http, score, cancellationToken)
            )
            .WithSummary("Complete an assessment")
            .WithDescription("Its scores stay as they are from now on. 422 while a criterion has no score or justification.")
            .Produces(204);

        var office = app.MapGroup("/api").WithTags("Assessments").May(Acts.AssignAssessors);
        office
            .MapPost(
                "/assessments",
                async (AssignAssessors.Input typed, AssignAssessors assign, CancellationToken cancellationToken) =>
                    (await assign.RunAsync(typed, cancellationToken)).Problem() ?? Results.NoContent()
            )
            .WithSummary("Ask assessors to assess bids of a round")
            .WithDescription(
                "Each assessor each bid, or none of them. 409 before the round has closed, and for whoever signs a decision on "
                    + "one of the bids."
            )
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesValidationProblem(422);
        office
            .MapDelete(
                "/assessments/{bid}/assessors/{user:guid}",
                async (string bid, Guid user, CancelAssessment cancel, CancellationToken cancellationToken) =>
                    (await cancel.RunAsync(bid, user, cancellationToken)).Problem() ?? Results.NoContent()
            )
            .WithSummary("Take an assessor off a bid")
            .WithDescription("409 once they have completed their scores or declared an interest.")
            .OfBid("bid")
            .WithParameter("user", "The assessor's user id.")
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412);
        office
            .MapGet(
                "/assessors",
                async (BidsContext db, CancellationToken cancellationToken) =>
                    (await db.WhoMayAsync(Acts.AssessBids, null, cancellationToken)).Select(p => p.Person)
            )
            .WithSummary("List who can be asked to assess")
            .WithDescription("By name.");
        office
            .MapGet("/rounds/{reference}/assessments", ProgressAsync)
            .WithSummary("List a round's assessments and how far each is")
            .WithDescription("Without scores.")
            .OfRound()
            .Produces<IReadOnlyList<StoredAssessment>>()
            .ProducesProblem(404);
    }

    private static async Task<IResult> GetAsync(
        string bid,
        HttpResponse http,
        BidsContext db,
        ScoreSheets sheets,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var assessment = await db.OwnAssessmentAsync(caller, bid, cancellationToken);
        if (assessment is null)
            return Result.NotFound.Problem()!;
        var scores = await sheets.OfBidAsync(assessment.BidId, cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == assessment.RoundId, cancellationToken);
        http.Headers.ETag = $"\"{assessment.Version}\"";
        return Results.Ok(
            new OwnAssessment(
                Stored(assessment),
                round.Criteria,
                [.. scores[assessment.Id].Select(s => new ScoreBody(s.CriterionId, s.Score, s.Justification))]
            )
        );
    }

    private static async Task<IResult> ScoreAsync(
        string bid,
        IReadOnlyList<ScoreBody> typed,
        bool complete,
        HttpRequest http,
        ScoreBid score,
        CancellationToken cancellationToken
    ) =>
        IfMatch.Read(http) is not { } version
            ? IfMatch.Missing
            : (
                await score.RunAsync(
                    bid,
                    [.. typed.Where(t => t is not null).Select(t => new CriterionScore(t.Criterion, t.Score, t.Justification ?? ""))],
                    complete,
                    version,
                    cancellationToken
                )
            ).Problem() ?? Results.NoContent();

    private static async Task<IResult> ProgressAsync(string reference, BidsContext db, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken);
        return round is null
            ? Result.NotFound.Problem()!
            : Results.Ok(
                (
                    await db
                        .Assessments.AsNoTracking()
                        .Where(a => a.RoundId == round.Id && db.Bids.Any(b => b.Id == a.BidId))
                        .OrderBy(a => a.BidReference)
                        .ThenBy(a => a.AssessorName)
                        .ToListAsync(cancellationToken)
                ).Select(Stored)
            );
    }

    private static StoredAssessment Stored(Assessment a) =>
        new(a.BidReference, a.Version, a.Assessor, a.State, a.AssignedAt, a.CompletedAt);
}
