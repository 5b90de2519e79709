using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

internal sealed class ReturnConsumer(ReportingContext db) :
    IConsumer<ReturnScheduled>, IConsumer<ReturnRescheduled>, IConsumer<ReturnOpened>, IConsumer<ReturnSaved>, IConsumer<ReturnReady>, IConsumer<ReturnDeclined>,
    IConsumer<ReturnSubmitted>, IConsumer<ReturnSentBack>, IConsumer<ReturnAccepted>, IConsumer<ReturnExtended>, IConsumer<ReturnNotRequired>,
    IConsumer<ReturnReminded>, IConsumer<ReturnChased>, IConsumer<ChasingChanged>, IConsumer<ReplyNoted>
{
    public Task Consume(ConsumeContext<ReturnScheduled> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnRescheduled> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnOpened> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnSaved> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnReady> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnDeclined> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnSubmitted> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnSentBack> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnAccepted> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnExtended> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnNotRequired> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnReminded> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ChasingChanged> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReplyNoted> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);

    public async Task Consume(ConsumeContext<ReturnChased> context)
    {
        await KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
        // The rung is no part of the return's state: kept as the highest seen for its due date, whatever the order.
        var line = await db.Returns.FindAsync([context.Message.Id], context.CancellationToken);
        if (line!.DueOn == context.Message.Return.DueOn) line.Rung = Math.Max(line.Rung ?? int.MinValue, context.Message.Rung.WorkingDays);
    }

    private async Task KeepAsync(IEvent happened, ReturnDetails details, CancellationToken cancellation)
    {
        if (await db.NewerAsync<Model.ReturnLine>(happened.Id, happened.Version, cancellation) is not { } line) return;
        if (line.DueOn != details.DueOn) line.Rung = null;
        (line.GrantId, line.GrantReference, line.Title, line.Partnership) = (details.GrantId, details.GrantReference, details.Title, details.Partnership);
        (line.Quarter, line.OpensOn, line.DueOn) = (details.Quarter, details.OpensOn, details.DueOn);
        (line.State, line.IsOwed, line.FirstSubmittedAt, line.WorkingDaysLate) = (details.State, details.IsOwed, details.FirstSubmittedAt, details.WorkingDaysLate);
        (line.Chasing, line.PaymentHeld) = (details.Chasing, details.PaymentHeld);
        // What is reported counts from submission: a draft's figures are nobody's yet, and of what is sent back the submitted ones stand.
        if (details.State != ReturnState.Submitted) return;
        await db.Achievements.Where(a => a.ReturnId == happened.Id).ExecuteDeleteAsync(cancellation);
        db.Achievements.AddRange(details.Lines.SelectMany(l => l.Achieved.Select(a => a.Indicator).Union(l.Adjustments.Where(a => a.Kind is null).Select(a => a.Indicator)), (l, indicator) => new AchievementLine
        {
            ReturnId = happened.Id, GrantId = details.GrantId, InterventionId = l.InterventionId, Indicator = indicator,
            Quantity = l.Achieved.Where(a => a.Indicator == indicator).Sum(a => a.Quantity) + l.Adjustments.Where(a => a.Indicator == indicator).Sum(a => (int)(a.Now - a.Was)),
        }));
    }
}
