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
        var taken = Result.Of([new(nameof(typed.Reference), $"There is already a round {typed.Reference}. Enter another reference")]);
        if (await db.Rounds.AnyAsync(r => r.Reference == typed.Reference, cancellation)) return taken;
        var (round, result) = Round.Open(typed, caller.Person, caller.At);
        if (round is null) return result;
        db.Add(round);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return result;
        }
        catch (DbUpdateException e) when (e.IsReferenceTaken<Round>(db))
        {
            return taken;
        }
    }
}
