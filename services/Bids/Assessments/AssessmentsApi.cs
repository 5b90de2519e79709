using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments;

/// <summary>Who assesses what, and an assessor's own work. Scores are told to their assessor alone.</summary>
internal static class AssessmentsApi
{
    public sealed record InterestBody(bool? HasInterest, string? Interest);

    public sealed record ScoreBody(Guid Criterion, int? Score, string? Justification);

    public sealed record StoredAssessment(
        string Bid,
        int Version,
        Person Assessor,
        AssessmentState State,
        DateTimeOffset AssignedAt,
        DateTimeOffset? CompletedAt
    );

    public sealed record OwnAssessment(StoredAssessment Assessment, IReadOnlyList<Criterion> Criteria, IReadOnlyList<ScoreBody> Scores);

    public static void MapAssessmentsApi(this WebApplication app)
    {
        var all = app.MapGroup("/api/assessments").WithTags("Assessments").May(Acts.ReadAssessments);
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
        );
        all.MapGet("/{bid}", GetAsync);
        all.MapPut(
            "/{bid}/interest",
            async (string bid, InterestBody typed, HttpRequest http, DeclareInterest declare, CancellationToken cancellationToken) =>
                IfMatch.Read(http) is not { } version
                    ? IfMatch.Missing
                    : (await declare.RunAsync(bid, typed.HasInterest, typed.Interest, version, cancellationToken)).Problem()
                        ?? Results.NoContent()
        );
        all.MapPut(
            "/{bid}/scores",
            (string bid, IReadOnlyList<ScoreBody> typed, HttpRequest http, ScoreBid score, CancellationToken cancellationToken) =>
                ScoreAsync(bid, typed, false, http, score, cancellationToken)
        );
        all.MapPost(
            "/{bid}/completion",
            (string bid, HttpRequest http, ScoreBid score, CancellationToken cancellationToken) =>
                ScoreAsync(bid, [], true, http, score, cancellationToken)
        );

        var office = app.MapGroup("/api").WithTags("Assessments").May(Acts.AssignAssessors);
        office.MapPost(
            "/assessments",
            async (AssignAssessors.Input typed, AssignAssessors assign, CancellationToken cancellationToken) =>
                (await assign.RunAsync(typed, cancellationToken)).Problem() ?? Results.NoContent()
        );
        office.MapDelete(
            "/assessments/{bid}/assessors/{user:guid}",
            async (string bid, Guid user, CancelAssessment cancel, CancellationToken cancellationToken) =>
                (await cancel.RunAsync(bid, user, cancellationToken)).Problem() ?? Results.NoContent()
        );
        office.MapGet(
            "/assessors",
            async (BidsContext db, CancellationToken cancellationToken) =>
                (await db.OfficePeople.AsNoTracking().OrderBy(p => p.Name).ToListAsync(cancellationToken))
                    .Where(p => p.MayAssess)
                    .Select(p => p.Person)
        );
        office.MapGet("/rounds/{reference}/assessments", ProgressAsync);
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
