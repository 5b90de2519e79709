using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions;

/// <summary>An act on a decision record that changes nothing but the record.</summary>
internal sealed class ChangeDecision(BidsContext db, Caller caller)
{
    public Task<Result> WriteAsync(string reference, int readVersion, DecisionDraft draft, CancellationToken cancellationToken) =>
        RunAsync(
            reference,
            readVersion,
            async (record, by, at) =>
                record.Write(
                    draft,
                    await db.CoveredAsync(draft.Bids(), cancellationToken),
                    await db.GrantedAsync(draft.Grants(), cancellationToken),
                    await db.CorrectedAsync(record, cancellationToken),
                    by,
                    at
                ),
            cancellationToken
        );

    public Task<Result> DetermineAsync(
        string reference,
        int readVersion,
        bool? publishRecord,
        bool? publishDecision,
        string? reasons,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            reference,
            readVersion,
            async (record, by, at) =>
                record.Determine(
                    publishRecord,
                    publishDecision,
                    reasons,
                    await db.AssessorsOf(record).Distinct().ToListAsync(cancellationToken),
                    by,
                    at
                ),
            cancellationToken
        );

    public Task<Result> RunAsync(
        string reference,
        int readVersion,
        Func<DecisionRecord, Person, DateTimeOffset, Result> act,
        CancellationToken cancellationToken
    ) => RunAsync(reference, readVersion, (record, by, at) => Task.FromResult(act(record, by, at)), cancellationToken);

    private async Task<Result> RunAsync(
        string reference,
        int readVersion,
        Func<DecisionRecord, Person, DateTimeOffset, Task<Result>> act,
        CancellationToken cancellationToken
    )
    {
        var record = await db.Decisions.SingleOrDefaultAsync(d => d.Reference == reference, cancellationToken);
        if (record is null)
            return Result.NotFound;
        if (record.Version != readVersion)
            return Result.Stale;
        var result = await act(record, caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Stale;
        }
    }
}
