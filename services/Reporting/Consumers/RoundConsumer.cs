using MassTransit;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

internal sealed class RoundConsumer(ReportingContext db) :
    IConsumer<RoundDrafted>, IConsumer<RoundOpened>, IConsumer<RoundDeadlineMoved>, IConsumer<RoundReminded>, IConsumer<RoundClosed>
{
    public Task Consume(ConsumeContext<RoundOpened> context) => KeepAsync(context.Message, context.Message.Round, context.CancellationToken);
    public Task Consume(ConsumeContext<RoundDrafted> context) => KeepAsync(context.Message, context.Message.Round, context.CancellationToken);
    public Task Consume(ConsumeContext<RoundDeadlineMoved> context) => KeepAsync(context.Message, context.Message.Round, context.CancellationToken);
    public Task Consume(ConsumeContext<RoundReminded> context) => KeepAsync(context.Message, context.Message.Round, context.CancellationToken);
    public Task Consume(ConsumeContext<RoundClosed> context) => KeepAsync(context.Message, context.Message.Round, context.CancellationToken);

    private async Task KeepAsync(IEvent happened, RoundDetails round, CancellationToken cancellation)
    {
        if (await db.NewerAsync<RoundLine>(happened.Id, happened.Version, cancellation) is not { } line) return;
        (line.Reference, line.Name, line.OpensAt, line.ClosesAt) = (round.Reference, round.Name, round.OpensAt, round.ClosesAt);
        (line.Published, line.Invited) = (round.Published, [.. round.Invited.Select(p => p.Code)]);
    }
}
