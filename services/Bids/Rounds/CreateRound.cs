using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

/// <summary>Creates a round, published at once or as a draft.</summary>
internal sealed class CreateRound(BidsContext db, Caller caller)
{
    public async Task<Result> RunAsync(RoundAnswers typed, CancellationToken cancellationToken)
    {
        if (await db.Rounds.AnyAsync(r => r.Reference == typed.Reference, cancellationToken))
            return RoundChange.Taken(typed.Reference);
        var made = typed.Published ? Round.Open(typed, caller.Person, caller.At) : Round.Draft(typed, caller.Person, caller.At);
        if (!made.IsDone)
            return made.Outcome;
        db.Add(made.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateException e) when (e.IsReferenceTaken<Round>(db))
        {
            return RoundChange.Taken(typed.Reference);
        }
    }
}
