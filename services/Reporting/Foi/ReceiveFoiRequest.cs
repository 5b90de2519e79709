using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi;

/// <summary>Logs a request, with the next number of the year in which it was received.</summary>
internal sealed class ReceiveFoiRequest(ReportingContext db, Caller caller)
{
    /// <param name="typed">What came in.</param>
    /// <param name="id">Created with the page, so that pressing twice logs one request; null where each call logs one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<string>> RunAsync(NewFoiRequest typed, Guid? id, CancellationToken cancellationToken)
    {
        if (Result.Of(typed.Problems(London.DateOf(caller.At))) is { IsDone: false } refused)
            return refused;
        // The year's row is locked until the request is saved: of two at once, the second waits, and no number is lost. With an
        // Idempotency-Key there is already a transaction.
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        var year = typed.ReceivedOn!.Value.Year;
        var number = (
            await db
                .Database.SqlQuery<int>(
                    $"""
                    insert into foi_sequences (year, last) values ({year}, 1) on conflict (year) do update set
                    last = foi_sequences.last + 1 returning last
                    """
                )
                .ToListAsync(cancellationToken)
        )[0];
        if (
            id is not null
            && await db.FoiRequests.Where(r => r.Id == id).Select(r => r.Reference).SingleOrDefaultAsync(cancellationToken) is { } logged
        )
            return logged;
        var request = FoiRequest.Receive(FoiRequest.ReferenceOf(year, number), typed, caller.Person, caller.At, id);
        db.Add(request);
        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return request.Reference;
    }
}
