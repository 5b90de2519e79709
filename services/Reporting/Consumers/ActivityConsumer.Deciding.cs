using MassTransit;
using Platform.Contracts;

namespace Platform.Reporting.Consumers;

// Assessments, decision records and grants.
internal sealed partial class ActivityConsumer :
    IConsumer<AssessmentAssigned>, IConsumer<InterestDeclared>, IConsumer<AssessmentScored>, IConsumer<AssessmentCancelled>, IConsumer<BidModerated>,
    IConsumer<DecisionDrafted>, IConsumer<DecisionApproved>, IConsumer<PublicationDetermined>, IConsumer<DecisionPublished>, IConsumer<DecisionSuperseded>,
    IConsumer<GrantVaried>, IConsumer<GrantAccepted>
{
    public Task Consume(ConsumeContext<AssessmentAssigned> context) => Keep(context.Message, context.Message.Assessment, "was asked to assess");

    public Task Consume(ConsumeContext<InterestDeclared> context) => Keep(context.Message, context.Message.Assessment,
        context.Message.Assessment.Interest is { Length: > 0 } ? "declared an interest in" : "declared no interest in");

    // A save on the way is not news.
    public Task Consume(ConsumeContext<AssessmentScored> context) => context.Message.Assessment.State != AssessmentState.Complete
        ? Task.CompletedTask
        : Keep(context.Message, context.Message.Assessment, "has assessed");

    public Task Consume(ConsumeContext<AssessmentCancelled> context) => Keep(context.Message, context.Message.Assessment, "need not assess");

    public Task Consume(ConsumeContext<BidModerated> context) =>
        Keep(context.Message, $"The assessors of bid {context.Message.Moderation.BidReference} have agreed", $"/bids/{context.Message.Moderation.BidReference}");

    public Task Consume(ConsumeContext<DecisionDrafted> context) => context.Message.Record.Step != DecisionStep.AwaitingApproval
        ? Task.CompletedTask
        : Keep(context.Message, context.Message.Record, "waits to be approved");

    public Task Consume(ConsumeContext<DecisionApproved> context) => Keep(context.Message, context.Message.Record, "was approved");

    public Task Consume(ConsumeContext<PublicationDetermined> context) => Keep(context.Message, context.Message.Record, "waits for the Commissioner");

    public Task Consume(ConsumeContext<DecisionPublished> context) => Keep(context.Message, context.Message.Record, "was published");

    public Task Consume(ConsumeContext<DecisionSuperseded> context) => Keep(context.Message, context.Message.Record,
        context.Message.Record.SupersededBy is { } by && by != context.Message.Record.Reference ? $"was superseded by {by}" : "was dropped");

    public Task Consume(ConsumeContext<GrantVaried> context) => Keep(context.Message,
        $"{context.Message.Grant.Partnership}’s grant for {context.Message.Grant.Title} was changed to {context.Message.Grant.Total}", $"/grants/{context.Message.Grant.Reference}", context.Message.Grant.Partnership);

    public Task Consume(ConsumeContext<GrantAccepted> context) => Keep(context.Message,
        $"{context.Message.Grant.Partnership} accepted the agreement for {context.Message.Grant.Title}", $"/grants/{context.Message.Grant.Reference}", context.Message.Grant.Partnership);

    private Task Keep(IEvent happened, AssessmentDetails assessment, string what) =>
        Keep(happened, $"{assessment.Assessor.Name} {what} bid {assessment.BidReference}", $"/bids/{assessment.BidReference}");

    private Task Keep(IEvent happened, DecisionDetails record, string what) =>
        Keep(happened, $"Decision record {record.Reference} {what}: {record.Title}", $"/decisions/{record.Reference}");
}
