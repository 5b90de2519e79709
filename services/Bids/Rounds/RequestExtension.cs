using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

/// <summary>A partnership asks for more time; pressing twice asks once.</summary>
internal sealed class RequestExtension(BidsContext db, Caller caller)
{
    public async Task<Result<Guid>> RunAsync(string reference, string? reason, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SeenBy(caller).SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken);
        if (round is null || caller.Partnership is not { } partnership)
            return Result.NotFound;
        if (await OpenAsync(round, partnership, cancellationToken))
            return Waiting;
        var requested = Extension.Request(round, partnership, reason, caller.Person, caller.At);
        if (!requested.IsDone)
            return requested.Outcome;
        db.Add(requested.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return requested.Value.Id;
        }
        catch (DbUpdateException e) when (e.IsReferenceTaken<Extension>(db))
        {
            return Waiting;
        }
    }

    private static readonly Result Waiting = Result.Refused(
        "extension-requested",
        "Your partnership has already asked for more time, and the office has not answered yet"
    );

    private Task<bool> OpenAsync(Round round, Partnership partnership, CancellationToken cancellationToken) =>
        db.Extensions.AnyAsync(
            e => e.RoundId == round.Id && e.Partnership == partnership && e.State == ExtensionState.Requested,
            cancellationToken
        );
}
