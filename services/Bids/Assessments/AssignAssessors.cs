using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments;

/// <summary>
/// Asks assessors to assess bids of a round, each assessor each bid: all or nothing. For those already asked, nothing changes.
/// </summary>
internal sealed class AssignAssessors(BidsContext db, Caller caller)
{
    /// <summary>Who is to assess what.</summary>
    /// <param name="Round">The round, by reference. It must have closed.</param>
    /// <param name="Bids">The bids of that round, by reference; at least one.</param>
    /// <param name="Assessors">The assessors, by user id; at least one.</param>
    public sealed record Input(string? Round, IReadOnlyList<string>? Bids, IReadOnlyList<Guid>? Assessors);

    public async Task<Result> RunAsync(Input typed, CancellationToken cancellationToken) =>
        await TryAsync(typed, cancellationToken) ?? await TryAsync(typed, cancellationToken) ?? Result.Stale;

    // Null if another save came first, such as a second press of the button: then everything is read again.
    private async Task<Result?> TryAsync(Input typed, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == typed.Round, cancellationToken);
        if (round is null)
            return Result.NotFound;
        if (Assessment.MayBegin(round) is { IsDone: false } refused)
            return refused;
        var (references, users) = (typed.Bids ?? [], typed.Assessors ?? []);
        var bids = await db.Bids.Where(b => b.RoundId == round.Id && references.Contains(b.Reference)).ToListAsync(cancellationToken);
        var people = (await db.WhoMayAsync(Acts.AssessBids, null, cancellationToken)).Where(p => users.Contains(p.UserId)).ToList();
        var problems = new List<Problem>();
        if (references.Count == 0)
            problems.Add(new(nameof(typed.Bids), "Select at least one bid"));
        problems.AddRange(
            references
                .Except(bids.Select(b => b.Reference))
                .Select(r => new Problem(nameof(typed.Bids), $"There is no bid {r} in this round"))
        );
        if (users.Count == 0)
            problems.Add(new(nameof(typed.Assessors), "Select at least one assessor"));
        else if (users.Distinct().Count() > people.Count)
            problems.Add(new(nameof(typed.Assessors), "Somebody you selected is not an assessor any more"));
        if (problems.Count > 0)
            return Result.Of(problems);

        var ids = bids.Select(b => b.Id).ToList();
        if (await db.Moderations.FirstOrDefaultAsync(m => ids.Contains(m.BidId), cancellationToken) is { } agreed)
            return Result.Refused("moderated", $"The assessors of {agreed.BidReference} have agreed already");
        var known = await db.Assessments.Where(a => ids.Contains(a.BidId)).ToListAsync(cancellationToken);
        foreach (var bid in bids)
        {
            if (bid.Assign(caller.Person, caller.At) is { IsDone: false } not)
                return not;
            foreach (var person in people)
                if (known.Find(a => a.BidId == bid.Id && a.AssessorId == person.UserId) is { } before)
                    before.AssignAgain(person, caller.Person, caller.At);
                else
                    db.Add(Assessment.Assign(bid, person, caller.Person, caller.At));
        }
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.IsReferenceTaken<Assessment>(db))
        {
            db.ChangeTracker.Clear();
            return null;
        }
        catch (DbUpdateException e) when (e.IsAssessorConflict())
        {
            return Result.Refused("signer-cannot-assess", ((PostgresException)e.InnerException!).MessageText);
        }
    }
}
