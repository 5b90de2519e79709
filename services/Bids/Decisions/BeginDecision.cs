using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions;

/// <summary>Begins a decision record, on bids or to correct another, and gives it the next number of its year.</summary>
internal sealed class BeginDecision(BidsContext db, Caller caller)
{
    /// <param name="draft">Its first content.</param>
    /// <param name="id">Created with the page, so that pressing twice begins one record; null or empty where each call begins one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<string>> RunAsync(DecisionDraft draft, Guid? id, CancellationToken cancellationToken)
    {
        await using var transaction = await HoldAsync(cancellationToken);
        if (await BegunAsync(id, cancellationToken) is { } begun)
            return begun;
        var covered = await db.CoveredAsync(draft.Bids(), cancellationToken);
        var granted = await db.GrantedAsync(draft.Grants(), cancellationToken);
        if (DecisionRecord.MayBegin(draft, covered, granted) is { IsDone: false } refused)
            return refused;
        return await NumberedAsync(
            transaction,
            reference => DecisionRecord.Begin(reference, draft, covered, caller.Person, caller.At, Given(id)),
            cancellationToken
        );
    }

    /// <param name="wrong">The reference of the record that the new one corrects.</param>
    /// <param name="readVersion">The version of it that was read.</param>
    /// <param name="id">Created with the page, so that pressing twice begins one; null or empty where each call begins one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<string>> RunAsync(string wrong, int readVersion, Guid? id, CancellationToken cancellationToken)
    {
        await using var transaction = await HoldAsync(cancellationToken);
        if (await BegunAsync(id, cancellationToken) is { } pressed)
            return pressed;
        var record = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.Reference == wrong, cancellationToken);
        if (record is null)
            return Result.NotFound;
        if (record.Version != readVersion)
            return Result.Stale;
        if (record.MayCorrect() is { IsDone: false } refused)
            return refused;
        if (await db.CorrectionOfAsync(wrong, cancellationToken) is { } begun)
            return Result.Refused("correction-begun", $"{begun} corrects this record already");
        return await NumberedAsync(
            transaction,
            reference => record.Correct(reference, caller.Person, caller.At, Given(id)),
            cancellationToken
        );
    }

    private static Guid? Given(Guid? id) => id == Guid.Empty ? null : id;

    private async Task<string?> BegunAsync(Guid? id, CancellationToken cancellationToken) =>
        Given(id) is null
            ? null
            : await db.Decisions.Where(d => d.Id == id).Select(d => d.Reference).SingleOrDefaultAsync(cancellationToken);

    // One record is begun at a time: if the button is pressed twice, the second press sees what the first has begun. A request with an
    // Idempotency-Key already has a transaction.
    private async Task<IDbContextTransaction?> HoldAsync(CancellationToken cancellationToken)
    {
        var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"decisions"}, 0))", cancellationToken);
        return transaction;
    }

    // The number goes back if the record is not saved, so none is lost.
    private async Task<Result<string>> NumberedAsync(
        IDbContextTransaction? transaction,
        Func<string, DecisionRecord> make,
        CancellationToken cancellationToken
    )
    {
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
