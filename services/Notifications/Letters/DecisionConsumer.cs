using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Hands a decision record on from step to step: whoever signs next is written to. Every step settles what the letter of the step before
/// asked for.
/// </summary>
internal sealed class DecisionConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates)
    : IConsumer<DecisionDrafted>,
        IConsumer<DecisionApproved>,
        IConsumer<PublicationDetermined>,
        IConsumer<DecisionRecorded>,
        IConsumer<DecisionSuperseded>
{
    public Task Consume(ConsumeContext<DecisionDrafted> context) =>
        StepAsync(context.Message, context.Message.Details, context.CancellationToken);

    public Task Consume(ConsumeContext<DecisionApproved> context) =>
        StepAsync(context.Message, context.Message.Details, context.CancellationToken);

    public Task Consume(ConsumeContext<PublicationDetermined> context) =>
        StepAsync(context.Message, context.Message.Details, context.CancellationToken);

    public Task Consume(ConsumeContext<DecisionSuperseded> context) => settle.RunAsync(context.Message, context.CancellationToken);

    public async Task Consume(ConsumeContext<DecisionRecorded> context)
    {
        await settle.RunAsync(context.Message, context.CancellationToken);
        await write.RunAsync(
            Occasion.AtOffice(context.Message, "decision recorded", Roles.Officer),
            templates.DecisionRecorded,
            (office, to) => new(office, to, context.Message.Details),
            context.CancellationToken
        );
    }

    private async Task StepAsync(IEvent happened, DecisionDetails record, CancellationToken cancellationToken)
    {
        await settle.RunAsync(happened, cancellationToken);
        var (role, fact, task) = record.Step switch
        {
            DecisionStep.AwaitingApproval => (
                Roles.Finance,
                "To approve",
                "approve that it goes to the Commissioner, or return it to the officers"
            ),
            DecisionStep.AwaitingDetermination => (
                Roles.MonitoringOfficer,
                "To determine",
                "determine whether the record and the decision are published"
            ),
            DecisionStep.AwaitingDecision => (Roles.Commissioner, "To decide", "decide, and sign"),
            _ => ("", "", ""),
        };
        if (role.Length == 0)
            return;
        await write.RunAsync(
            Occasion.AtOffice(happened, "decision waiting", role) with
            {
                IsRequest = true,
                Barred = record.Barred(),
                BarredAs = "people who wrote it, signed it or assess a bid that it covers",
            },
            templates.DecisionWaiting,
            (office, to) => new(office, to, record, fact, task),
            cancellationToken
        );
    }
}
