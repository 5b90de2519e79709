using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

/// <summary>Makes next year's round from this year's, for the officer to check and publish.</summary>
internal sealed class CopyRound(BidsContext db, CreateRound create)
{
    public async Task<Result<string>> RunAsync(string reference, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken);
        if (round is null)
            return Result.NotFound;
        var next = round.NextYear();
        var result = await create.RunAsync(next, cancellationToken);
        return result.IsDone || await create.IsMadeAsync(next, cancellationToken) ? next.Reference : result;
    }
}
