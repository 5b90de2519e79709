using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Assessments.AssessmentsApi;

namespace Platform.Bids.Assessments;

/// <summary>What assessors agreed of a bid, and the order that follows from it.</summary>
internal static class ModerationApi
{
    public sealed record AgreementBody(
        IReadOnlyList<AgreedScore>? Scores,
        IReadOnlyList<Award>? Recommended,
        IReadOnlyList<string>? Conditions,
        string? Comment
    );

    public sealed record MemberScores(Person Assessor, AssessmentState State, IReadOnlyList<ScoreBody> Scores);

    public sealed record StoredModeration(
        string Bid,
        int Version,
        bool IsComplete,
        IReadOnlyList<MemberScores> Assessors,
        decimal? Percent,
        AgreementBody? Agreed
    );

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

    public sealed record StoredRanking(
        string Round,
        int ThresholdPercent,
        Money? Available,
        IReadOnlyList<RankedRow> Ranked,
        IReadOnlyList<string> Unassessed
    );

    public static void MapModerationApi(this WebApplication app)
    {
        app.MapGet("/api/assessments/{bid}/moderation", GetAsync).WithTags("Assessments").May(Acts.ReadAssessments);
        app.MapPut(
                "/api/assessments/{bid}/moderation",
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
            .WithTags("Assessments")
            .May(Acts.ModerateBid);
        app.MapGet("/api/rounds/{reference}/ranking", RankingAsync).WithTags("Rounds").May(Acts.ReadRanking);
    }

    private static async Task<IResult> GetAsync(string bid, HttpResponse http, PanelReader panels, CancellationToken cancellationToken)
    {
        if (await panels.ReadAsync(bid, cancellationToken) is not { } panel)
            return Result.NotFound.Problem()!;
        // 0 until something is agreed: what the first PUT sends as If-Match.
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
