using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

internal sealed class StartBid(BidsContext db, Caller caller)
{
    public async Task<(string? Reference, Result Result)> RunAsync(string roundReference, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Locked for a moment, so that two bids started at once get different numbers.
        var round = await db.Rounds.FromSql($"select * from rounds where reference = {roundReference} for no key update").SingleOrDefaultAsync(cancellation);
        if (round is null || caller.Partnership is null) return (null, Result.NotFound);
        var number = await db.Bids.CountAsync(b => b.RoundId == round.Id && b.Partnership == caller.Partnership, cancellation) + 1;
        var (bid, result) = Bid.Start(round, caller.Partnership, number, caller.Person, caller.At);
        if (bid is null) return (null, result);
        db.Add(bid);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return (bid.Reference, result);
    }
}
