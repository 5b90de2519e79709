using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Tells assessors what to assess, and what they no longer need to. Tells officers about interests, because they may need another
/// assessor.
/// </summary>
internal sealed class AssessmentConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates)
    : IConsumer<AssessmentAssigned>,
        IConsumer<InterestDeclared>,
        IConsumer<AssessmentCancelled>
{
    private const string Mine = "/assessments";

    public Task Consume(ConsumeContext<AssessmentAssigned> context)
    {
        var (happened, assessment) = (context.Message, context.Message.Details);
        return write.RunAsync(
            Occasion.ToOne(happened, "assessment assigned", assessment.Assessor, Roles.Assessor) with
            {
                IsRequest = true,
            },
            templates.AssessmentAssigned,
            (office, to) => new(office, to, assessment, Mine),
            context.CancellationToken
        );
    }

    public async Task Consume(ConsumeContext<InterestDeclared> context)
    {
        var (happened, assessment) = (context.Message, context.Message.Details);
        await settle.RunAsync(happened, context.CancellationToken);
        if (assessment.Interest is not { Length: > 0 })
            return;
        await write.RunAsync(
            Occasion.AtOffice(happened, "interest declared", Roles.Officer),
            templates.InterestDeclared,
            (office, to) => new(office, to, assessment, $"/bids/{assessment.BidReference}"),
            context.CancellationToken
        );
    }

    public async Task Consume(ConsumeContext<AssessmentCancelled> context)
    {
        var (happened, assessment) = (context.Message, context.Message.Details);
        await settle.RunAsync(happened, context.CancellationToken);
        await write.RunAsync(
            Occasion.ToOne(happened, "assessment cancelled", assessment.Assessor, Roles.Assessor),
            templates.AssessmentCancelled,
            (office, to) => new(office, to, assessment, Mine),
            context.CancellationToken
        );
    }
}
