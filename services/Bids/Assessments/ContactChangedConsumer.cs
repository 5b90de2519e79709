using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Assessments;

/// <summary>Keeps a list of the people in the commissioner's office, for officers to choose assessors from.</summary>
internal sealed class ContactChangedConsumer(BidsContext db) : IConsumer<ContactChanged>
{
    public async Task Consume(ConsumeContext<ContactChanged> context)
    {
        var happened = context.Message;
        if (await db.OfficePeople.SingleOrDefaultAsync(p => p.UserId == happened.Id, context.CancellationToken) is { } known)
            known.Take(happened);
        else if (happened.Details.Partnership is null)
            db.Add(OfficePerson.From(happened));
    }
}
