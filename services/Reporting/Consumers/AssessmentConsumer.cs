using MassTransit;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

internal sealed class AssessmentConsumer(ReportingContext db) :
    IConsumer<AssessmentAssigned>, IConsumer<InterestDeclared>, IConsumer<AssessmentScored>, IConsumer<AssessmentCancelled>
{
    public Task Consume(ConsumeContext<AssessmentAssigned> context) => KeepAsync(context.Message, context.Message.Assessment, context.CancellationToken);
    public Task Consume(ConsumeContext<InterestDeclared> context) => KeepAsync(context.Message, context.Message.Assessment, context.CancellationToken);
    public Task Consume(ConsumeContext<AssessmentScored> context) => KeepAsync(context.Message, context.Message.Assessment, context.CancellationToken);
    public Task Consume(ConsumeContext<AssessmentCancelled> context) => KeepAsync(context.Message, context.Message.Assessment, context.CancellationToken);

    private async Task KeepAsync(IEvent happened, AssessmentDetails assessment, CancellationToken cancellation)
    {
        if (await db.NewerAsync<AssessmentLine>(happened.Id, happened.Version, cancellation) is not { } line) return;
        (line.BidReference, line.AssessorId, line.State) = (assessment.BidReference, assessment.Assessor.UserId, assessment.State);
    }
}
