using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>Keeps who can certify a partnership's returns, so that a lead is told who must, before entering part of one.</summary>
internal sealed class ContactChangedConsumer(ReturnsContext db) : IConsumer<ContactChanged>
{
    public async Task Consume(ConsumeContext<ContactChanged> context)
    {
        var happened = context.Message;
        if (await db.People.SingleOrDefaultAsync(p => p.UserId == happened.Id, context.CancellationToken) is { } known)
            known.Take(happened);
        else if (happened.Details.Partnership is not null)
            db.Add(PartnershipPerson.From(happened));
    }
}
