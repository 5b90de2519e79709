using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>What starting and copying a bid share: the round, the bid's number in it, one save.</summary>
internal static class BidStart
{
    /// <param name="db">As the caller sees it.</param>
    /// <param name="caller">Whose partnership bids.</param>
    /// <param name="roundReference">The round.</param>
    /// <param name="id">Created with the page, so that pressing twice starts one bid; null or empty where each call starts one.</param>
    /// <param name="written">Its first content.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Result<string>> BeginBidAsync(
        this BidsContext db,
        Caller caller,
        string roundReference,
        Guid? id,
        Func<Round, (BidContent?, BidContacts?)> written,
        CancellationToken cancellationToken
    )
    {
        // A request with an Idempotency-Key already has a transaction.
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        // Locked, so that two bids started at once get different numbers.
        var round = await db
            .Rounds.FromSql($"select * from rounds where reference = {roundReference} for no key update")
            .SingleOrDefaultAsync(cancellationToken);
        if (round?.PublishedAt is null || caller.Partnership is null)
            return Result.NotFound;
        if (id == Guid.Empty)
            id = null;
        if (id is not null && await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is { } started)
            return started.Reference;
        var number = await db.Bids.CountAsync(b => b.RoundId == round.Id && b.Partnership == caller.Partnership, cancellationToken) + 1;
        var window = round.WindowUntil(await db.ExtendedToAsync(round.Id, caller.Partnership, cancellationToken));
        if (window.IsExtended)
            window = window with
            {
                HasEnded = !await db.Extensions.AnyAsync(
                    e => e.RoundId == round.Id && e.Partnership == caller.Partnership && e.State == ExtensionState.Granted,
                    cancellationToken
                ),
            };
        var (content, contacts) = written(round);
        var begun = Bid.Start(window, caller.Partnership, number, caller.Person, caller.At, id, content, contacts);
        if (!begun.IsDone)
            return begun.Outcome;
        db.Add(begun.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        // Another partnership's bid has that id, so it did not come from one of our pages.
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsReferenceTaken<Bid>(db))
        {
            return Result.NotFound;
        }
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return begun.Value.Reference;
    }
}
