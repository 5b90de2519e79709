using MassTransit;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

internal sealed class DecisionConsumer(ReportingContext db) :
    IConsumer<DecisionDrafted>, IConsumer<DecisionApproved>, IConsumer<PublicationDetermined>, IConsumer<DecisionRecorded>, IConsumer<DecisionPublished>,
    IConsumer<DecisionSuperseded>
{
    public Task Consume(ConsumeContext<DecisionDrafted> context) => KeepAsync(context.Message, context.Message.Record, context.CancellationToken);
    public Task Consume(ConsumeContext<DecisionApproved> context) => KeepAsync(context.Message, context.Message.Record, context.CancellationToken);
    public Task Consume(ConsumeContext<PublicationDetermined> context) => KeepAsync(context.Message, context.Message.Record, context.CancellationToken);
    public Task Consume(ConsumeContext<DecisionRecorded> context) => KeepAsync(context.Message, context.Message.Record, context.CancellationToken);
    public Task Consume(ConsumeContext<DecisionPublished> context) => KeepAsync(context.Message, context.Message.Record, context.CancellationToken);
    public Task Consume(ConsumeContext<DecisionSuperseded> context) => KeepAsync(context.Message, context.Message.Record, context.CancellationToken);

    private async Task KeepAsync(IEvent happened, DecisionDetails record, CancellationToken cancellation)
    {
        if (await db.NewerAsync<DecisionLine>(happened.Id, happened.Version, cancellation) is not { } line) return;
        (line.Reference, line.Title, line.Step) = (record.Reference, record.Title, record.Step);
    }
}
