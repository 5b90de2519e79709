using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Grants;

/// <summary>Keeps what returns say was spent: a grant's page flags money that was spent across 31 March.</summary>
internal sealed class ReturnSpendingConsumer(BidsContext db) : IConsumer<ReturnSubmitted>, IConsumer<ReturnAccepted>
{
    public Task Consume(ConsumeContext<ReturnSubmitted> context) =>
        TakeAsync(context.Message.Id, context.Message.Version, context.Message.Details, context.CancellationToken);

    public Task Consume(ConsumeContext<ReturnAccepted> context) =>
        TakeAsync(context.Message.Id, context.Message.Version, context.Message.Details, context.CancellationToken);

    private async Task TakeAsync(Guid id, int version, ReturnDetails told, CancellationToken cancellationToken)
    {
        var known = await db.Spending.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (known is null)
            db.Add(known = ReportedSpending.Of(id, told));
        known.Take(version, told);
    }
}
