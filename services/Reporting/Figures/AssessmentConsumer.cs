using Platform.Contracts;

namespace Platform.Reporting.Figures;

internal sealed class AssessmentConsumer(ReportingContext db)
    : Projection,
        IFrom<AssessmentAssigned>,
        IFrom<InterestDeclared>,
        IFrom<AssessmentScored>,
        IFrom<AssessmentCancelled>
{
    public override async Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var (line, happened) in await db.NewerAsync<AssessmentRow, AssessmentDetails>(events, cancellationToken))
        {
            var assessment = happened.Details;
            line.BidReference = assessment.BidReference;
            line.AssessorId = assessment.Assessor.UserId;
            line.State = assessment.State;
        }
    }
}
