using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions;

/// <summary>Begins a decision record, of bids or to correct another, and gives it the next number of its year.</summary>
internal sealed class BeginDecision(BidsContext db, Caller caller)
{
    public async Task<Result<string>> RunAsync(DecisionDraft draft, CancellationToken cancellationToken)
    {
        var covered = await db.CoveredAsync(draft.Bids(), cancellationToken);
        if (DecisionRecord.MayBegin(draft, covered) is { IsDone: false } refused)
            return refused;
        return await NumberedAsync(
            reference => DecisionRecord.Begin(reference, draft, covered, caller.Person, caller.At),
            cancellationToken
        );
    }

    /// <param name="wrong">The reference of the record that the new one corrects.</param>
    /// <param name="readVersion">The version of it that was read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<string>> RunAsync(string wrong, int readVersion, CancellationToken cancellationToken)
    {
        var record = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == wrong, cancellationToken);
        if (record is null)
            return Result.NotFound;
        if (record.Version != readVersion)
            return Result.Stale;
        if (record.MayCorrect() is { IsDone: false } refused)
            return refused;
        if (await db.CorrectionOfAsync(wrong, cancellationToken) is { } begun)
            return Result.Refused("correction-begun", $"{begun} corrects this record already");
        return await NumberedAsync(reference => record.Correct(reference, caller.Person, caller.At), cancellationToken);
    }

    // The year's row is locked until the record is saved: of two at once the second waits, and no number is lost.
    private async Task<Result<string>> NumberedAsync(Func<string, DecisionRecord> make, CancellationToken cancellationToken)
    {
        // A request with an Idempotency-Key already has a transaction.
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        var year = London.DateOf(caller.At).Year;
        var number = (
            await db
                .Database.SqlQuery<int>(
                    $"""
                    insert into decision_sequences (year, last) values ({year}, 1) on conflict (year) do
                    update set last = decision_sequences.last + 1 returning last
                    """
                )
                .ToListAsync(cancellationToken)
        )[0];
        var record = make(DecisionRecord.ReferenceOf(year, number));
        db.Add(record);
        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return record.Reference;
    }
}
