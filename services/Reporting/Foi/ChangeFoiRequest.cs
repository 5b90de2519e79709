using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi;

/// <summary>Carries out an act on a request, or drafts its answers from data.</summary>
internal sealed class ChangeFoiRequest(ReportingContext db, Caller caller, IConfiguration configuration, FoiWordings wordings)
{
    public Task<Result> RunAsync(
        string reference,
        int readVersion,
        Func<FoiRequest, Person, DateTimeOffset, Result> act,
        CancellationToken cancellationToken
    ) => RunAsync(reference, readVersion, (request, by, at) => Task.FromResult(act(request, by, at)), cancellationToken);

    /// <summary>Records that the answer was sent, and keeps the letter as it stood.</summary>
    public Task<Result> AnswerAsync(string reference, int readVersion, DateOnly? on, CancellationToken cancellationToken) =>
        RunAsync(
            reference,
            readVersion,
            async (request, by, at) =>
                request.Answer(on, Letterhead.From(configuration), await wordings.ReadAsync(cancellationToken), by, at),
            cancellationToken
        );

    /// <summary>Drafts answers from the data of chosen interventions; those in the officer's own words stay as they are.</summary>
    public Task<Result> BuildAsync(string reference, int readVersion, FoiBuild build, CancellationToken cancellationToken) =>
        RunAsync(
            reference,
            readVersion,
            async (request, by, at) =>
            {
                var projects = (await db.FoiProjectsAsync(build.Programme, cancellationToken))
                    .Where(p => build.Interventions.Contains(p.InterventionId))
                    .ToList();
                return build.Problems(request.Details, projects) is { Count: > 0 } problems
                    ? Result.Of(problems)
                    : request.Draft(build.Answers(request.Details, projects), by, at);
            },
            cancellationToken
        );

    private async Task<Result> RunAsync(
        string reference,
        int readVersion,
        Func<FoiRequest, Person, DateTimeOffset, Task<Result>> act,
        CancellationToken cancellationToken
    )
    {
        var request = await db.FoiRequests.SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken);
        if (request is null)
            return Result.NotFound;
        if (request.Version != readVersion)
            return Result.Stale;
        var result = await act(request, caller.Person, caller.At);
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
