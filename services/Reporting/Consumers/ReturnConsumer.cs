using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

internal sealed class ReturnConsumer(ReportingContext db) :
    IConsumer<ReturnScheduled>, IConsumer<ReturnOpened>, IConsumer<ReturnSaved>, IConsumer<ReturnReady>, IConsumer<ReturnSubmitted>, IConsumer<ReturnChased>
{
    public Task Consume(ConsumeContext<ReturnScheduled> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnOpened> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnSaved> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnReady> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
    public Task Consume(ConsumeContext<ReturnSubmitted> context) => KeepAsync(context.Message, context.Message.Return, context.CancellationToken);

    public async Task Consume(ConsumeContext<ReturnChased> context)
    {
        await KeepAsync(context.Message, context.Message.Return, context.CancellationToken);
        // The rung is no part of the return's state: kept as the highest seen, whatever the order.
        var line = await db.Returns.FindAsync([context.Message.Id], context.CancellationToken);
        line!.Rung = Math.Max(line.Rung ?? int.MinValue, context.Message.Rung.WorkingDays);
    }

    private async Task KeepAsync(IEvent happened, ReturnDetails details, CancellationToken cancellation)
    {
        if (await db.NewerAsync<Model.ReturnLine>(happened.Id, happened.Version, cancellation) is not { } line) return;
        (line.GrantId, line.GrantReference, line.Title, line.Partnership) = (details.GrantId, details.GrantReference, details.Title, details.Partnership);
        (line.Quarter, line.OpensOn, line.DueOn) = (details.Quarter, details.OpensOn, details.DueOn);
        (line.State, line.WorkingDaysLate) = (details.State, details.WorkingDaysLate);
        // What is reported counts from submission: a draft's figures are nobody's yet.
        if (details.State != ReturnState.Submitted) return;
        await db.Achievements.Where(a => a.ReturnId == happened.Id).ExecuteDeleteAsync(cancellation);
        db.Achievements.AddRange(details.Lines.SelectMany(l => l.Achieved.Select(a => new AchievementLine
        {
            ReturnId = happened.Id, GrantId = details.GrantId, InterventionId = l.InterventionId, Indicator = a.Indicator, Quantity = a.Quantity,
        })));
    }
}
