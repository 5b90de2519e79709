using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>What every change to a bid has in common: the caller's own bid and its window, the entity's rule, one save.</summary>
internal static class BidChange
{
    private const int Attempts = 5;

    /// <summary>Changes a bid. If another save comes between reading and writing, it is read again: only the rule refuses.</summary>
    public static async Task<Result> ChangeBidAsync(
        this BidsContext db,
        string reference,
        Func<Bid, BiddingWindow, Task<Result>> rule,
        CancellationToken cancellationToken
    )
    {
        var given = db.GivenExtensions();
        for (var attempt = 1; ; attempt++)
        {
            // One query for everything that a save needs to know.
            var found = await db
                .Bids.Where(b => b.Reference == reference)
                .Join(
                    db.Rounds,
                    b => b.RoundId,
                    r => r.Id,
                    (b, r) =>
                        new
                        {
                            Bid = b,
                            Round = r,
                            ExtendedTo = given.Where(e => e.RoundId == b.RoundId && e.Partnership == b.Partnership).Max(e => e.Until),
                            Profile = db.Profiles.FirstOrDefault(p =>
                                p.Partnership == b.Partnership && p.From <= r.DeliveryFrom && r.DeliveryFrom <= p.To
                            ),
                        }
                )
                .SingleOrDefaultAsync(cancellationToken);
            if (found is null)
                return Result.NotFound;
            var (bid, window) = (found.Bid, found.Round.WindowUntil(found.ExtendedTo) with { Profile = found.Profile });
            var result = await rule(bid, window);
            if (!result.IsDone)
                return result;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return result;
            }
            catch (DbUpdateConcurrencyException)
            {
                if (attempt == Attempts)
                    return Result.Stale;
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <inheritdoc cref="ChangeBidAsync(BidsContext, string, Func{Bid, BiddingWindow, Task{Result}}, CancellationToken)"/>
    public static Task<Result> ChangeBidAsync(
        this BidsContext db,
        string reference,
        Func<Bid, BiddingWindow, Result> rule,
        CancellationToken cancellationToken
    ) => db.ChangeBidAsync(reference, (bid, window) => Task.FromResult(rule(bid, window)), cancellationToken);

    /// <summary>The window of a partnership in a round.</summary>
    public static async Task<BiddingWindow> WindowAsync(
        this BidsContext db,
        Guid roundId,
        Partnership? partnership,
        CancellationToken cancellationToken
    )
    {
        var given = db.GivenExtensions();
        var found = await db
            .Rounds.AsNoTracking()
            .Where(r => r.Id == roundId)
            .Select(r => new
            {
                Round = r,
                ExtendedTo = given.Where(e => e.RoundId == roundId && e.Partnership == partnership).Max(e => e.Until),
                Profile = db.Profiles.FirstOrDefault(p =>
                    p.Partnership == partnership && p.From <= r.DeliveryFrom && r.DeliveryFrom <= p.To
                ),
            })
            .SingleAsync(cancellationToken);
        return found.Round.WindowUntil(found.ExtendedTo) with { Profile = found.Profile };
    }

    /// <summary>When a partnership's extension of that round ends; null where it has none.</summary>
    public static Task<DateTimeOffset?> ExtendedToAsync(
        this BidsContext db,
        Guid roundId,
        Partnership? partnership,
        CancellationToken cancellationToken
    ) => db.GivenExtensions().Where(e => e.RoundId == roundId && e.Partnership == partnership).MaxAsync(e => e.Until, cancellationToken);

    // Ended ones too: the job marks their end, but the instant of arrival decides.
    private static IQueryable<Extension> GivenExtensions(this BidsContext db) =>
        db.Extensions.Where(e => e.State == ExtensionState.Granted || e.State == ExtensionState.Ended);
}
