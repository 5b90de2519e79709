using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions;

/// <summary>Records how many of a year's numbers were used on paper: the next record gets the number after them.</summary>
internal sealed class CountPaperDecisions(BidsContext db)
{
    public async Task<Result> RunAsync(int year, int? last, CancellationToken cancellationToken)
    {
        if (year is < 2000 or > 2100)
            return Result.Of([new("Year", "Year must be between 2000 and 2100")]);
        if (last is not (>= 1 and <= 9999))
            return Result.Of([new("Last", "Last number must be between 1 and 9,999")]);
        // Only upwards: no number is ever given twice.
        var raised = await db.Database.ExecuteSqlAsync(
            $"""
            insert into decision_sequences (year, last) values ({year}, {last}) on conflict (year) do update
            set last = excluded.last where decision_sequences.last <= excluded.last
            """,
            cancellationToken
        );
        return raised == 1 ? Result.Done : Result.Of([new("Last", "Last number must be at least the last that was given this year")]);
    }
}
