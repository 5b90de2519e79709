using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Forms.People;

/// <summary>Keeps who there is, in the service's own table.</summary>
public sealed class ContactChangedConsumer(DbContext db) : IConsumer<ContactChanged>
{
    /// <inheritdoc/>
    public async Task Consume(ConsumeContext<ContactChanged> context)
    {
        var happened = context.Message;
        if (await db.Set<KnownPerson>().SingleOrDefaultAsync(p => p.UserId == happened.Id, context.CancellationToken) is { } known)
            known.Take(happened);
        else
            db.Add(KnownPerson.From(happened));
    }
}
