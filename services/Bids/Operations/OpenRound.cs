using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Operations;

internal sealed class OpenRound(BidsContext db, Caller caller)
{
    public async Task<Result> RunAsync(NewRound typed, CancellationToken cancellation)
    {
        if (await db.Rounds.AnyAsync(r => r.Reference == typed.Reference, cancellation))
            return Result.Of([new(nameof(typed.Reference), $"There is already a round {typed.Reference}. Enter another reference")]);
        var (round, result) = Round.Open(typed, caller.Person, caller.At);
        if (round is null) return result;
        db.Add(round);
        await db.SaveChangesAsync(cancellation);
        return result;
    }
}
