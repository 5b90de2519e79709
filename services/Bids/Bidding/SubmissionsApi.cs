using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Platform.Bids.Bidding;

internal static class SubmissionsApi
{
    /// <summary>What was submitted, to the byte: whoever has it can work out its SHA-256.</summary>
    public static void MapSubmissionsApi(this WebApplication app) =>
        app.MapGet(
                "/bids/{reference}/submissions/{number:int}.json",
                async (string reference, int number, BidsContext db, CancellationToken cancellation) =>
                    await db.SubmissionAsync(reference, number, cancellation) is { } made
                        ? Results.File(
                            Encoding.UTF8.GetBytes(made.Json),
                            "application/json",
                            $"{reference.ToLowerInvariant()}-submission-{number}.json"
                        )
                        : Results.NotFound()
            )
            .ExcludeFromDescription();

    /// <summary>A bid's first, second, ... submission; null where there is none.</summary>
    public static async Task<Submission?> SubmissionAsync(
        this BidsContext db,
        string reference,
        int number,
        CancellationToken cancellation
    ) =>
        number < 1
            ? null
            : await db
                .Submissions.AsNoTracking()
                .Where(s => db.Bids.Any(b => b.Id == s.BidId && b.Reference == reference))
                .OrderBy(s => s.At)
                .Skip(number - 1)
                .FirstOrDefaultAsync(cancellation);
}
