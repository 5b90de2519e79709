using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions;

/// <summary>One act on a decision record that concerns nothing but the record.</summary>
internal sealed class ChangeDecision(BidsContext db, Caller caller)
{
    public Task<Result> WriteAsync(string reference, int readVersion, DecisionDraft draft, CancellationToken cancellation) =>
        RunAsync(
            reference,
            readVersion,
            async (record, by, at) =>
                record.Write(
                    draft,
                    await db.CoveredAsync(draft.Bids(), cancellation),
                    await db.CorrectedAsync(record, cancellation),
                    by,
                    at
                ),
            cancellation
        );

    public Task<Result> RunAsync(
        string reference,
        int readVersion,
        Func<DecisionRecord, Person, DateTimeOffset, Result> act,
        CancellationToken cancellation
    ) => RunAsync(reference, readVersion, (record, by, at) => Task.FromResult(act(record, by, at)), cancellation);

    private async Task<Result> RunAsync(
        string reference,
        int readVersion,
        Func<DecisionRecord, Person, DateTimeOffset, Task<Result>> act,
        CancellationToken cancellation
    )
    {
        var record = await db.Decisions.SingleOrDefaultAsync(d => d.Reference == reference, cancellation);
        if (record is null)
            return Result.NotFound;
        if (record.Version != readVersion)
            return Result.Stale;
        var result = await act(record, caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale;
        }
    }
}
