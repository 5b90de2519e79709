using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>What was submitted, to the byte: whoever has it can work out its SHA-256.</summary>
internal static class SubmissionsApi
{
    public sealed record StoredSubmission(int Number, DateTimeOffset At, string By, string Hash, string Address);

    public static void MapSubmissionsApi(this WebApplication app)
    {
        app.MapGet(
                "/returns/{grantReference}/{quarter}/submissions/{number:int}.json",
                async (string grantReference, string quarter, int number, ReturnsContext db, CancellationToken cancellation) =>
                    QuarterAddress.Read(quarter) is { } wanted
                    && await db
                        .Returns.AsNoTracking()
                        .Where(r => r.GrantReference == grantReference && r.Quarter == wanted)
                        .Select(r => (Guid?)r.Id)
                        .SingleOrDefaultAsync(cancellation)
                        is { } id
                    && await db.SubmissionAsync(id, number, cancellation) is { } made
                        ? Results.File(
                            Encoding.UTF8.GetBytes(made.Json),
                            "application/json",
                            $"{grantReference.ToLowerInvariant()}-{quarter}-submission-{number}.json"
                        )
                        : Results.NotFound()
            )
            .ExcludeFromDescription();
        var submissions = app.MapGroup("/api/returns/returns/{id:guid}/submissions").WithTags("Returns");
        submissions
            .MapGet(
                "/",
                async (Guid id, ReturnsContext db, CancellationToken cancellation) =>
                {
                    if (!await db.Returns.AnyAsync(r => r.Id == id, cancellation))
                        return Result.NotFound.Problem()!;
                    var made = await db
                        .Submissions.AsNoTracking()
                        .Where(s => s.ReturnId == id)
                        .OrderBy(s => s.At)
                        .Select(s => new
                        {
                            s.At,
                            s.By,
                            s.Hash,
                        })
                        .ToListAsync(cancellation);
                    return Results.Ok(
                        made.Select(
                            (s, i) => new StoredSubmission(i + 1, s.At, s.By.Name, s.Hash, $"/api/returns/returns/{id}/submissions/{i + 1}")
                        )
                    );
                }
            )
            .WithSummary("Lists what was submitted, the first time first")
            .Produces<IReadOnlyList<StoredSubmission>>()
            .ProducesProblem(404);
        submissions
            .MapGet(
                "/{number:int}",
                async (Guid id, int number, ReturnsContext db, CancellationToken cancellation) =>
                    await db.SubmissionAsync(id, number, cancellation) is { } made
                        ? Results.File(Encoding.UTF8.GetBytes(made.Json), "application/json")
                        : Result.NotFound.Problem()!
            )
            .WithSummary("Gives a submission to the byte: its SHA-256 is the hash")
            .Produces<SubmittedReturn>()
            .ProducesProblem(404);
    }

    /// <summary>A return's first, second, ... submission; null where there is none.</summary>
    public static async Task<ReturnSubmission?> SubmissionAsync(
        this ReturnsContext db,
        Guid returnId,
        int number,
        CancellationToken cancellation
    ) =>
        number < 1
            ? null
            : await db
                .Submissions.AsNoTracking()
                .Where(s => s.ReturnId == returnId)
                .OrderBy(s => s.At)
                .Skip(number - 1)
                .FirstOrDefaultAsync(cancellation);
}
