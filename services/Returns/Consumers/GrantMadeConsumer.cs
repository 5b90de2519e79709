using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Returns.Data;
using Platform.Returns.Model;

namespace Platform.Returns.Consumers;

/// <summary>A grant was made: puts its returns on the calendar, each quarter's once, however often and under whatever message id the news comes.</summary>
internal sealed class GrantMadeConsumer(ReturnsContext db, TimeProvider time) : IConsumer<GrantMade>
{
    public async Task Consume(ConsumeContext<GrantMade> context)
    {
        var (made, cancellation) = (context.Message, context.CancellationToken);
        // One decision makes several grants at once: those of one programme are put on the calendar one after the other.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({made.Grant.Programme}, 0))", cancellation);
        var programme = await db.Programmes.SingleOrDefaultAsync(p => p.Name == made.Grant.Programme, cancellation);
        if (programme is null) db.Add(programme = Programme.WithDefaults(made.Grant.Programme));
        var scheduled = await db.Returns.Where(r => r.GrantId == made.Id).Select(r => r.Quarter).ToListAsync(cancellation);
        db.AddRange(Return.Schedule(made.Id, made.Grant, programme.DueRule, made.At, time.GetUtcNow()).Where(r => !scheduled.Contains(r.Quarter)));
    }
}
