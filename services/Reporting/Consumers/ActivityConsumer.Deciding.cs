using Platform.Contracts;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

// Assessments, decision records and grants.
internal sealed partial class ActivityConsumer :
    IFrom<AssessmentAssigned>, IFrom<InterestDeclared>, IFrom<AssessmentScored>, IFrom<AssessmentCancelled>, IFrom<BidModerated>,
    IFrom<DecisionDrafted>, IFrom<DecisionApproved>, IFrom<PublicationDetermined>, IFrom<DecisionPublished>, IFrom<DecisionSuperseded>,
    IFrom<GrantVaried>, IFrom<GrantAccepted>
{
    private static Activity? Deciding(IEvent happened) => happened switch
    {
        AssessmentAssigned e => Keep(e, e.Assessment, "was asked to assess"),
        InterestDeclared e => Keep(e, e.Assessment,
            e.Assessment.Interest is { Length: > 0 } ? "declared an interest in" : "declared no interest in"),
        // A save on the way is not news.
        AssessmentScored e => e.Assessment.State != AssessmentState.Complete ? null : Keep(e, e.Assessment, "has assessed"),
        AssessmentCancelled e => Keep(e, e.Assessment, "need not assess"),
        BidModerated e => Keep(e, $"The assessors of bid {e.Moderation.BidReference} have agreed", $"/bids/{e.Moderation.BidReference}"),
        DecisionDrafted e => e.Record.Step != DecisionStep.AwaitingApproval ? null : Keep(e, e.Record, "waits to be approved"),
        DecisionApproved e => Keep(e, e.Record, "was approved"),
        PublicationDetermined e => Keep(e, e.Record, "waits for the Commissioner"),
        DecisionPublished e => Keep(e, e.Record, "was published"),
        DecisionSuperseded e => Keep(e, e.Record,
            e.Record.SupersededBy is { } by && by != e.Record.Reference ? $"was superseded by {by}" : "was dropped"),
        GrantVaried e => Keep(e,
            $"{e.Grant.Partnership}’s grant for {e.Grant.Title} was changed to {e.Grant.Total}", $"/grants/{e.Grant.Reference}", e.Grant.Partnership),
        GrantAccepted e => Keep(e,
            $"{e.Grant.Partnership} accepted the agreement for {e.Grant.Title}", $"/grants/{e.Grant.Reference}", e.Grant.Partnership),
        _ => null,
    };

    private static Activity Keep(IEvent happened, AssessmentDetails assessment, string what) =>
        Keep(happened, $"{assessment.Assessor.Name} {what} bid {assessment.BidReference}", $"/bids/{assessment.BidReference}");

    private static Activity Keep(IEvent happened, DecisionDetails record, string what) =>
        Keep(happened, $"Decision record {record.Reference} {what}: {record.Title}", $"/decisions/{record.Reference}");
}
