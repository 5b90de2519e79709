using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

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

    /// <summary>Whether it was pressed twice: this very round has just been made, and nobody has changed it.</summary>
    public async Task<bool> IsMadeAsync(RoundAnswers typed, CancellationToken cancellationToken) =>
        await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == typed.Reference, cancellationToken) is { Version: 1 } made
        && JsonColumn.Same(made.Answers, typed.Tidied());
}
