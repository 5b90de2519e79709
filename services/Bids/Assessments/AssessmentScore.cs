namespace Platform.Bids.Assessments;

/// <summary>
/// One assessor's mark on one criterion. The database shows it to nobody else until all assessors of the bid have finished.
/// </summary>
internal sealed class AssessmentScore
{
    private AssessmentScore() { }

    public AssessmentScore(Guid assessmentId, Guid criterionId) => (AssessmentId, CriterionId) = (assessmentId, criterionId);

    /// <summary>The assessment that it is part of.</summary>
    public Guid AssessmentId { get; private init; }

    /// <summary>The round's criterion that it is about.</summary>
    public Guid CriterionId { get; private init; }

    /// <summary>0 to 4; null while only the justification was written.</summary>
    public int? Score { get; private set; }

    /// <summary>The assessor's reason; empty until written.</summary>
    public string Justification { get; private set; } = "";

    public void Take(CriterionScore typed) => (Score, Justification) = (typed.Score, typed.Justification);
}

/// <summary>What an assessor typed about one criterion.</summary>
internal sealed record CriterionScore(Guid CriterionId, int? Score, string Justification);
