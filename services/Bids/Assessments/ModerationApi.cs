using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Assessments.AssessmentsApi;

namespace Platform.Bids.Assessments;

/// <summary>What assessors agreed on a bid, and the ranking that follows.</summary>
internal static class ModerationApi
{
    /// <summary>What a bid's assessors agreed.</summary>
    /// <param name="Scores">One score for each criterion of the round.</param>
    /// <param name="Recommended">The amounts recommended, for each intervention, funding year and kind; one that is left out is what the
    /// bid asks for.</param>
    /// <param name="Conditions">What the grant should depend on; empty for no conditions.</param>
    /// <param name="Comment">What the assessors say about the bid as a whole.</param>
    public sealed record AgreementBody(
        IReadOnlyList<AgreedScore>? Scores,
        IReadOnlyList<Award>? Recommended,
        IReadOnlyList<string>? Conditions,
        string? Comment
    );

    /// <summary>One assessor's part in the assessment of a bid.</summary>
    /// <param name="Assessor">Who assessed it.</param>
    /// <param name="State">How far the assessment is.</param>
    /// <param name="Scores">The scores given; empty until every assessor has completed theirs.</param>
    public sealed record MemberScores(Person Assessor, AssessmentState State, IReadOnlyList<ScoreBody> Scores);

    /// <summary>The scores that a bid's assessors gave, and what they agreed.</summary>
    /// <param name="Bid">The bid, by reference.</param>
    /// <param name="Version">Grows by one with every change of the agreement; 0 while nothing is agreed.</param>
    /// <param name="IsComplete">Whether every assessor has completed their scores.</param>
    /// <param name="Assessors">Everybody who was asked to assess the bid.</param>
    /// <param name="Percent">The agreed weighted score, 0 to 100; null while nothing is agreed.</param>
    /// <param name="Agreed">What was agreed; null until then.</param>
    public sealed record StoredModeration(
        string Bid,
        int Version,
        bool IsComplete,
        IReadOnlyList<MemberScores> Assessors,
        decimal? Percent,
        AgreementBody? Agreed
    );

    /// <summary>A bid's place in the ranking.</summary>
    /// <param name="Place">1 for the best; bids with the same percentage share a place.</param>
    /// <param name="IsTied">Whether another bid has the same percentage.</param>
    /// <param name="Bid">The bid, by reference.</param>
    /// <param name="Partnership">The partnership whose bid it is.</param>
    /// <param name="Percent">The agreed weighted score, 0 to 100.</param>
    /// <param name="Asked">What the bid asks for in all.</param>
    /// <param name="Recommended">What its assessors recommend in all.</param>
    /// <param name="Running">The sum of what is recommended for it and every bid above it; null below the threshold.</param>
    /// <param name="MeetsThreshold">Whether its percentage reaches the round's threshold.</param>
    /// <param name="IsAffordable">Whether the round's money reaches down to it.</param>
    public sealed record RankedRow(
        int Place,
        bool IsTied,
        string Bid,
        Partnership Partnership,
        decimal Percent,
        Money Asked,
        Money Recommended,
        Money? Running,
        bool MeetsThreshold,
        bool IsAffordable
    );

    /// <summary>A round's bids by agreed score.</summary>
    /// <param name="Round">The round, by reference.</param>
    /// <param name="ThresholdPercent">The percentage from which a bid is recommended; 0 for none.</param>
    /// <param name="Available">The money there is for all bids; null where the round does not say.</param>
    /// <param name="Ranked">The best first; those below the threshold last.</param>
    /// <param name="Unassessed">The references of bids on which nothing is agreed yet.</param>
    public sealed record StoredRanking(
        string Round,
        int ThresholdPercent,
        Money? Available,
        IReadOnlyList<RankedRow> Ranked,
        IReadOnlyList<string> Unassessed
    );

    public static void MapModerationApi(this WebApplication app)
    {
        var moderation = app.MapGroup("/api/assessments/{bid}/moderation").WithTags("Assessments").OfBid("bid").ProducesProblem(404);
        moderation
            .MapGet("/", GetAsync)
            .May(Acts.ReadAssessments)
            .WithSummary("Get what a bid's assessors gave and agreed")
            .WithDescription("Scores are empty until every assessor has completed theirs. The first ETag is 0.")
            .Produces<StoredModeration>();
        moderation
            .MapPut(
                "/",
                async (string bid, AgreementBody typed, HttpRequest http, ModerateBid moderate, CancellationToken cancellationToken) =>
                    IfMatch.Read(http) is not { } version
                        ? IfMatch.Missing
                        : (
                            await moderate.RunAsync(
                                bid,
                                new(typed.Scores, typed.Recommended, typed.Conditions, typed.Comment),
                                version,
                                cancellationToken
                            )
                        ).Problem() ?? Results.NoContent()
            )
            .May(Acts.ModerateBid)
            .TakesIfMatch()
            .WithSummary("Record what a bid's assessors agreed")
            .WithDescription("Scores, recommended amounts in pounds, conditions. 409 until every assessor has completed their scores.")
            .Produces(204)
            .ProducesProblem(409)
            .ProducesValidationProblem(422);
        app.MapGet("/api/rounds/{reference}/ranking", RankingAsync)
            .WithTags("Rounds")
            .May(Acts.ReadRanking)
            .WithSummary("Get a round's ranking")
            .WithDescription(
                "By agreed score, with the running total against the money available: the list stops at the first bid it does not reach."
            )
            .OfRound()
            .Produces<StoredRanking>()
            .ProducesProblem(404);
    }

    private static async Task<IResult> GetAsync(string bid, HttpResponse http, PanelReader panels, CancellationToken cancellationToken)
    {
        if (await panels.ReadAsync(bid, cancellationToken) is not { } panel)
            return Result.NotFound.Problem()!;
        // 0 until something is agreed: the first PUT sends that as If-Match.
        http.Headers.ETag = $"\"{panel.Agreed?.Version ?? 0}\"";
        var members = panel.Members.Select(m => new MemberScores(
            m.Assessor,
            m.State,
            panel.IsComplete ? [.. panel.Scores[m.Id].Select(s => new ScoreBody(s.CriterionId, s.Score, s.Justification))] : []
        ));
        return Results.Ok(
            new StoredModeration(
                bid,
                panel.Agreed?.Version ?? 0,
                panel.IsComplete,
                [.. members],
                panel.Agreed?.Percent,
                panel.Agreed is { } agreed ? new(agreed.Scores, agreed.Recommended, agreed.Conditions, agreed.Comment) : null
            )
        );
    }

    private static async Task<IResult> RankingAsync(string reference, BidsContext db, CancellationToken cancellationToken) =>
        await db.RankingAsync(reference, cancellationToken) is not var (round, ranking)
            ? Result.NotFound.Problem()!
            : Results.Ok(
                new StoredRanking(
                    round.Reference,
                    round.ThresholdPercent,
                    round.Available,
                    [
                        .. ranking.Ranked.Select(r => new RankedRow(
                            r.Place,
                            r.IsTied,
                            r.Bid.Reference,
                            r.Bid.Partnership,
                            r.Percent,
                            r.Bid.Content.Total,
                            r.Recommended,
                            r.Running,
                            r.MeetsThreshold,
                            r.IsAffordable
                        )),
                    ],
                    [.. ranking.Unassessed.Select(b => b.Reference)]
                )
            );
}
