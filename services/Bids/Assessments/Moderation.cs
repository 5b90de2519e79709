using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Assessments;

/// <summary>
/// What the assessors of a bid agreed. It can be revised until the bid is decided; the event log keeps what was agreed before.
/// </summary>
internal sealed class Moderation : Aggregate, IOfBid
{
    public const int LongestText = 2000;
    public const int LongestCondition = 500;
    public const int MostConditions = 30;

    private Moderation() { }

    public Guid BidId { get; private init; }
    public string BidReference { get; private init; } = "";
    public Guid RoundId { get; private init; }

    /// <summary>The agreed score of each criterion.</summary>
    public IReadOnlyList<AgreedScore> Scores { get; private set; } = [];

    /// <summary>The weighted score, from 0 to 100.</summary>
    public decimal Percent { get; private set; }

    /// <summary>One award for each line of the bid's budget; £0 where nothing is recommended.</summary>
    public IReadOnlyList<Award> Recommended { get; private set; } = [];

    /// <summary>What a grant should be conditional on.</summary>
    public string[] Conditions { get; private set; } = [];

    /// <summary>The assessors' comment; may be empty.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>The officer who recorded it.</summary>
    public Person AgreedBy { get; private set; } = null!;

    /// <summary>When it was last recorded (UTC).</summary>
    public DateTimeOffset AgreedAt { get; private set; }

    public Money Total => Recommended.Sum(a => a.Amount);

    /// <summary>A bid's moderation before anything is agreed.</summary>
    public static Moderation Of(Bid bid) =>
        new()
        {
            BidId = bid.Id,
            BidReference = bid.Reference,
            RoundId = bid.RoundId,
        };

    public Result Agree(
        ModerationAnswers sent,
        Bid bid,
        Round round,
        IReadOnlyList<Assessment> assessments,
        int readVersion,
        Person by,
        DateTimeOffset at
    )
    {
        if (bid.State != BidState.UnderAssessment)
            return Result.Refused(
                "not-under-assessment",
                bid.State == BidState.Decided ? "This bid has been decided: what was agreed stays" : "This bid is not being assessed"
            );
        if (!Assessment.AllComplete(assessments))
            return Result.Refused("assessment-not-complete", "Not every assessor of this bid has completed their scores");
        var typed = sent.Tidied(bid);
        if (typed.Problems(bid, round).ToList() is { Count: > 0 } problems)
            return Result.Of(problems);
        if (JsonColumn.Same(typed, new(Scores, Recommended, Conditions, Comment)) && Version > 0)
            return Result.Done;
        if (readVersion != Version)
            return Result.Stale;
        Scores = typed.Scores!;
        Recommended = typed.Recommended!;
        Conditions = [.. typed.Conditions!];
        Comment = typed.Comment!;
        Percent = Scoring.Percent(round.Criteria, Scores, round.ThresholdPercent);
        AgreedBy = by;
        AgreedAt = at;
        Raise(v => new BidModerated(Id, v, at, by, new(BidId, BidReference, Scores, Percent, Recommended, Conditions, Comment)));
        return Result.Done;
    }
}
