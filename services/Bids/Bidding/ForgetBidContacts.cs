using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Keeping;

namespace Platform.Bids.Bidding;

/// <summary>Forgets whom to ask about bids of rounds that closed long ago, also in what was submitted.</summary>
internal sealed class ForgetBidContacts(BidsContext db, KeepingTable table, ForgetPersonal forget, TimeProvider time) : ISweep
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = table.PeriodOf(DataKinds.BidContacts).Before(now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db
            .Bids.FromSql(
                $"""
                select b.* from bids b join rounds r on r.id = b.round_id where r.closed_at <= {before} and
                b.contacts_forgotten_at is null order by b.id limit 20 for update of b skip locked
                """
            )
            .ToListAsync(cancellationToken);
        foreach (var bid in due)
            bid.ForgetContacts(now);
        var ids = due.Select(b => b.Id).ToList();
        await db.Submissions.ForgetAsync(ids, cancellationToken);
        await forget.RunAsync(DataKinds.BidContacts, ids, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }
}
