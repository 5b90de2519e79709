using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Assessments;

/// <summary>One assessor's work on one bid: a declaration of interest, then a score for each criterion, given alone.</summary>
internal sealed class Assessment : Aggregate
{
    public const int LongestText = 2000;

    private readonly List<AssessmentScore> scores = [];

    private Assessment() { }

    public Guid BidId { get; private init; }
    public string BidReference { get; private init; } = "";
    public Guid RoundId { get; private init; }
    public Guid AssessorId { get; private init; }

    /// <summary>The assessor's name.</summary>
    public string AssessorName { get; private set; } = "";

    /// <summary>The officer who asked.</summary>
    public Person AssignedBy { get; private set; } = null!;

    /// <summary>When the assessor was last asked (UTC).</summary>
    public DateTimeOffset AssignedAt { get; private set; }

    /// <summary>How far it is.</summary>
    public AssessmentState State { get; private set; }

    /// <summary>The interest in the bid that was declared; null where there is none, or nothing has been declared yet.</summary>
    public string? Interest { get; private set; }

    /// <summary>When the assessor finished (UTC); null until then.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Empty unless <see cref="ScoreSheets"/> has loaded them.</summary>
    public IReadOnlyList<AssessmentScore> Scores => scores;

    public Person Assessor => new(AssessorId, AssessorName);

    /// <summary>Whether it is part of the bid's panel, finished or not.</summary>
    public bool Counts => State is not (AssessmentState.Cancelled or AssessmentState.Conflicted);

    /// <summary>Whether the bid's assessors may see each other's scores and agree theirs.</summary>
    public static bool AllComplete(IEnumerable<Assessment> ofBid) =>
        ofBid.Where(a => a.Counts).ToList() is { Count: > 0 } panel && panel.TrueForAll(a => a.State == AssessmentState.Complete);

    /// <summary>Whether assessors can be asked to assess that round's bids yet.</summary>
    public static Result MayBegin(Round round) =>
        round switch
        {
            { ClosedAt: null } => Result.Refused("round-not-closed", "Assessors can be chosen once the round has closed"),
            { Criteria.Count: 0 } => Result.Refused("no-criteria", "This round has no criteria to score, so its bids cannot be assessed"),
            _ => Result.Done,
        };

    public static Assessment Assign(Bid bid, KnownPerson assessor, Person by, DateTimeOffset at)
    {
        var assessment = new Assessment
        {
            BidId = bid.Id,
            BidReference = bid.Reference,
            RoundId = bid.RoundId,
            AssessorId = assessor.UserId,
        };
        assessment.Begin(assessor.Name, by, at);
        return assessment;
    }

    /// <summary>Asks an assessor who had been taken off the bid; for anybody still on it, nothing changes.</summary>
    public void AssignAgain(KnownPerson assessor, Person by, DateTimeOffset at)
    {
        if (State == AssessmentState.Cancelled)
            Begin(assessor.Name, by, at);
    }

    /// <summary>
    /// Declares an interest, or that there is none. People may find out late, so one can still be declared while scoring; then it stays.
    /// </summary>
    public Result Declare(bool? hasInterest, string? interest, int readVersion, DateTimeOffset at)
    {
        var typed = TypedText.Tidy(interest);
        if (hasInterest is null)
            return Result.Of([new("HasInterest", "Select whether you have an interest in this bid")]);
        if (hasInterest == true && typed.Length is 0 or > LongestText)
            return Result.Of([new(nameof(Interest), "Enter what your interest is, in 2,000 characters or less")]);
        if (State == (hasInterest == true ? AssessmentState.Conflicted : AssessmentState.Scoring))
            return Result.Done;
        if (State is not (AssessmentState.Assigned or AssessmentState.Scoring))
            return Result.Refused("interest-settled", "This assessment is finished, and its declaration stays as it is");
        if (readVersion != Version)
            return Result.Stale;
        (State, Interest) = hasInterest == true ? (AssessmentState.Conflicted, typed) : (AssessmentState.Scoring, null);
        Raise(v => new InterestDeclared(Id, v, at, Assessor, Details));
        return Result.Done;
    }

    /// <summary>Saves the scores that are given. With <paramref name="complete"/>, none may be missing, and they are final.</summary>
    public Result Score(
        IReadOnlyList<CriterionScore> sent,
        bool complete,
        IReadOnlyList<Criterion> criteria,
        int readVersion,
        DateTimeOffset at
    )
    {
        if (State == AssessmentState.Assigned)
            return Result.Refused("interest-not-declared", "Say first whether you have an interest in this bid");
        var typed = sent.Select(s => s with { Justification = TypedText.Tidy(s.Justification) }).ToList();
        var isSame = typed.TrueForAll(t => Kept(t.CriterionId) == t);
        if (State == AssessmentState.Complete && complete && isSame)
            return Result.Done;
        if (State != AssessmentState.Scoring)
            return Result.Refused("assessment-finished", "You have completed this assessment. Its scores can no longer be changed");
        var all = criteria.Select(c => typed.LastOrDefault(t => t.CriterionId == c.Id) ?? Kept(c.Id)).ToList();
        if (Problems(typed, all, complete, criteria).ToList() is { Count: > 0 } problems)
            return Result.Of(problems);
        if (isSame && !complete)
            return Result.Done;
        if (readVersion != Version)
            return Result.Stale;
        foreach (var score in typed)
        {
            if (scores.Find(s => s.CriterionId == score.CriterionId) is not { } kept)
                scores.Add(kept = new(Id, score.CriterionId));
            kept.Take(score);
        }
        if (complete)
            (State, CompletedAt) = (AssessmentState.Complete, at);
        Raise(v => new AssessmentScored(Id, v, at, Assessor, Details));
        return Result.Done;
    }

    public Result Cancel(Person by, DateTimeOffset at)
    {
        if (State == AssessmentState.Cancelled)
            return Result.Done;
        if (State == AssessmentState.Complete)
            return Result.Refused("assessment-finished", $"{AssessorName} has completed this assessment: it stays");
        if (State == AssessmentState.Conflicted)
            return Result.Refused("interest-settled", $"{AssessorName} has declared an interest: it stays on record");
        State = AssessmentState.Cancelled;
        Raise(v => new AssessmentCancelled(Id, v, at, by, Details));
        return Result.Done;
    }

    public AssessmentDetails Details => new(BidId, BidReference, Assessor, State, Interest);

    private void Begin(string name, Person by, DateTimeOffset at)
    {
        AssessorName = name;
        AssignedBy = by;
        AssignedAt = at;
        State = AssessmentState.Assigned;
        Raise(v => new AssessmentAssigned(Id, v, at, by, Details));
    }

    private CriterionScore Kept(Guid criterion) =>
        scores.Find(s => s.CriterionId == criterion) is { } kept
            ? new(criterion, kept.Score, kept.Justification)
            : new(criterion, null, "");

    // Problems use the page's field names; its list is in the order of the criteria.
    private static IEnumerable<Problem> Problems(
        List<CriterionScore> typed,
        List<CriterionScore> all,
        bool complete,
        IReadOnlyList<Criterion> criteria
    )
    {
        foreach (var unknown in typed.Where(t => criteria.All(c => c.Id != t.CriterionId)))
            yield return new(nameof(Scores), $"This round has no criterion {unknown.CriterionId}");
        for (var i = 0; i < all.Count; i++)
        {
            var score = all[i].Score;
            var justification = all[i].Justification;
            var name = criteria[i].Name;
            if (score is null ? complete : !Scoring.IsScore(score))
                yield return new($"Scores[{i}].Score", $"Select a score from 0 to 4 for {name}");
            if (justification.Length > LongestText)
                yield return new($"Scores[{i}].Justification", $"Justification for {name} must be 2,000 characters or less");
            else if (complete && justification.Length == 0)
                yield return new($"Scores[{i}].Justification", $"Enter why you give {name} this score");
        }
    }
}
